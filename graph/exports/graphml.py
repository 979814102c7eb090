"""GraphML of the whole graph, streamed, that Gephi, Cytoscape, igraph, networkx and APOC open.

One file serves them all but yEd, which shows only graphics of its own: `flavor="yed"` adds those.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from graph.entities import Entity
from graph.errors import BadInputError
from graph.exports import yed
from graph.exports.columns import (
    Column,
    entity_columns,
    entity_values,
    fact_columns,
    fact_values,
)
from graph.fact_records import fact_record
from graph.facts import Fact
from graph.records import entity_record
from graph.stores.base import Reader, batches

FLAVORS = ("yed",)
_BATCH = 500
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"{namespace} \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write(reader: Reader, flavor: str | None = None) -> Iterator[bytes]:
    """The graph as GraphML, piece by piece, in memory that does not grow with it.

    Raises BadInputError for a flavor that is not known, before anything is written.
    Characters that XML cannot hold are left out of what tools show, and counted at the end;
    `props_json` escapes them, so that nothing is lost.
    """
    if flavor is not None and flavor not in FLAVORS:
        raise BadInputError(f"flavor '{flavor}' is not one of {', '.join(FLAVORS)}")
    return _Writer(graphics=flavor == "yed").pieces(reader)


class _Writer:
    """One file being written; keys are the columns' names behind `n_` or `e_`."""

    def __init__(self, *, graphics: bool) -> None:
        self._graphics = graphics
        self._left_out = 0
        self._nodes = 0

    def pieces(self, reader: Reader) -> Iterator[bytes]:
        yield self._head().encode()
        for entities in batches(reader.all_entities(), _BATCH):
            yield "".join(map(self._node, entities)).encode()
        for facts in batches(reader.all_facts(), _BATCH):
            yield "".join(map(self._edge, facts)).encode()
        yield self._tail().encode()

    def _head(self) -> str:
        keys = [
            *_keys("node", entity_columns()),
            *_keys("edge", fact_columns()),
            *(yed.KEYS if self._graphics else ()),
        ]
        namespace = yed.NAMESPACE if self._graphics else ""
        graph = '<graph id="strategraph" edgedefault="directed">\n'
        return _HEAD.format(namespace=namespace) + "".join(f"{key}\n" for key in keys) + graph

    def _tail(self) -> str:
        note = f"<!-- characters that XML cannot hold, left out: {self._left_out} -->\n"
        return "</graph>\n" + (note if self._left_out else "") + "</graphml>\n"

    def _node(self, entity: Entity) -> str:
        data = self._data("n", entity_values(entity), entity_record(entity))
        if self._graphics:
            data += yed.node_graphics(entity, self._text(entity.name), self._nodes)
        self._nodes += 1
        return f'<node id="{entity.id}" labels=":{entity.label}">{data}</node>\n'

    def _edge(self, fact: Fact) -> str:
        data = self._data("e", fact_values(fact), fact_record(fact))
        if self._graphics:
            data += yed.edge_graphics(fact)
        return (
            f'<edge id="{fact.id}" source="{fact.subject}" target="{fact.object}"'
            f' label="{fact.type}">{data}</edge>\n'
        )

    def _data(self, scope: str, values: Mapping[str, Any], record: Mapping[str, Any]) -> str:
        parts = []
        for name, value in values.items():
            shown = self._text(value if isinstance(value, str) else _json(value))
            if shown:
                parts.append(f'<data key="{scope}_{name}">{shown}</data>')
        parts.append(f'<data key="{scope}_props_json">{_escaped(_lossless(record))}</data>')
        return "".join(parts)

    def _text(self, text: str) -> str:
        if not text.isprintable():
            text, left_out = _ILLEGAL.subn("", text)
            self._left_out += left_out
        return _escaped(text)


def _keys(scope: str, columns: Iterable[Column]) -> Iterator[str]:
    for column in columns:
        many = ' attr.list="string"' if column.many else ""
        yield (
            f'<key id="{scope[0]}_{column.name}" for="{scope}"'
            f' attr.name="{column.name}" attr.type="{column.type}"{many}/>'
        )


def _lossless(record: Mapping[str, Any]) -> str:
    """The record as JSON without any character that XML cannot hold."""
    text = _json(record)
    if text.isprintable():
        return text
    return _ILLEGAL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _json(value: Any) -> str:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def _escaped(text: str) -> str:
    """The text as XML; a carriage return is kept from being read as a line feed."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    )
