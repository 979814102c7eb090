"""Organizations that nobody knows, told by what stands beside them."""

from collections.abc import Callable

import pytest

from graph.claims import Reading
from graph.ontology import Label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("말레이시아 국부펀드 카자룬은 뒤에서 돈을 댔다.", "카자룬"),
        ("소니 계열 애니룩스가 방송을 맡는다.", "애니룩스"),
        ("자회사는 미국 벨트로닉에 자산을 넘겼다.", "벨트로닉"),
        ("배양육을 만드는 셀미룬이 상을 받았다.", "셀미룬"),
        ("LG전자와 크놀텍이 방을 함께 쓴다.", "크놀텍"),
        ("지난해 트렌뵈 지분은 절반으로 줄었다.", "트렌뵈"),
        ("크룸 측은 답하지 않았다. 크룸은 지난달 상장했다.", "크룸"),
        ("인터넷은행 위뜰뱅크(WeBank)가 들어왔다.", "위뜰뱅크"),
    ],
)
def test_a_word_that_no_dictionary_holds_is_a_firm_where_its_neighbors_say_so(
    read: Callable[[str], Reading], text: str, name: str
) -> None:
    """Its kind, its owner, its country, its trade, a firm beside it, or what is done with it."""
    found = {r.name: r.label for r in read(text).referents}
    assert found.get(name) is Label.ORGANIZATION


@pytest.mark.parametrize(
    "text",
    [
        "현대차 아이로닉, 기아 카르닌이 나란히 팔렸다.",
        "동아제약은 이뮬도라를 출시했다.",
        "토니 오타비룬 CEO는 말을 아꼈다.",
        "경북 안동의 공장을 운영하는 회사는 말이 없다.",
        "‘아트룩스’ 실물이 나왔다. 아트룩스는 물류센터를 운영할 수 있다.",
    ],
)
def test_a_product_or_a_person_is_no_firm(read: Callable[[str], Reading], text: str) -> None:
    """A firm's own thing, what is launched or quoted, and the last name of a person are none."""
    known = {"현대차", "기아", "동아제약", "경북", "안동"}
    found = {r.name for r in read(text).referents if r.label is Label.ORGANIZATION}
    assert found <= known
