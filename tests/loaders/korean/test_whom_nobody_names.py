"""Whom a deed is done for where no words say it, and who vies with whom; sentences of our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts

_STORY = "두나무가 서버실을 열었다.\n두나무는 크다. "


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("서버는 KT가, 냉각 장치는 카카오가 댄다.", {"KT", "카카오"}),
        ("전력 설비는 KT, 시공은 카카오가 맡았다.", {"KT", "카카오"}),
        ("통신망은 KT와 카카오의 몫이다.", {"KT", "카카오"}),
        ("최근에는 KT, 카카오를 고객으로 붙잡았다.", set()),
    ],
)
def test_parts_are_provided_to_who_is_spoken_of(
    facts: Callable[[str], Facts], text: str, makers: set[str]
) -> None:
    """A part as the topic, and beside it who provides it: to the firm that the story is about."""
    supplied = {(s, o) for s, relation, o in facts(_STORY + text) if relation == "SUPPLIES"}
    assert {s for s, o in supplied if o == "두나무"} == makers


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("KT는 서버를, 카카오는 단말기를 두나무에 납품한다.", ("KT", "SUPPLIES", "두나무")),
        ("KT는 두나무와 카카오에 투자했다.", ("KT", "INVESTED_IN", "두나무")),
        ("KT는 두나무에 300억원, 카카오에 50억원을 투자했다.", ("KT", "INVESTED_IN", "두나무")),
        ("두나무에 KT가 30억원, 카카오가 20억원을 투자했다.", ("카카오", "INVESTED_IN", "두나무")),
        ("두나무의 시리즈B에는 KT와 카카오가 참여했다.", ("KT", "INVESTED_IN", "두나무")),
        ("KT는 두나무의 초기 투자자다.", ("KT", "INVESTED_IN", "두나무")),
        (f"{_STORY}올해 KT가 1500억원을 투자하며 힘을 실었다.", ("KT", "INVESTED_IN", "두나무")),
    ],
)
def test_what_is_shared_or_left_out_holds_for_every_part(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """Whom goods and money go to is told once for several, or is who is spoken of."""
    assert fact in facts(text)


def test_who_funds_another_firm_funds_no_one_else(facts: Callable[[str], Facts]) -> None:
    """Money that founds a firm is not put into who is spoken of."""
    text = f"{_STORY}KT가 300억원을 출자해 나래온테크를 세웠다."
    assert ("KT", "INVESTED_IN", "두나무") not in facts(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("두나무 vs KT…승자는 누구", {"두나무", "KT"}),
        ("두나무는 KT의 거센 추격을 받고 있다.", {"두나무", "KT"}),
        ("두나무는 KT의 물량 공세에 시달린다.", {"두나무", "KT"}),
        ("두나무가 장악한 시장에 KT가 도전장을 던졌다.", {"두나무", "KT"}),
        ("KT는 두나무가 독점한 시장을 파고든다.", {"두나무", "KT"}),
        ("두나무의 대항마로 꼽히는 KT가 상장한다.", {"두나무", "KT"}),
        (f"{_STORY}공공 시장에서는 KT, 카카오와 3파전을 펼친다.", {"두나무", "KT"}),
    ],
)
def test_who_presses_whom_is_a_rival(
    facts: Callable[[str], Facts], text: str, pair: set[str]
) -> None:
    """A chase, a lead that is lost, a market that another holds, or a headline's `vs`."""
    assert pair in [{a, b} for a, relation, b in facts(text) if relation == "COMPETES_WITH"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("경남 창원에 세운 연구센터는 내년에 문을 연다.", "창원"),
        ("전남 순천에 짓기로 한 물류센터는 착공이 미뤄졌다.", "순천"),
        ("서울 구로에 본사, 경기 평택에 공장.", "평택"),
    ],
)
def test_a_place_is_of_who_is_spoken_of(
    facts: Callable[[str], Facts], text: str, place: str
) -> None:
    """What was built there, or sells there, is the story's own firm's."""
    assert ("두나무", "LOCATED_IN", place) in facts(_STORY + text)


def test_where_a_firm_sells_is_its_market(facts: Callable[[str], Facts]) -> None:
    """A country counts where the deed is business done there."""
    assert ("두나무", "LOCATED_IN", "모로코") in facts("두나무는 모로코에서 전동차 사업을 따냈다.")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("KT가 두나무 매출의 70%를 넘는다.", ("두나무", "SUPPLIES", "KT")),
        (f"{_STORY}KT가 매출의 절반을 차지한다.", ("두나무", "SUPPLIES", "KT")),
        (f"{_STORY}매출의 절반이 KT에서 나온다.", ("두나무", "SUPPLIES", "KT")),
        (f"{_STORY}원두는 KT가 공급한다.", ("KT", "SUPPLIES", "두나무")),
        (
            "두나무가 시리즈B 300억원을 유치했다. 앞장선 곳은 KT와 카카오다.",
            ("카카오", "INVESTED_IN", "두나무"),
        ),
    ],
)
def test_who_buys_most_is_a_client(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """Sales come from clients; who led a round is told after it."""
    assert fact in facts(text)
