"""Pages: the article of a web page, and what the page says of it."""

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.errors import BadInputError
from loaders.charsets import decode_page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A page without an article is told by us, not on standard error by a library.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

# A table that lays out the page, as older pages do, is no table: its cells hold more than values.
_LAYOUT = "//table[.//table or .//td//p or .//td//div or count(.//td//br) > 1]"
_TABLE = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")
_CAPTIONS = (
    "//*[self::figcaption or contains(@class, 'caption') or contains(@class, 'img_desc')"
    " or contains(@class, 'photo_desc')][normalize-space(.) and string-length(.) < 300]"
)
# Each is looked for in all that surrounds it: a page of more would take too long.
_MOST_CAPTIONS = 100
_SENTENCE = re.compile(r"[.!?][”\"’')\]]*$", re.MULTILINE)
# What is shorter and bears no date is a notice: a page that is gone, a wall of cookies.
_NOTICE = 200
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)")
_HEAD = 2_000
_NO_NAME = re.compile(r"https?://|copyright|[ⓒ©]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """The text of an article, its paragraphs in lines, and what the page says of it."""

    text: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None


def read_page(raw: bytes, *, charset: str | None = None, url: str | None = None) -> Page:
    """The article of a page; `charset` is what its server says, `url` where it is from.

    Raises BadInputError where there is no article in it.
    """
    # Its import takes longer than a page, and commands without pages need not wait.
    from trafilatura import bare_extraction, load_html

    html = decode_page(raw, charset).replace("\0", "")
    tree = load_html(html)
    found = None
    if tree is not None:
        _tidy(tree)
        found = bare_extraction(
            tree,
            url=url,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            # A date guessed from anywhere in the page would date 지난달 wrongly: rather none.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    if found is None or isinstance(found, dict):
        raise BadInputError("there is no article in this page")
    lines = (line.strip() for line in (found.text or "").splitlines())
    text = "\n".join(line for line in lines if line)
    if not _SENTENCE.search(text) or (len(text) < _NOTICE and not found.date):
        raise BadInputError("there is no article in this page")
    return Page(
        text=text,
        title=found.title,
        publisher=_named(found.sitename),
        published=found.date,
        url=_stated(found.url) or _saved_from(html),
    )


def _tidy(tree: "HtmlElement") -> None:
    """Take out captions, and tables that only lay out."""
    for caption in tree.xpath(_CAPTIONS)[:_MOST_CAPTIONS]:
        element = caption
        # The box of a picture without its words is dropped too: it would take what follows along.
        while (box := element.getparent()) is not None and not _says(box, without=element):
            element = box
        if box is not None:
            element.drop_tree()
    for table in tree.xpath(_LAYOUT):
        for element in list(table.iter(*_TABLE)):
            element.tag = "div"


def _says(element: "HtmlElement", *, without: "HtmlElement") -> bool:
    """Whether there are words in an element beside those in one of its children."""
    beside = (child for child in element if child is not without)
    tails = (child.tail for child in element)
    inside = (word for child in beside for word in child.itertext(with_tail=False))
    return any((word or "").strip() for word in (element.text, *tails, *inside))


def _named(publisher: str | None) -> str | None:
    """The publisher, where it is a name: some pages put another thing in its place."""
    return None if publisher is None or _NO_NAME.search(publisher) else publisher


def _stated(url: str | None) -> str | None:
    """The page's own URL; one that names the whole site is no article's."""
    if url is None:
        return None
    parts = urlsplit(url)
    return url if parts.path.strip("/") or parts.query else None


def _saved_from(html: str) -> str | None:
    """Where a browser says that it saved the page from."""
    saved = _SAVED_FROM.search(html, 0, _HEAD)
    return saved[1] if saved else None
