"""Articles: texts and pages with a sidecar, article objects, and lines of them or of extracts."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TypeVar

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.documents import Document, make_document
from graph.errors import BadInputError
from graph.extracts import ExtractOut, parse_extract
from loaders.files import (
    LINES,
    PAGES,
    STDIN,
    WITH_SIDECAR,
    called,
    origin_of,
    read_within,
    spelled,
    within,
)
from loaders.languages import detect
from loaders.pages import read_page

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_PAGE_BEGINS = re.compile(rb"\s*<(?:!doctype\s+html|html|\?xml)\b", re.IGNORECASE)
_DATE_OF_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:")


class _About(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    def document(self, text: str) -> Document:
        """The document of a text that this is about."""
        moment = _DATE_OF_TIME.match(self.published or "")
        return make_document(
            text,
            title=self.title,
            publisher=self.publisher,
            published=moment[1] if moment else self.published or None,
            url=self.url,
            language=self.language or detect(text),
        )

    def of_page(self, raw: bytes, *, charset: str | None = None) -> Document:
        """The document of a page that this is about; what the page says fills what is left open."""
        page = read_page(raw, charset=charset, url=self.url)
        said = _About(
            title=page.title, publisher=page.publisher, published=page.published, url=page.url
        )
        return said.model_copy(update=self.model_dump(exclude_none=True)).document(page.text)


class _Article(_About):
    text: str


About = TypeVar("About", bound=_About)


@dataclass(frozen=True, slots=True)
class Item:
    """One article, or one article with what an extractor found in it already.

    `origin` is the absolute path of the file it came from, or its URL; `place` is what a person
    calls it.
    """

    origin: str
    place: str
    content: Document | ExtractOut


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read: what a person calls the place, and why."""

    place: str
    reason: str


def read_items(name: str, *, max_bytes: int) -> Iterator[Item | Unread]:
    """What a file, or `-`, holds; a file or line that cannot be read comes with its reason."""
    try:
        yield from _Reader(name, max_bytes).items()
    except BadInputError as error:
        yield Unread(called(name), str(error))
    except OSError as error:
        yield Unread(called(name), error.strerror or str(error))


def read_document(path: Path, *, max_bytes: int) -> Document:
    """The one article of a text file or article object; raises BadInputError naming the file."""
    for item in read_items(str(path), max_bytes=max_bytes):
        if isinstance(item, Unread):
            raise BadInputError(f"{item.place}: {item.reason}")
        content = item.content
        return content if isinstance(content, Document) else content.proposal().document
    raise BadInputError(f"{path}: there is no article in it")


def page_item(url: str, raw: bytes, *, charset: str | None) -> Item:
    """The article of a page that was fetched; raises BadInputError where there is none in it."""
    return Item(url, url, _About(url=url).of_page(raw, charset=charset))


def decode(raw: bytes) -> str:
    """The text of UTF-8 bytes, line ends as they are, without a byte order mark.

    Raises BadInputError saying at which byte it is no text.
    """
    if b"\0" in raw:
        raise BadInputError(f"this is not a text: byte {raw.index(0)} is NUL")
    try:
        return raw.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise BadInputError(
            f"this is not UTF-8: byte {error.start} is 0x{raw[error.start]:02x} "
            "(`iconv -f CP949 -t UTF-8` converts an older Korean file)"
        ) from error


@dataclass(frozen=True, slots=True)
class _Reader:
    name: str
    max_bytes: int

    def items(self) -> Iterator[Item | Unread]:
        if self.name == STDIN:
            yield from self._unnamed(sys.stdin.buffer)
            return
        path = Path(self.name)
        with path.open("rb") as file:
            if path.suffix.lower() in LINES:
                yield from self._lines(file)
            elif path.suffix.lower() == ".json":
                yield self._item(called(self.name), self._parsed(self._whole(file)))
            elif path.suffix.lower() in PAGES:
                page = self._sidecar().of_page(self._whole(file))
                yield self._item(called(self.name), page)
            elif path.is_file():
                yield self._item(called(self.name), self._text(file, self._sidecar()))
            else:
                yield from self._unnamed(file)

    def _item(self, place: str, content: Document | ExtractOut) -> Item:
        return Item(origin_of(self.name), place, content)

    def _unnamed(self, file: BinaryIO) -> Iterator[Item | Unread]:
        """What has no file name to tell its form by: JSON where it opens with a brace."""
        first = file.readline()
        place = called(self.name)
        if _PAGE_BEGINS.match(first.removeprefix(_BYTE_ORDER_MARK)):
            yield self._item(place, _About().of_page(self._whole(file, first)))
        elif not first.removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(b"{"):
            yield self._item(place, self._text(file, _About(), first))
        elif first.rstrip().endswith(b"}"):
            yield from self._lines(chain([first], file))
        else:
            yield self._item(place, self._parsed(self._whole(file, first)))

    def _lines(self, lines: Iterable[bytes]) -> Iterator[Item | Unread]:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            place = f"{called(self.name)} line {number}"
            try:
                yield self._item(place, self._parsed(line))
            except BadInputError as error:
                yield Unread(place, str(error))

    def _text(self, file: BinaryIO, about: _About, first: bytes = b"") -> Document:
        raw = first + file.read(self.max_bytes + 1)
        self._check_length(len(raw))
        return about.document(decode(raw))

    def _whole(self, file: BinaryIO, first: bytes = b"") -> bytes:
        more = max(self.max_bytes + 1 - len(first), 0)
        return within(first + file.read(more), self.max_bytes)

    def _parsed(self, raw: bytes) -> Document | ExtractOut:
        """An article object, or an extract object where it has a document in it."""
        text = decode(raw)
        try:
            value = orjson.loads(text)
        except orjson.JSONDecodeError as error:
            raise BadInputError(f"this is not JSON: {error}") from error
        if isinstance(value, dict) and "document" in value:
            extract = parse_extract(text)
            self._check_length(len((extract.document.text or "").encode()))
            return extract
        article = _validated(_Article, text, "not an article object")
        self._check_length(len(article.text.encode()))
        return article.document(article.text)

    def _sidecar(self) -> _About:
        path = Path(self.name)
        sidecar = path.with_suffix(".json")
        if path.suffix.lower() not in WITH_SIDECAR or not sidecar.is_file():
            return _About()
        try:
            raw = read_within(sidecar, self.max_bytes)
            return _validated(_About, decode(raw), "not an object about it")
        except BadInputError as error:
            raise BadInputError(f"its sidecar {spelled(sidecar.name)}: {error}") from error

    def _check_length(self, length: int) -> None:
        if length > self.max_bytes:
            limit = f"{self.max_bytes:,} bytes (STRATEGRAPH_MAX_ARTICLE_BYTES)"
            raise BadInputError(f"the article is longer than {limit}")


def _validated(model: type[About], text: str, otherwise: str) -> About:
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        fault = f"{where}: {first['msg']}" if where else str(first["msg"])
        raise BadInputError(f"{otherwise}: {fault}") from error
