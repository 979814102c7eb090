"""Daughters of firms, also where no word beside them says whose; every sentence is our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts

_ABOUT = "제브릭전자는 25일 실적을 발표했다. "


@pytest.mark.parametrize(
    ("text", "member"),
    [
        (_ABOUT + "자회사 누비로직스는 올해 매출이 두 배로 늘었다.", "누비로직스"),
        (_ABOUT + "올해는 물류 자회사 누비로직스를 세웠다.", "누비로직스"),
        (_ABOUT + "수원의 자회사 누비로직스가 배송을 맡는다.", "누비로직스"),
        ("제브릭전자는 센서 사업을 물적분할해 누비로직스를 설립했다.", "누비로직스"),
        ("누비로직스는 2021년 제브릭전자에서 물적분할돼 출범했다.", "누비로직스"),
        ("제브릭전자에서 분사한 누비로직스가 공장을 짓는다.", "누비로직스"),
        ("제브릭전자가 설립한 누비로직스는 수원에 공장을 짓는다.", "누비로직스"),
        ("누비로직스는 제브릭전자가 지배하는 회사다.", "누비로직스"),
        ("제브릭전자는 수원에 누비로직스라는 자회사를 세웠다.", "누비로직스"),
        ("제브릭전자는 누비로직스, 크로니아소프트 등 자회사 5곳의 실적을 냈다.", "크로니아소프트"),
        ("누비로직스의 모회사는 가전 재벌 제브릭전자다.", "누비로직스"),
        ("제브릭전자는 누비로직스를 통해 크로니아소프트 지분 30%를 사들였다.", "누비로직스"),
        (_ABOUT + "누비로직스와 크로니아소프트가 자회사다.", "누비로직스"),
        (_ABOUT + "본사는 수원에 있으며 누비로직스를 자회사로 거느린다.", "누비로직스"),
    ],
)
def test_a_daughter_is_its_mother_s_whoever_the_sentence_is_about(
    facts: Callable[[str], Facts], text: str, member: str
) -> None:
    """The mother may be spoken of before, or stand where the daughter came from."""
    assert ("제브릭전자", "HAS_SUBSIDIARY", member) in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "제브릭그룹에서는 누비로직스와 크로니아소프트가 참여한다.",
        "누비로직스를 비롯한 제브릭그룹 계열사가 참여한다.",
        "◇제브릭그룹 ▲누비로직스 대표 김민수 ▲크로니아소프트 대표 박철호",
    ],
)
def test_a_group_s_firms_show_beside_it_and_below_it_in_a_list(
    facts: Callable[[str], Facts], text: str
) -> None:
    """`가나그룹에서는`, `…를 비롯한 가나그룹 계열사`, and a list of posts that the group heads."""
    assert ("제브릭그룹", "HAS_SUBSIDIARY", "누비로직스") in facts(text)


def test_a_sister_is_not_a_daughter(facts: Callable[[str], Facts]) -> None:
    """`자회사 A는 …, 또 다른 자회사 B는`: both are the mother's."""
    text = _ABOUT + "자회사 누비로직스는 배송을, 또 다른 자회사 크로니아소프트는 설계를 맡는다."
    assert ("누비로직스", "HAS_SUBSIDIARY", "크로니아소프트") not in facts(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("누비로직스는 2021년 제브릭전자가 인수한 회사다.", "ACQUIRED"),
        ("누비로직스가 제브릭전자로 넘어갔다.", "ACQUIRED"),
        ("누비로직스의 주인이 제브릭전자로 바뀐다.", "ACQUIRED"),
        ("제브릭전자는 2020년 누비로직스, 2021년 크로니아소프트를 인수했다.", "ACQUIRED"),
        ("제브릭전자는 누비로직스에 이어 크로니아소프트까지 인수했다.", "ACQUIRED"),
        ("제브릭전자는 누비로직스, 크로니아소프트 등 유통 회사를 사들였다.", "ACQUIRED"),
        ("제브릭전자는 누비로직스와 크로니아소프트가 합병해 생겼다.", "ACQUIRED"),
        ("누비로직스와 크로니아소프트의 합병법인인 제브릭전자가 출범한다.", "ACQUIRED"),
        ("제브릭전자는 국내 1위 누비로직스의 최대주주가 됐다.", "HAS_STAKE_IN"),
        ("누비로직스의 지분은 제브릭전자 쪽이 51%, 크로니아소프트가 49%다.", "HAS_STAKE_IN"),
        ("제브릭전자는 누비로직스에 50억원을 투자해 지분을 얻었다.", "HAS_STAKE_IN"),
        ("누비로직스에는 제브릭전자가 2억달러를 투자해 2대주주에 올랐다.", "HAS_STAKE_IN"),
        ("제브릭전자와 크로니아소프트도 누비로직스에 10%씩 출자했다.", "HAS_STAKE_IN"),
        ("누비로직스 주주 명단에는 제브릭전자와 크로니아소프트가 있다.", "HAS_STAKE_IN"),
        ("누비로직스는 제브릭전자가 대주주인 의료데이터 회사다.", "HAS_STAKE_IN"),
        ("누비로직스와 크로니아소프트가 제브릭전자의 우산 아래 있다.", "HAS_SUBSIDIARY"),
    ],
)
def test_who_buys_and_holds_a_firm_is_told_in_many_ways(
    facts: Callable[[str], Facts], text: str, fact: str
) -> None:
    """What is said to be a firm that was bought, a list by years, a new owner, one of two sides."""
    assert ("제브릭전자", fact, "누비로직스") in facts(text)


def test_who_sells_is_no_bidder(facts: Callable[[str], Facts]) -> None:
    """Who picks the preferred bidder does not buy."""
    text = "크로니아홀딩스는 누비로직스 매각 우선협상대상자로 제브릭전자를 선정했다."
    assert ("크로니아홀딩스", "ACQUIRED", "누비로직스") not in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "김민수 부사장이 제브릭전자 대표로 취임했다.",
        "김민수 대표가 창업한 제브릭전자는 수원에 있다.",
        "제브릭전자는 2014년 김민수 대표가 창업했다.",
        "제브릭전자 대표를 맡고 있는 김민수 씨는 25일 공장을 찾았다.",
        "김민수 제브릭전자 창업자 겸 대표는 25일 공장을 찾았다.",
    ],
)
def test_a_founder_at_the_head_leads_the_firm(facts: Callable[[str], Facts], text: str) -> None:
    """Who has founded a firm and has a post, takes one or holds one heads it."""
    assert ("김민수", "LEADS", "제브릭전자") in facts(text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("◇제브릭전자 ▲누비로직스 대표 크리스토프 베버 ▲CFO 한선호", "크리스토프 베버"),
        ("니클라스 외스트베리 누비로직스 최고경영자는 말을 바꿨다.", "니클라스 외스트베리"),
        ("주세페 마리노 누비로직스 최고경영자는 말을 바꿨다.", "주세페 마리노"),
    ],
)
def test_two_words_of_a_foreign_name_are_one_person(
    facts: Callable[[str], Facts], text: str, person: str
) -> None:
    """Also where each of the two looks like a whole Korean name, or like other words."""
    assert (person, "LEADS", "누비로직스") in facts(text)
