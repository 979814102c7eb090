"""What a document is known by, and which texts are none."""

import pytest

from graph.dates import first_day, last_day, partial_date
from graph.documents import DocumentKind, make_document
from graph.errors import BadInputError


def test_an_article_is_known_by_its_url_and_else_by_its_text() -> None:
    one = make_document("가", url="https://news.example/1")
    assert one.id == make_document("나", url="https://news.example/1").id
    assert make_document("가").id == make_document("가", title="다른 제목").id
    assert len({one.id, make_document("가").id, make_document("나").id}) == 3


def test_an_article_never_passes_for_a_judgement_or_for_shipped_data() -> None:
    words = make_document("'가'와 '나'는 하나다.")
    assert words.id != make_document(words.text, kind=DocumentKind.JUDGEMENT).id
    with pytest.raises(BadInputError, match="shipped data"):
        make_document("가", url="reference:companies/lg_chem")


def test_decomposed_hangul_is_kept_as_it_was_written() -> None:
    """Normalizing would move every character offset."""
    text = "\u1100\u1161\u110b\u1169\u11ab"
    assert make_document(text).text == text


@pytest.mark.parametrize("text", ["", "  \n ", "a\0b", "\ud800"])
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(BadInputError):
        make_document(text)


@pytest.mark.parametrize("date", ["2023", "2023-01", "2023-01-18", "2024-02-29"])
def test_dates_may_be_partial(date: str) -> None:
    assert partial_date(date) == date


@pytest.mark.parametrize("date", ["23", "2023-13", "2023-02-29", "2023.01.18", "yesterday", ""])
def test_a_date_that_is_none_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match="not"):
        partial_date(date)


def test_a_partial_date_spans_its_days() -> None:
    assert (first_day("2024"), last_day("2024")) == ("2024-01-01", "2024-12-31")
    assert (first_day("2024-02"), last_day("2024-02")) == ("2024-02-01", "2024-02-29")
    assert (first_day("2024-02-03"), last_day("2024-02-03")) == ("2024-02-03", "2024-02-03")
