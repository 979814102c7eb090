"""Reading: which extractor reads a document, by its language."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from threading import Lock

from graph.admission import admit
from graph.claims import Reading
from graph.documents import Document
from graph.errors import UnsupportedLanguageError
from loaders.accounts import Account, Extraction
from loaders.languages import detect

Extractor = Callable[[Document, float | None], Extraction]


def _korean() -> Extractor:
    # Loading its model takes a moment that commands without articles need not wait.
    from loaders.korean.extractor import KoreanExtractor

    return KoreanExtractor()


_EXTRACTORS: Mapping[str, Callable[[], Extractor]] = {"ko": _korean}
# Several threads may ask at once: an extractor is made once.
_MAKING = Lock()

OWN_EXTRACTORS = frozenset({"korean"})
"""The names under which our own extractors sign their evidence."""


def read(document: Document, least: float | None = None) -> Reading:
    """What the document says; raises UnsupportedLanguageError naming its language.

    `least` is the confidence that a fact needs; by default the extractor's own.
    """
    return admit(_extraction(document, least).proposal)


def account(document: Document, least: float | None = None) -> Account:
    """What the document says and how it was read; raises what `read` raises."""
    extraction = _extraction(document, least)
    reading = admit(extraction.proposal)
    return Account(reading, tuple(extraction.sentences(reading)))


def _extraction(document: Document, least: float | None) -> Extraction:
    language = document.language or detect(document.text)
    with _MAKING:
        extractor = _extractor(language)
    return extractor(replace(document, language=language), least)


@cache
def _extractor(language: str) -> Extractor:
    make = _EXTRACTORS.get(language)
    if make is None:
        supported = ", ".join(sorted(_EXTRACTORS))
        raise UnsupportedLanguageError(
            f"the text is in a language that is not read here: '{language}' (read are: {supported})"
        )
    extractor = make()
    # What is loaded stays: looking it through for garbage would cost a twentieth of the time.
    gc.collect()
    gc.freeze()
    return extractor
