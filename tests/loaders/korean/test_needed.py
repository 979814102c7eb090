"""Needed words: a pattern is only passed over where it cannot match."""

import pytest

from loaders.korean.constructions.needed import Wanted, needed


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("자회사_의 주주", [{"자회사"}, {"의"}, {"주주"}]),
        ("(?:공동|각자)?대표이사", [{"대표이사"}]),
        ("(?<=[가-힣])(?<!경쟁)업체", [{"업체"}]),
        ("[가-힣]{1,6}(?:센터|연구법인)", [{"센터", "연구법인"}]),
        ("(?P<one>[OL]) (?:에|로은)+", [{"O", "L"}, {"에", "로은"}]),
        ("가(?:나|다라)*마", [{"가"}, {"마"}]),
        ("가나?다{0,2}", [{"가"}]),
        (r"\d+년(?= (?:안|뒤))", [{"년"}, {"안", "뒤"}]),
        ("인수|\\S+", []),
    ],
)
def test_needed_words(pattern: str, words: list[set[str]]) -> None:
    """What is optional, forbidden or open is not needed; of alternatives one is."""
    assert needed(pattern) == {frozenset(one) for one in words}


def test_held() -> None:
    """A text holds a set where it holds one of its words."""
    venture, stake = needed("합작(?:사|법인)"), needed("지분_을")
    wanted = Wanted([venture, stake])
    held = wanted.held("합작법인_이 ")
    assert not wanted.bits(venture) & ~held
    assert wanted.bits(stake) & ~held
