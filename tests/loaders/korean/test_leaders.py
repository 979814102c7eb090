"""Who leads a firm: by what leaders do, by posts taken and filled; every sentence is our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


def _leaders(found: Facts, firm: str) -> set[str]:
    return {s for s, r, o in found if r == "LEADS" and o == firm}


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        ("농심을 이끄는 짐 켈러는 웃었다.", {"짐 켈러"}),
        ("젠슨 황이 이끄는 농심은 웃었다.", {"젠슨 황"}),
        ("농심 CEO인 젠슨 황은 웃었다.", {"젠슨 황"}),
        ("농심 CEO 존 스미스는 웃었다.", {"존 스미스"}),
        ("사티아 나델라 농심 대표는 웃었다.", {"사티아 나델라"}),
        ("팀 회트게스 농심 회장은 웃었다.", {"팀 회트게스"}),
        ("농심 회장인 김민수는 웃었다.", {"김민수"}),
        ("김민수가 농심 회장이다.", {"김민수"}),
        ("농심 수장은 김민수다.", {"김민수"}),
        ("허제민 농심 이사회 의장은 웃었다.", {"허제민"}),
    ],
)
def test_a_leader_is_known_by_what_leaders_do(
    facts: Callable[[str], Facts], text: str, leaders: set[str]
) -> None:
    """A foreign name needs no post where it leads a firm; a post may stand before the name."""
    assert _leaders(facts(text), "농심") == leaders


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        ("농심은 김민수·박철수 각자대표 체제로 바뀌었다.", {"김민수", "박철수"}),
        ("농심은 새 대표에 박철수 부사장을 선임했다.", {"박철수"}),
        ("농심은 박철수 부사장을 새 대표로 내정했다.", {"박철수"}),
        ("농심은 라면 회사다. 박철수 부사장이 새 대표에 올랐다.", {"박철수"}),
        ("농심은 라면 회사다. 존 스미스 CEO가 이끈다.", {"존 스미스"}),
        ("농심은 라면 회사다. 김민수 사장이 지휘봉을 잡았다.", {"김민수"}),
        (
            "농심은 라면 회사다. 창업자 김민수가 회장을, 박철수가 대표를 맡는다.",
            {"김민수", "박철수"},
        ),
    ],
)
def test_a_post_is_taken_or_filled(
    facts: Callable[[str], Facts], text: str, leaders: set[str]
) -> None:
    """Who fills a post fills its own; without one it is the firm's that is spoken of."""
    assert _leaders(facts(text), "농심") == leaders


def test_who_has_founded_or_leads_another_does_not_lead_the_topic(
    facts: Callable[[str], Facts],
) -> None:
    """`A 대표가 이끄는 B` says nothing of the firm that the story is about."""
    found = facts("농심은 라면 회사다. 김민수 대표가 세운 LG화학은 웃었다.")
    assert not _leaders(found, "농심")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("농심 안에 있는 라면추진단이 이를 맡는다.", "라면추진단"),
        ("농심은 이사회를 열어 라면사업부를 오뚜기에 넘기기로 했다.", "라면사업부"),
        ("농심에는 라면사업부가 있다.", "라면사업부"),
    ],
)
def test_a_unit_is_the_firms_that_it_is_inside_of_or_parted_from(
    facts: Callable[[str], Facts], text: str, unit: str
) -> None:
    """What a firm has inside, or sells of itself, is its own."""
    assert ("농심", "HAS_UNIT", unit) in facts(text)
