"""A document is read by the extractor of its language."""

import pytest

from graph.documents import make_document
from graph.errors import UnsupportedLanguageError
from loaders.korean.extractor import EXTRACTOR
from strategraph.reading import OWN_EXTRACTORS, read


def test_the_language_is_found_where_it_is_not_given() -> None:
    """The reading's document says what language it was read in."""
    reading = read(make_document("LG화학은 LG그룹의 계열사다."))
    assert reading.document.language == "ko"
    assert reading.source == "text"
    assert all(reading.document.text[e.start : e.end] for c in reading.claims for e in c.evidence)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Der Vorstand hat die Übernahme der Firma beschlossen.", "de"), ("東京の会社です。", "ja")],
)
def test_a_language_that_nobody_reads_is_named(text: str, language: str) -> None:
    """The error says which language it is and which are read."""
    with pytest.raises(UnsupportedLanguageError, match=rf"'{language}' \(read are: .*ko"):
        read(make_document(text))


def test_our_extractors_sign_with_the_names_we_know() -> None:
    """Extract objects of ours are recognized by these."""
    assert EXTRACTOR in OWN_EXTRACTORS
