"""Reads our own GraphML back, without loss: entities and facts from their `props_json`."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import iterparse  # our own files, no entities in them

import orjson

from graph.entities import Entity
from graph.fact_records import fact_from
from graph.facts import Fact
from graph.records import entity_from

_NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
_RECORDS = {f"{_NAMESPACE}node": "n_props_json", f"{_NAMESPACE}edge": "e_props_json"}


def read(file: BinaryIO) -> Iterator[Entity | Fact]:
    """Every entity and fact of a file that `graph.exports.graphml` wrote, in its order."""
    for _, element in iterparse(file):  # noqa: S314
        key = _RECORDS.get(element.tag)
        if key is None:
            continue
        record = next(
            orjson.loads(data.text or "")
            for data in element.iter(f"{_NAMESPACE}data")
            if data.get("key") == key
        )
        yield entity_from(record) if key[0] == "n" else fact_from(record)
        element.clear()
