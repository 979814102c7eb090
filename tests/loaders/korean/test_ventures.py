"""A venture without a name; every sentence is our own."""

from collections.abc import Callable

from graph.claims import Reading
from tests.loaders.korean.conftest import Facts

_STORY = (
    "제브릭전자는 누비로직스와 합작법인을 설립한다고 25일 밝혔다. "
    "합작법인은 제브릭전자가 51%, 누비로직스가 49%를 갖는다. {}"
)


def test_the_one_venture_of_a_story_stands_for_itself(facts: Callable[[str], Facts]) -> None:
    """Both parents hold it, though it has no name."""
    found = facts(_STORY.format("공장은 수원에 짓는다."))
    assert ("제브릭전자", "HAS_STAKE_IN", "합작법인") in found
    assert ("누비로직스", "HAS_STAKE_IN", "합작법인") in found


def test_a_venture_with_a_name_is_no_second_one(read: Callable[[str], Reading]) -> None:
    """The noun then stands for the one that is named."""
    story = _STORY.format("합작법인의 이름은 가누엘이다. 가누엘은 수원에 공장을 짓는다.")
    names = {r.name for r in read(story).referents}
    assert "가누엘" in names
    assert "합작법인" not in names


def test_two_stories_ventures_are_two(read: Callable[[str], Reading]) -> None:
    """What tells them apart is the story that each stands in."""
    ventures = [
        next(r for r in read(_STORY.format(more)).referents if r.name == "합작법인")
        for more in ("공장은 수원에 짓는다.", "공장은 오산에 짓는다.")
    ]
    assert ventures[0].identifiers != ventures[1].identifiers
