"""Documents: texts that never change, with where they come from."""

import hashlib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from graph.dates import partial_date
from graph.errors import BadInputError

SHIPPED = "reference:"
"""How the URLs of shipped data begin."""


class DocumentKind(StrEnum):
    """What a document is: a news story, a row of shipped data, a register's record, a judgement."""

    ARTICLE = "article"
    REFERENCE = "reference"
    REGISTER = "register"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class Document:
    """An article, a table's row or a register's record; `text[start:end]` is evidence for ever.

    The id is a function of the URL, or of the text where there is none,
    so a text that changed under its URL is the same document.
    """

    id: str
    text: str
    sha256: str
    kind: DocumentKind = DocumentKind.ARTICLE
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a source says of a document besides its text; None where it does not know."""

    kind: DocumentKind
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None


def text_hash(text: str) -> str:
    """The SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def document_id(*, text: str, url: str | None, kind: DocumentKind = DocumentKind.ARTICLE) -> str:
    """The id that a document of this URL, or without one of this text, has on every machine.

    A judgement is never what an article of the same words is.
    """
    key = f"url:{url}" if url else f"text:{text_hash(text)}"
    if kind is DocumentKind.JUDGEMENT:
        key = f"judgement:{key}"
    return "doc_" + hashlib.sha256(key.encode()).hexdigest()[:20]


def make_document(
    text: str,
    *,
    kind: DocumentKind = DocumentKind.ARTICLE,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Document:
    """A document with its id and hash; raises BadInputError for no text or an impossible date."""
    if not text.strip():
        raise BadInputError("the text is empty")
    if "\0" in text:
        raise BadInputError("this is a binary file, not a text: it holds a NUL byte")
    if any(unicodedata.category(character) == "Cs" for character in text):
        raise BadInputError("the text holds half of a surrogate pair, which is not Unicode text")
    if kind is DocumentKind.ARTICLE and (url or "").startswith(SHIPPED):
        raise BadInputError(f"url: '{SHIPPED}' begins the URLs of shipped data, not of articles")
    if published is not None:
        try:
            published = partial_date(published)
        except ValueError as error:
            raise BadInputError(f"published: {error}") from error
    return Document(
        id=document_id(text=text, url=url, kind=kind),
        text=text,
        sha256=text_hash(text),
        kind=kind,
        title=title or None,
        publisher=publisher or None,
        published=published,
        url=url or None,
        language=language or None,
    )
