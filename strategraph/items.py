"""Items: the articles that a file, a URL or `-` holds."""

from collections.abc import Iterator

from graph.documents import Document
from graph.errors import BadInputError
from loaders.addresses import is_address
from loaders.articles import Item, Unread, page_item, read_items
from strategraph.fetching import fetch


def items_of(name: str, *, max_bytes: int) -> Iterator[Item | Unread]:
    """What is there; what cannot be fetched or read comes with its reason."""
    if not is_address(name):
        yield from read_items(name, max_bytes=max_bytes)
        return
    try:
        fetched = fetch(name, max_bytes=max_bytes)
        yield page_item(name, fetched.raw, charset=fetched.charset)
    except BadInputError as error:
        yield Unread(name, str(error))


def document_of(item: Item) -> Document:
    """The item's article, to be read anew whatever an extractor found in it already."""
    content = item.content
    return content if isinstance(content, Document) else content.proposal().document
