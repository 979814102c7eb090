"""The page docs/ontology.md, written from the ontology; run as a module it prints the page."""

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence

from graph.ontology import (
    Label,
    Modality,
    Ontology,
    Qualifier,
    Relation,
    Status,
    Structural,
    ontology,
)
from graph.schema import VALUES

_TOP = """# What the graph is made of

This page is written from `graph/data/ontology.yaml`, the one place that says what is legal.
The loaders, both stores, the API and the JSON Schema of the extract object read the same file.
`GET /ontology` answers with it, and `strategraph schema` prints the JSON Schema.
"""
_ENTITIES = """
## Entities

Every entity has an `id`, a `name`, `names` by language, `aliases` and `identifiers`.
All of them come from documents.
The id is a function of its names and identifiers, the same on every machine.
An entity that was merged with another is found under each id that it had.
"""
_KINDS = """
An Organization has a `kind`: {kinds}.
A bare `LG`, `SK` or `한화` in the news is the business group.
The holding company (`㈜LG`) is an entity of its own.
"""
_RELATIONS = """
## Relations

A relation goes from its subject to its object.
A claim whose ends have other labels than these is rejected, with this as the reason.
“Apart by” names the qualifiers that make it another fact between the same two ends.
Two relations of different type always stand side by side.
"""
_EVERY = """
Every relation may also carry {common}.

## Qualifiers
"""
_STANDING = """
## Status and modality

`status` is how far a thing has come: {statuses}.
`modality` is how firmly the article says it: {modalities}.
A plan, an agreement or a rumor is not to be told as a completed fact.

## Evidence

A fact exists because at least one document states it.
It keeps the place: `text[start:end]` is the evidence.
Articles that say the same make one fact with several pieces of evidence.
Where they differ on a qualifier, every value is kept and the conflict shows.
When the last document is taken back, the fact goes, with every name and entity under it alone.
"""
_STRUCTURAL = """
## Edges that no article claims
"""
_CHANGING = """
## Changing it

Edit `graph/data/ontology.yaml`, then write this page again:

```sh
python -m graph.ontology_page > docs/ontology.md
```

A test compares the two.
Facts files, both stores and the exports then take a new relation.
To be found in articles it needs rules: see [extraction](extraction.md).
A store keeps what was admitted under the old rules until its documents are loaded again.
"""


def render() -> str:
    """The whole page, as Markdown."""
    return "".join(_pieces(ontology()))


def _pieces(rules: Ontology) -> Iterator[str]:
    yield _TOP
    yield _ENTITIES
    yield _table(["label", "what it is"], ([_code(x), says] for x, says in rules.labels.items()))
    yield _KINDS.format(kinds=_codes(rules.kinds))
    claimed = [r for name, r in rules.relations.items() if name not in rules.structural]
    common = set.intersection(*(set(r.qualifiers) for r in claimed))
    yield _RELATIONS
    header = ["relation", "from", "to", "it holds when", "qualifiers", "apart by"]
    yield _table(header, (_row(relation, common) for relation in claimed))
    yield _EVERY.format(common=_codes(sorted(common), " and "))
    yield _table(["qualifier", "relations", "what it holds"], _qualifiers(claimed, common))
    yield _STANDING.format(statuses=_codes(Status), modalities=_codes(Modality))
    yield _STRUCTURAL
    edges = rules.structural.values()
    yield _table(["edge", "from", "to", "it holds when"], (_edge(edge) for edge in edges))
    yield _CHANGING


def _row(relation: Relation, common: set[str]) -> list[str]:
    between = "↔" if relation.symmetric else ""
    return [
        _code(relation.name),
        _labels(relation.subjects),
        " ".join(filter(None, [between, _labels(relation.objects)])),
        relation.says,
        _codes(name for name in relation.qualifiers if name not in common),
        _codes(relation.apart_by),
    ]


def _labels(labels: Collection[Label]) -> str:
    return ", ".join(label for label in Label if label in labels)


def _qualifiers(relations: Sequence[Relation], common: set[str]) -> Iterator[list[str]]:
    """A row for each qualifier of one meaning, with the relations that carry it."""
    carriers: dict[Qualifier, list[str]] = {}
    names: dict[Qualifier, str] = {}
    for relation in relations:
        for name, qualifier in relation.qualifiers.items():
            carriers.setdefault(qualifier, []).append(relation.name)
            names[qualifier] = name
    for qualifier in sorted(carriers, key=lambda q: (q.name, q.type)):
        everywhere = qualifier.name in common or len(carriers[qualifier]) == len(relations)
        where = "every relation" if everywhere else _codes(carriers[qualifier])
        yield [_code(names[qualifier]), where, _holds(qualifier)]


def _holds(qualifier: Qualifier) -> str:
    if qualifier.values:
        return f"one of {_codes(qualifier.values)}"
    return str(VALUES[qualifier.type]["description"])


def _edge(edge: Structural) -> list[str]:
    return [_code(edge.name), ", ".join(edge.subjects), ", ".join(edge.objects), edge.says]


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n" + "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _code(name: str) -> str:
    return f"`{name}`"


def _codes(names: Iterable[str], last: str = ", ") -> str:
    *most, end = [_code(name) for name in names] or [""]
    return last.join(filter(None, [", ".join(most), end]))


if __name__ == "__main__":
    sys.stdout.write(render())
