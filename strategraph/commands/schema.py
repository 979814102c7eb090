"""The command `schema`: the JSON Schema of the extract object."""

import json

from graph.schema import extract_schema
from strategraph.terminal import put


def schema() -> None:
    """Print the JSON Schema of what `extract` prints and `load` takes."""
    put(json.dumps(extract_schema(), ensure_ascii=False, indent=2))
