"""Sentences: the story without the page around it."""

from loaders.korean.text.masking import mask
from loaders.korean.text.sentences import sentences


def story(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[s.start : s.end] for s in sentences(text)]


def test_sentences_end_at_full_stops_and_lines() -> None:
    """Sentences end at full stops and lines."""
    assert story("가나가 웃었다. 다라가 울었다.\n제목 없는 줄") == [
        "가나가 웃었다.",
        "다라가 울었다.",
        "제목 없는 줄",
    ]


def test_a_quoted_full_stop_does_not_end_a_sentence() -> None:
    """A quoted full stop does not end a sentence."""
    assert len(story("그는 “좋다. 아주 좋다.”고 말했다.")) == 1


def test_a_repeated_line_is_read_once() -> None:
    """A repeated line is read once."""
    assert story("같은 제목\n같은 제목\n본문이다.") == ["같은 제목", "본문이다."]


def test_a_masked_sentence_knows_its_way_back() -> None:
    """Brackets go, quotation marks go, and every character left is where it came from."""
    text = "머리말. 가나의 ‘모아봇’(MoaBot)을 샀다."
    masked = mask(text, 5, len(text))
    assert masked.text == "가나의 모아봇을 샀다."
    assert all(text[masked.raw[i]] == c for i, c in enumerate(masked.text))
    assert [text[b.start : b.end] for b in masked.brackets] == ["MoaBot"]
    assert [masked.text[a:b] for a, b in masked.quotes] == ["모아봇"]


def test_a_list_of_other_stories_ends_the_story_only_once_it_began() -> None:
    """Some pages have it above the story too."""
    page = "많이 본 뉴스\n다라, 마바 인수\n가나가 웃었다.\n많이 본 뉴스\n다라가 울었다."
    assert story(page) == ["가나가 웃었다."]


def test_a_box_of_other_stories_ends_at_the_next_full_stop() -> None:
    """It often stands in the middle of a story."""
    page = "가나가 웃었다.\n관련 기사\n다라, 마바와 합작\n라마, 바사 인수\n가나는 다시 웃었다."
    assert story(page) == ["가나가 웃었다.", "가나는 다시 웃었다."]


def test_a_line_above_the_story_is_its_headline_if_it_speaks_of_it() -> None:
    """The rest of a menu has other words; inside the story every line counts."""
    menu = "로그인\n한서일보\n삼성전자\n"
    page = menu + "가나, 다라와 합작\n가나는 다라와 합작했다.\n소제목\n가나가 웃었다."
    assert story(page) == [
        "가나, 다라와 합작",
        "가나는 다라와 합작했다.",
        "소제목",
        "가나가 웃었다.",
    ]


def test_a_heading_with_its_sign_is_part_of_the_story() -> None:
    """Lists of short news have hardly a full stop."""
    assert story("가나가 웃었다.\n■ 다라, 마바 인수\n▲ 금액 : 3억원") == [
        "가나가 웃었다.",
        "■ 다라, 마바 인수",
        "▲ 금액 : 3억원",
    ]


def test_a_word_of_the_menu_is_no_headline() -> None:
    """Not even where the story says that word, too."""
    page = "로그인\n기업\n가나전자, 다라 인수\n가나전자는 다라라는 기업을 샀다.\n댓글\n"
    assert story(page) == ["가나전자, 다라 인수", "가나전자는 다라라는 기업을 샀다."]
