"""docs/operating.md: every command is run, and its tables name what there is."""

import re
from http import HTTPStatus
from pathlib import Path

from api.problems import _TYPES
from strategraph.failures import BAD_INPUT, FAILED
from strategraph.settings import Settings, variable
from tests.docs.running import ROOT, blocks, checkout, unprinted

NAME = "docs/operating.md"
PAGE = (ROOT / NAME).read_text("utf-8")


def test_everything_runs_and_prints_what_is_shown(tmp_path: Path) -> None:
    """In the order of the page."""
    with checkout(tmp_path) as opened:
        for block in blocks(NAME, "sh", "python"):
            opened.run(block)
        assert unprinted(NAME, opened.output) == []


def test_nothing_is_left_unrun() -> None:
    languages = set(re.findall(r"^```(\w+)$", PAGE, re.MULTILINE))
    assert languages == {"sh", "python", "text"}


def test_every_setting_is_in_the_table() -> None:
    rows = dict(re.findall(r"^\| `(STRATEGRAPH_\w+)` \| (.*?) \|", PAGE, re.MULTILINE))
    fields = Settings.model_fields
    assert rows.keys() == {variable(name) for name in fields}
    for name, field in fields.items():
        if not field.default_factory:
            assert rows[variable(name)] == f"`{field.default}`"


def test_every_problem_is_in_the_table() -> None:
    rows = set(re.findall(r"^\| (\d{3}) \| `([a-z-]+)` \|", PAGE, re.MULTILINE))
    own = {(str(status.value), kind) for status, kind in _TYPES.items()}
    unprocessable = str(HTTPStatus.UNPROCESSABLE_ENTITY.value)
    assert rows == own | {(unprocessable, "unsupported-language")}


def test_every_exit_code_is_in_the_table() -> None:
    rows = set(re.findall(r"^\| (\d) \|", PAGE, re.MULTILINE))
    assert rows == {"0", str(FAILED), str(BAD_INPUT)}
