"""Nouns that say what one firm is to another, with and without saying whose they are."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("두나무는 크다. KT와 카카오가 주요 고객이다.", ("두나무", "SUPPLIES", "KT")),
        ("두나무는 크다. 최대 거래처는 KT와 카카오다.", ("두나무", "SUPPLIES", "카카오")),
        ("두나무는 크다. 주 고객은 KT.", ("두나무", "SUPPLIES", "KT")),
        ("두나무는 크다. 경쟁사로는 KT와 카카오가 꼽힌다.", ("두나무", "COMPETES_WITH", "KT")),
        ("두나무는 크다. 겨룰 상대는 KT다.", ("두나무", "COMPETES_WITH", "KT")),
        ("두나무는 크다. 경쟁사 KT도 크다.", ("두나무", "COMPETES_WITH", "KT")),
        ("두나무에는 KT와 카카오가 주주로 들어와 있다.", ("KT", "HAS_STAKE_IN", "두나무")),
        ("KT를 모회사로 둔 두나무가 웃었다.", ("KT", "HAS_SUBSIDIARY", "두나무")),
        ("두나무는 KT를 손님으로 모셨다.", ("두나무", "SUPPLIES", "KT")),
        ("카카오는 네이버와 KT를 경쟁 상대로 꼽는다.", ("카카오", "COMPETES_WITH", "KT")),
    ],
)
def test_a_noun_says_what_one_is_to_the_other(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """Where no words say whose customer or rival it is, it is that of whom is spoken."""
    found = facts(text)
    assert fact in found or (fact[1] == "COMPETES_WITH" and fact[::-1] in found)


def test_a_new_paragraph_turns_to_the_story_s_own_firm(facts: Callable[[str], Facts]) -> None:
    """Who was named at the end of the paragraph before is not whose rival it is."""
    story = "두나무는 크다. 두나무는 웃었다. 네이버도 크다.\n경쟁사로는 KT가 꼽힌다."
    rivals = [{a, b} for a, relation, b in facts(story) if relation == "COMPETES_WITH"]
    assert rivals == [{"두나무", "KT"}]


def test_a_topic_that_nobody_knows_has_no_one_else_s_clients(facts: Callable[[str], Facts]) -> None:
    """`부문은 KT가 고객이다` is not of the firm before."""
    assert not any(r == "SUPPLIES" for _, r, _ in facts("두나무는 크다. 부문은 KT가 고객이다."))


def test_a_price_does_not_hide_who_buys(facts: Callable[[str], Facts]) -> None:
    """`네이버에 1조원에 매각하는` has two phrases with one particle."""
    sold = "카카오는 두나무 지분 전량을 네이버에 1조원에 매각하는 계약을 맺었다."
    assert ("네이버", "ACQUIRED", "두나무") in facts(sold)


def test_who_also_takes_part_is_a_partner_of_no_one_named(facts: Callable[[str], Facts]) -> None:
    """`A와 B도 함께한다` says with whom elsewhere."""
    assert not any(r == "PARTNERS_WITH" for _, r, _ in facts("KT와 카카오도 연구를 함께한다."))
