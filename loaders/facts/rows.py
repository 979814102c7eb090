"""Rows: what stands in a hand-written file of facts, each with its line."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import yaml

from graph.errors import BadInputError
from loaders.articles import decode
from loaders.files import read_within

_NOTHING = frozenset({"", "~", "null"})
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One fact as it was written: every value is the text that stands there.

    `fault` says why the row is no fact at all.
    """

    line: int
    cells: Mapping[str, Any]
    fault: str | None = None

    def text(self, name: str) -> str | None:
        """The cell's text, or None where there is none."""
        value = self.cells.get(name)
        return value if isinstance(value, str) and value else None


def read_rows(path: Path, *, max_bytes: int) -> list[Row]:
    """The rows of a YAML or CSV file; raises BadInputError saying where it cannot be read."""
    try:
        text = decode(read_within(path, max_bytes))
    except OSError as error:
        raise BadInputError(error.strerror or str(error)) from error
    return list(_csv_rows(text) if path.suffix.lower() == ".csv" else _yaml_rows(text))


def _csv_rows(text: str) -> Iterator[Row]:
    delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    names: list[str] = []
    line = 1
    try:
        for values in reader:
            here, line = line, reader.line_num + 1
            if not any(value.strip() for value in values):
                continue
            if names:
                yield _csv_row(here, names, values)
            else:
                names = [value.strip().lower() for value in values]
    except csv.Error as error:
        if not names:
            raise BadInputError(f"line {line}: {error}") from error
        yield Row(line, {}, f"it is no row of CSV ({error}); it and what follows it are not read")


def _csv_row(line: int, names: list[str], values: list[str]) -> Row:
    cells = _without_nothing(dict(zip(names, values, strict=False)))
    if len(values) > len(names):
        return Row(line, cells, "it has more cells than the first line has names")
    try:
        if "qualifiers" in cells:
            cells["qualifiers"] = _qualifiers(cells["qualifiers"])
    except BadInputError as error:
        return Row(line, cells, str(error))
    return Row(line, cells)


def _qualifiers(text: str) -> dict[str, Any]:
    """`share=0.5; date=2023-01`, or a JSON object."""
    if text.startswith("{"):
        try:
            return dict(orjson.loads(text))
        except orjson.JSONDecodeError as error:
            raise BadInputError(f"the qualifiers are not JSON: {error}") from error
    pairs = [part.partition("=") for part in text.split(";") if part.strip()]
    for name, equals, _ in pairs:
        if not equals:
            raise BadInputError(f"the qualifier '{name.strip()}' has no value (name=value)")
    return {name.strip(): value.strip() for name, _, value in pairs}


def _yaml_rows(text: str) -> Iterator[Row]:
    """A list of facts, or an object whose `facts` share what else it says.

    Scalars stay the text they are written as: a date is no date object, `no` is a name.
    """
    loader = yaml.BaseLoader(text)
    try:
        shared, nodes = _yaml_facts(loader)
        for node in nodes:
            line, cells = node.start_mark.line + 1, loader.construct_document(node)
            if isinstance(cells, dict):
                yield Row(line, shared | _without_nothing(cells))
            else:
                yield Row(line, shared, "it is no object of named values")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}: " if mark else ""
        raise BadInputError(f"{where}{error.problem or 'this is not YAML'}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise BadInputError(f"this is not YAML that can be read: {error}") from error
    finally:
        loader.dispose()


def _yaml_facts(loader: yaml.BaseLoader) -> tuple[dict[str, Any], list[yaml.Node]]:
    root = loader.get_single_node()
    shared: dict[str, Any] = {}
    if isinstance(root, yaml.MappingNode):
        whole = loader.construct_document(root)
        shared = _without_nothing({name: v for name, v in whole.items() if name != "facts"})
        root = next((value for key, value in root.value if key.value == "facts"), None)
    if not isinstance(root, yaml.SequenceNode):
        raise BadInputError("it holds no list of facts")
    return shared, root.value


def _without_nothing(cells: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.strip() if isinstance(value, str) else value
        for name, value in cells.items()
        if not (isinstance(value, str) and value.strip() in _NOTHING)
    }
