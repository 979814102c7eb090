"""The command `explain`: how an article was read, and why it says what it says."""

from collections.abc import Iterator
from typing import Annotated

import typer

from graph.errors import BadInputError
from loaders.accounts import Account
from loaders.articles import Unread
from loaders.files import expand, is_facts_file
from strategraph.context import MinConfidence, least_of, settings_of
from strategraph.explaining import explained
from strategraph.items import document_of, items_of
from strategraph.reading import account
from strategraph.terminal import put_styled

File = Annotated[str, typer.Argument(help="An article or its URL; - is stdin.")]
Sentence = Annotated[
    int | None,
    typer.Option("--sentence", metavar="N", min=1, help="Only the N-th sentence, in full."),
]


def explain(
    context: typer.Context,
    file: File,
    sentence: Sentence = None,
    min_confidence: MinConfidence = None,
) -> None:
    """Show of every sentence what is named, which rule states what, and why it was refused."""
    names = [name for name in expand([file]) if not is_facts_file(name)]
    if not names:
        raise BadInputError(f"there is no article in {file}")
    most, least = settings_of(context).max_article_bytes, least_of(context, min_confidence)
    for name in names:
        for place, told in _accounts(name, most, least):
            count = len(told.sentences)
            if sentence is not None and sentence > count:
                raise BadInputError(f"{place}: there is no sentence {sentence}, it has {count}")
            for line in explained(told, sentence):
                put_styled(line)


def _accounts(name: str, max_bytes: int, least: float | None) -> Iterator[tuple[str, Account]]:
    """What a person calls each article of the file, and how it was read."""
    for item in items_of(name, max_bytes=max_bytes):
        if isinstance(item, Unread):
            raise BadInputError(f"{item.place}: {item.reason}")
        try:
            yield item.place, account(document_of(item), least)
        except BadInputError as error:
            raise BadInputError(f"{item.place}: {error}") from error
