"""Labeled articles: what a careful reader says that a text names and states."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.claims import Span
from graph.errors import BadInputError
from graph.ontology import Label


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class GoldEntity(_Lenient):
    """An entity of a labeled article, with every name that counts as its own."""

    key: str
    type: Label
    names: list[str]


class GoldFact(_Lenient):
    """A labeled fact; `explicit` where one sentence names both ends and states it."""

    s: str
    r: str
    o: str
    explicit: bool = False
    p: int | None = None


class GoldArticle(_Lenient):
    """A labeled article; what is `optional` is neither rewarded nor punished."""

    id: str
    text: str | None = None
    published: str | None = None
    sentences: list[Span] = []
    entities: list[GoldEntity]
    facts: list[GoldFact]
    optional: list[GoldFact] = []
    optional_entities: list[GoldEntity] = Field(default=[])

    @property
    def number(self) -> int:
        """The number in its id; 0 where there is none."""
        return int("".join(filter(str.isdigit, self.id)) or 0)

    @property
    def read_by_authors(self) -> bool:
        """Whether authors of rules may have read it: what rules do there says too much for them.

        Of the `d` articles they read all but each third, of the `k` articles each third.
        """
        return self.number % 3 == 1 or (self.id.startswith("d") and self.number % 3 == 2)


def labeled_articles(folder: Path) -> Iterator[tuple[GoldArticle, str]]:
    """The articles of a folder: `gold/ID.json`, or `gold.json` beside its only text."""
    inner = folder / "gold"
    paths = sorted(inner.glob("*.json")) if inner.is_dir() else sorted(folder.glob("*.json"))
    for path in paths:
        try:
            gold = GoldArticle.model_validate_json(path.read_bytes())
        except (ValidationError, json.JSONDecodeError) as error:
            raise BadInputError(f"{path}: not a label file: {error}") from error
        _check_ends(gold, path)
        yield gold, _text_of(gold, folder, path)


def _check_ends(gold: GoldArticle, path: Path) -> None:
    """A fact that is asked for has ends that are: BadInputError names one that has not."""
    keys = {entity.key for entity in gold.entities}
    for fact in gold.facts:
        for end in (fact.s, fact.o):
            if end not in keys:
                raise BadInputError(
                    f"{path}: {fact.s} {fact.r} {fact.o}: '{end}' is not among its entities"
                )


def _text_of(gold: GoldArticle, folder: Path, path: Path) -> str:
    if gold.text is not None:
        candidates = [folder / gold.text, path.parent / gold.text, path.parent.parent / gold.text]
    else:
        candidates = sorted(path.parent.glob("*.txt"))
        if len(candidates) > 1:
            raise BadInputError(f"{path}: it names no text, and several stand beside it")
    found = next((candidate for candidate in candidates if candidate.is_file()), None)
    if found is None:
        raise BadInputError(f"{path}: its text is missing")
    return found.read_bytes().decode("utf-8")
