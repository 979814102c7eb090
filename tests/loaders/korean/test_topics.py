"""Who a sentence without a subject of its own is about."""

from collections.abc import Callable

from tests.loaders.korean.conftest import Facts


def test_a_topic_is_carried_on_within_its_line(facts: Callable[[str], Facts]) -> None:
    """What a sentence begins with is what the next one of the line is about."""
    text = (
        "드론 새내기들\n\n현대로템과 LIG넥스원이 시장을 연다. 현대로템이 앞선다.\n"
        "니어스랩은 드론 ‘나래’를 선보였다. 미국 텍사스주 오스틴에 지사를 뒀다."
    )
    assert ("니어스랩", "LOCATED_IN", "오스틴") in facts(text)


def test_the_firm_is_the_one_that_the_story_is_about(facts: Callable[[str], Facts]) -> None:
    """`회사는` at a line's start leaves behind whom the line before ended with."""
    text = (
        "두산로보틱스, 공장 늘린다\n\n두산로보틱스는 수원에 공장을 짓는다. 두산로보틱스는 흑자다.\n"
        "투자자로는 KB증권이 있다. KB증권은 서울에 본사를 뒀다.\n"
        "회사는 네덜란드에 법인을 세웠다."
    )
    found = facts(text)
    assert ("두산로보틱스", "LOCATED_IN", "네덜란드") in found
    assert ("KB증권", "LOCATED_IN", "네덜란드") not in found


def test_a_name_before_a_sign_heads_what_follows(facts: Callable[[str], Facts]) -> None:
    """`X=` at the head of a line says whom it is about, with a mark before it or without."""
    story = "오늘의 소식\n\n{}삼성SDI=헝가리에 배터리 공장을 짓는다."
    for mark in ("▲", "◎ ", ""):
        assert ("삼성SDI", "LOCATED_IN", "헝가리") in facts(story.format(mark))
