"""README.md: every command and example in it is run, and prints what it shows."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from graph.documents import Document
from graph.errors import UnsupportedLanguageError
from graph.ontology import ontology
from loaders.folds import HeldBack
from strategraph.main import app
from strategraph.reading import read
from tests.docs.running import ROOT, blocks, checkout, unprinted

README = (ROOT / "README.md").read_text("utf-8")
EXTRACTION = (ROOT / "docs/extraction.md").read_text("utf-8")
NOT_RUN_HERE = {
    # This test is a part of what it runs.
    "scripts/test",
    # tests/test_compose.py checks the file, and asks a real Neo4j of its settings.
    "cp .env.example .env",
    "docker compose up",
}
BETTER_THAN_SAID = 0.02
OF_ONE_RELATION = 0.1
_ROW = r"^\| {}[^|]*\| (\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$"


@dataclass(frozen=True, slots=True)
class _Said:
    """A row of a table of figures."""

    expected: int
    precision: float
    recall: float
    f1: float


def test_everything_runs_and_prints_what_is_shown(tmp_path: Path) -> None:
    """In the order of the page, in one checkout, against one server."""
    with checkout(tmp_path) as opened:
        for block in blocks("README.md", "sh", "python"):
            opened.run(block)
        assert unprinted("README.md", opened.output) == []


def test_what_is_not_run_is_there() -> None:
    """A `console` block holds only commands that other tests answer for."""
    lines = [line for b in blocks("README.md", "console") for line in b.text.splitlines()]
    commands = {line.removeprefix("$ ") for line in lines if line.startswith("$ ")}
    assert commands == NOT_RUN_HERE
    assert os.access(ROOT / "scripts/test", os.X_OK)
    assert (ROOT / ".env.example").is_file()


def test_every_link_leads_to_a_file() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    for page in pages:
        targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
        local = [target for target in targets if "://" not in target]
        assert [t for t in local if not (page.parent / t).exists()] == [], page.name


def test_it_reads_as_well_as_the_pages_say(held_back: HeldBack) -> None:
    """No figure is better than what a model gives on articles that it was not fitted to."""
    measured = held_back.unseen
    assert f"on {measured.articles} Korean articles" in README
    for words, name in {"all": "facts", "core": "core", "entities": "entities"}.items():
        said, score = _said(README, words), measured.scores[name]
        assert said.expected == score.expected
        assert said.precision <= score.precision + BETTER_THAN_SAID, name
        assert said.recall <= score.recall + BETTER_THAN_SAID, name
        assert said.f1 <= score.f1 + BETTER_THAN_SAID, name
    for name in ontology().relations.keys() - ontology().structural.keys():
        said, score = _said(EXTRACTION, f"`{name}`"), measured.scores[name]
        assert said.expected == score.expected
        assert said.f1 <= score.f1 + OF_ONE_RELATION, name


def test_every_command_is_told_of() -> None:
    """In the pages that say how to run it."""
    told = README + (ROOT / "docs/operating.md").read_text("utf-8") + EXTRACTION
    commands = [c.name or (c.callback and c.callback.__name__) for c in app.registered_commands]
    groups = [group.name for group in app.registered_groups]
    assert [c for c in [*commands, *groups] if f"strategraph {c}" not in told] == []


def test_what_is_said_not_to_be_read_is_not() -> None:
    """English is refused for as long as the page says so."""
    article = Document("doc_1", "LG Chem bought the biotech firm Aveo for its drugs.", "0")
    try:
        read(article)
    except UnsupportedLanguageError:
        refused = True
    else:
        refused = False
    assert refused == ("English articles are refused" in README)


def _said(page: str, words: str) -> _Said:
    row = re.search(_ROW.format(re.escape(words)), page, re.MULTILINE)
    assert row, words
    return _Said(int(row[1]), *(float(figure) for figure in row.groups()[1:]))
