"""Word pieces: every piece is a span of the text, in order, and nothing of the text is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.korean.encoder.wordpieces import UNKNOWN, WordPieces

PIECES = {"▁": -3.0, "▁삼성": -5.0, "전자": -4.0, "전": -6.0, "자": -6.0, "가": -3.5, "A": -5.0}


@pytest.fixture(scope="module")
def small() -> WordPieces:
    return WordPieces(list(PIECES), list(PIECES.values()))


def _words(cut_by: WordPieces, text: str) -> list[str]:
    cut = cut_by.cut(text)
    return [text[a:b] for a, b in zip(cut.starts, cut.ends, strict=True)]


def test_a_word_is_cut_into_its_likeliest_pieces(small: WordPieces) -> None:
    assert _words(small, "삼성전자가  가") == ["삼성", "전자", "가", "", "가"]


def test_what_no_piece_has_is_unknown_but_has_its_place(small: WordPieces) -> None:
    cut = small.cut("삼성龍")
    assert _words(small, "삼성龍") == ["삼성", "龍"]
    assert cut.numbers.tolist()[-1] == UNKNOWN


def test_wide_letters_are_read_as_narrow_ones_in_their_place(small: WordPieces) -> None:
    assert _words(small, "Ａ가") == ["", "Ａ", "가"]
    assert UNKNOWN not in small.cut("Ａ가").numbers


@given(st.text("삼성전자가 A龍\n.", max_size=40))
def test_the_pieces_of_a_text_are_its_words_in_order(text: str) -> None:
    """No character but white space is left out, and none is in two pieces."""
    cut = WordPieces(list(PIECES), list(PIECES.values())).cut(text)
    spans = list(zip(cut.starts.tolist(), cut.ends.tolist(), strict=True))
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())
    assert spans == sorted(spans)


def test_a_span_of_the_text_is_found_among_the_pieces(small: WordPieces) -> None:
    text = "가 삼성전자가"
    cut = small.cut(text)
    first, last = cut.span(2, 6)
    assert "".join(_words(small, text)[first:last]) == "삼성전자"


def test_only_the_pieces_within_spans_are_kept(small: WordPieces) -> None:
    """What starts outside of every span is left out; spans may overlap."""
    cut = small.cut("하나 둘 셋")
    kept = cut.within([(3, 4), (3, 6)])
    assert kept.starts.tolist() == [at for at in cut.starts.tolist() if at >= 3]
    assert cut.within([]).numbers.tolist() == []
    assert small.cut("").within([(0, 3)]).numbers.tolist() == []
