"""Products told of beside whom a sentence is about; every sentence is our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "owner", "product"),
    [
        ("카카오는 배달 앱 ‘가온길’로 이름을 알렸다.", "카카오", "가온길"),
        ("네이버는 검색 서비스 ‘누리샘’의 가입자를 끌어모았다.", "네이버", "누리샘"),
        ("카카오는 지난해 번역기 ‘누리샘’을 띄웠다.", "카카오", "누리샘"),
    ],
)
def test_a_product_with_its_sort_is_of_whom_the_sentence_is_about(
    facts: Callable[[str], Facts], text: str, owner: str, product: str
) -> None:
    """No verb of making is needed."""
    assert (owner, "DEVELOPED", product) in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "카카오는 챗봇 ‘누리샘’을 도입했다.",
        "카카오는 네이버의 챗봇 ‘누리샘’을 알린다.",
        "카카오는 챗봇 ‘누리샘’을 내놓은 네이버에 투자했다.",
        "카카오는 챗봇 ‘누리샘’ 지분을 늘렸다.",
    ],
)
def test_the_product_of_another_is_not(facts: Callable[[str], Facts], text: str) -> None:
    """Its owner, or what is done with it, tells so."""
    assert ("카카오", "DEVELOPED", "누리샘") not in facts(text)


def test_every_product_of_a_list_is_made(facts: Callable[[str], Facts]) -> None:
    """Each has its own sort before its name."""
    found = facts("배달 앱 ‘가온길’과 영상 서비스 ‘누리샘’을 만든 카카오가 새 사옥으로 옮겼다.")
    assert ("카카오", "DEVELOPED", "가온길") in found
    assert ("카카오", "DEVELOPED", "누리샘") in found


@pytest.mark.parametrize("goods", ["감속기", "협동로봇", "태양광 모듈", "연성회로기판"])
def test_goods_have_no_quotation_marks(facts: Callable[[str], Facts], goods: str) -> None:
    """A noun that can be nothing but a thing that is made is a product."""
    made = {
        o
        for s, r, o in facts(f"두산로보틱스는 수원에서 {goods} 등을 생산한다.")
        if r == "DEVELOPED"
    }
    made |= {o for s, r, o in facts(f"두산로보틱스는 {goods}를 만든다.") if r == "DEVELOPED"}
    assert goods in made
