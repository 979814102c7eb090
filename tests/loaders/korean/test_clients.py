"""Who supplies, funds and heads whom; sentences of our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("KT에 로봇 부품을 납품하는 두나무는 상장을 준비한다.", ("두나무", "SUPPLIES", "KT")),
        ("두나무는 KT와 장기 계약을 맺었다.", ("두나무", "SUPPLIES", "KT")),
        ("카카오가 초기에 투자한 두나무가 상장한다.", ("카카오", "INVESTED_IN", "두나무")),
        (
            "두나무는 카카오와 KT에서 시리즈B 300억원을 받았다.",
            ("카카오", "INVESTED_IN", "두나무"),
        ),
    ],
)
def test_goods_and_money_have_a_giver(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """The firm that a clause modifies supplies or is funded; money received is no goods."""
    found = facts(text)
    assert fact in found
    assert fact[1] == "SUPPLIES" or not any(relation == "SUPPLIES" for _, relation, _ in found)


_STORY = "두나무가 웃었다.\n두나무는 크다. 두나무는 서울에 있다.\n"


def test_a_bare_post_is_of_the_story_s_own_firm(facts: Callable[[str], Facts]) -> None:
    """A paragraph that names no other firm speaks of the head of the one that the story is of."""
    assert ("김민수", "LEADS", "두나무") in facts(f"{_STORY}김민수 대표는 내년에 더 크겠다고 했다.")


def test_a_bare_post_beside_another_firm_is_left_open(facts: Callable[[str], Facts]) -> None:
    """Where the paragraph speaks of another firm, it may be that one's head."""
    story = f"{_STORY}KT에서 온 김민수 대표는 내년에 더 크겠다고 했다."
    assert ("김민수", "LEADS", "두나무") not in facts(story)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("산제이 메로트라 두나무 CEO는 기뻐했다.", "산제이 메로트라"),
        (f"{_STORY}티에리 르 에나프 최고경영자는 기뻐했다.", "티에리 르 에나프"),
    ],
)
def test_a_foreign_name_is_one_person(
    facts: Callable[[str], Facts], text: str, person: str
) -> None:
    """No part of it is a firm, and none is left out."""
    assert (person, "LEADS", "두나무") in facts(text)
