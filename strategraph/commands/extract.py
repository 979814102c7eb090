"""The command `extract`: what articles say, as lines of JSON, without a store."""

from collections.abc import Iterator
from time import perf_counter
from typing import Annotated

import typer

from graph.documents import Document
from graph.errors import BadInputError
from graph.extracts import ExtractOut, json_lines
from loaders.articles import Unread
from loaders.files import expand, is_facts_file
from strategraph.context import MinConfidence, least_of, settings_of
from strategraph.failures import BAD_INPUT, tell
from strategraph.items import document_of, items_of
from strategraph.reading import read
from strategraph.terminal import followed, put

Files = Annotated[
    list[str], typer.Argument(help="Articles, URLs, folders or patterns; - is stdin.")
]
WithText = Annotated[bool, typer.Option("--with-text", help="Keep the text, for `load`.")]


def extract(
    context: typer.Context,
    files: Files,
    with_text: WithText = False,
    min_confidence: MinConfidence = None,
) -> None:
    """Print what articles name and state, one JSON object a line, in the order given."""
    names = [name for name in expand(files) if not is_facts_file(name)]
    if not names:
        raise BadInputError(f"there is no article in {', '.join(files)}")
    least = least_of(context, min_confidence)
    run = _Run(settings_of(context).max_article_bytes, with_text, least)
    for line in json_lines(run.extracts(names)):
        put(line)
    if run.unread:
        raise typer.Exit(BAD_INPUT)


class _Run:
    """One run of `extract`, counting what could not be read."""

    def __init__(self, max_bytes: int, with_text: bool, least: float | None) -> None:
        self._max_bytes, self._with_text, self._least = max_bytes, with_text, least
        self.unread = 0

    def extracts(self, names: list[str]) -> Iterator[ExtractOut]:
        for name in followed(names, "articles", printing=True):
            for item in items_of(name, max_bytes=self._max_bytes):
                if isinstance(item, Unread):
                    self._miss(item.place, item.reason)
                    continue
                try:
                    yield self._extract(document_of(item))
                except BadInputError as error:
                    self._miss(item.place, str(error))

    def _extract(self, document: Document) -> ExtractOut:
        start = perf_counter()
        reading = read(document, self._least)
        seconds = perf_counter() - start
        return ExtractOut.from_reading(reading, seconds=seconds, with_text=self._with_text)

    def _miss(self, place: str, reason: str) -> None:
        tell(f"{place}: {reason}")
        self.unread += 1
