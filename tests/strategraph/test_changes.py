"""`changes` tells what two days differ by, and `export --as-of` writes one of them."""

import json
from pathlib import Path

import pytest

from tests.strategraph.conftest import Run


@pytest.fixture(autouse=True)
def dated(run: Run, folder: Path) -> None:
    """The article of May 2023 with the facts by hand."""
    (folder / "lg.json").write_text(json.dumps({"published": "2023-05-18"}), "utf-8")
    assert run("load", "lg.txt", "facts.csv").exit_code == 0


def test_what_appeared_and_began_is_listed_with_its_words(run: Run) -> None:
    result = run("changes", "--since", "2023-05-17", "--until", "2023-05-18")
    lines = [line.split("\t") for line in result.stdout.splitlines()]
    assert ["appeared", "Organization", "GM"] in [line[:3] for line in lines]
    assert ["began", "LG화학 SUPPLIES GM"] in [line[:2] for line in lines]
    assert run("changes", "--since", "2023-05-18", "--until", "2024").stdout == ""


def test_days_that_are_none_are_refused(run: Run) -> None:
    assert run("changes", "--since", "yesterday", "--until", "2023").exit_code == 2
    assert run("changes", "--since", "2024", "--until", "2023").exit_code == 2


def test_an_export_as_of_a_day_has_what_was_known(run: Run) -> None:
    assert "GM" not in run("export", "--as-of", "2023-05-17").stdout
    assert "GM" in run("export", "--as-of", "2023-05").stdout
    assert run("export", "--as-of", "May").exit_code == 2
