"""A document is read by the extractor of its language."""

from concurrent.futures import ThreadPoolExecutor

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


def test_threads_read_what_one_reads() -> None:
    """The server reads several articles at once; each is read as if alone."""
    documents = [make_document(f"{n}일 LG화학은 GM과 손잡았다. " * 20) for n in range(1, 9)]
    alone = [read(document) for document in documents]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(read, documents * 3)) == alone * 3
