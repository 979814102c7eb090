"""README.md: every command and example in it is run, and prints what it shows."""

import os
import re
from pathlib import Path

from graph.documents import Document
from graph.errors import UnsupportedLanguageError
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
