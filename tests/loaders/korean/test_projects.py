"""Undertakings: named without quotation marks, joined, and held; every sentence is our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("네이버는 한빛 양자 얼라이언스를 출범시켰다.", "한빛 양자 얼라이언스"),
        ("네이버가 데이터댐 구축 사업을 추진한다.", "데이터댐 구축 사업"),
    ],
)
def test_a_kind_at_its_end_shows_an_undertaking(
    facts: Callable[[str], Facts], text: str, name: str
) -> None:
    """No quotation marks are needed."""
    assert ("네이버", "PURSUES", name) in facts(text)


@pytest.mark.parametrize(
    "text", ["네이버는 신규 프로젝트를 추진한다.", "네이버는 협력 사업을 연다."]
)
def test_a_kind_alone_shows_none(facts: Callable[[str], Facts], text: str) -> None:
    """It has to be told which one is meant."""
    assert not any(r == "PURSUES" for _, r, _ in facts(text))


@pytest.mark.parametrize(
    "text",
    [
        "네이버와 카카오가 참여하는 ‘한빛’ 프로젝트가 시작됐다.",
        "서울시의 ‘한빛’ 프로젝트에 네이버와 카카오가 손을 보탠다.",
        "서울시의 ‘한빛’ 프로젝트에는 네이버와 카카오가 들어가 있다.",
    ],
)
def test_who_takes_part_is_a_partner(facts: Callable[[str], Facts], text: str) -> None:
    """The kind beside the name is no part of it."""
    found = facts(text)
    assert ("네이버", "PARTNER_IN", "한빛") in found
    assert ("카카오", "PARTNER_IN", "한빛") in found


def test_members_pursue_their_alliance(facts: Callable[[str], Facts]) -> None:
    """It is nobody else's undertaking."""
    found = facts("‘한빛’ 컨소시엄에는 네이버와 카카오가 참여했다.")
    assert ("네이버", "PURSUES", "한빛") in found
    assert ("카카오", "PURSUES", "한빛") in found


def test_who_agrees_on_an_undertaking_pursues_it(facts: Callable[[str], Facts]) -> None:
    """The name stands inside what is agreed on."""
    found = facts("네이버는 카카오와 ‘한빛’ 프로젝트 업무협약을 맺었다.")
    assert ("네이버", "PURSUES", "한빛") in found
    assert ("카카오", "PURSUES", "한빛") in found


def test_a_round_is_of_its_undertaking(facts: Callable[[str], Facts]) -> None:
    """Who looks for takers runs it."""
    found = facts("카카오는 육성 프로그램 ‘한빛’ 5기를 모집한다.")
    assert ("카카오", "PURSUES", "한빛") in found


def test_this_undertaking_is_the_one_named_before(facts: Callable[[str], Facts]) -> None:
    """Also where no rule has read the sentence that named it."""
    found = facts("‘한빛’ 프로젝트는 올해로 3년째다. 이 사업에는 네이버도 참여한다.")
    assert ("네이버", "PARTNER_IN", "한빛") in found


def test_who_speaks_for_a_firm_announces_what_it_pursues(facts: Callable[[str], Facts]) -> None:
    """The firm is the one that the person leads."""
    found = facts("홍길동 카카오 대표는 ‘한빛 프로젝트’를 발표했다.")
    assert ("카카오", "PURSUES", "한빛 프로젝트") in found


@pytest.mark.parametrize(
    "text",
    [
        "서울시의 ‘한빛’ 프로젝트가 시작됐다. 사업에는 네이버, 카카오 등 24개 기관이 참여했다.",
        "서울시의 ‘한빛’ 프로젝트가 시작됐다. 네이버와 카카오 두 곳이 창립 멤버로 나섰다.",
        "서울시의 ‘한빛’ 프로젝트가 시작됐다. 네이버와 카카오도 이름을 올렸다.",
    ],
)
def test_who_joins_what_was_told_of(facts: Callable[[str], Facts], text: str) -> None:
    """The undertaking of the sentence before is not named again; how many join is no matter."""
    found = facts(text)
    assert ("네이버", "PARTNER_IN", "한빛") in found
    assert ("카카오", "PARTNER_IN", "한빛") in found


@pytest.mark.parametrize(
    "text",
    [
        "네이버가 서울시의 ‘한빛’ 사업 운영사로 뽑혔다.",
        "서울시는 ‘한빛’ 프로그램 3기로 네이버를 골랐다.",
        "네이버는 서울시의 ‘한빛’ 대회에서 새 번역기를 선보였다.",
        "서울시의 ‘한빛’ 공모전이 끝났다. 네이버와 카카오가 명단에 들었다.",
        "서울시의 ‘한빛’ 공모전이 끝났다. 올해는 한빛에 네이버가 참가했다.",
    ],
)
def test_who_is_picked_or_shows_takes_part(facts: Callable[[str], Facts], text: str) -> None:
    """Also where the name stands without quotation marks later on."""
    assert ("네이버", "PARTNER_IN", "한빛") in facts(text)
