"""The command `log`: what was loaded and taken back, when and by whom."""

from typing import Annotated

import typer

from graph.stores.log import LogEntry
from strategraph.context import store_of
from strategraph.terminal import put

_PAGE = 500
# A line is one entry and a tab is the next field, whatever a file is called.
_ESCAPED = {code: repr(chr(code))[1:-1] for code in (*range(0x20), 0x7F, 0x85, 0x2028, 0x2029)}
Document = Annotated[str | None, typer.Option("--document", help="Only of this document.")]


def log(context: typer.Context, document: Document = None) -> None:
    """Print the ledger's log, the oldest first: time, action, document, source, who, from where."""
    with store_of(context) as store:
        after: str | None = None
        while True:
            page = store.log(after=after, limit=_PAGE)
            for entry in page.items:
                if document in (None, entry.document):
                    put(_line(entry))
            after = page.next
            if after is None:
                return


def _line(entry: LogEntry) -> str:
    words = (entry.at, entry.action, entry.document, entry.source, entry.actor, entry.origin or "")
    return "\t".join(word.translate(_ESCAPED) for word in words)
