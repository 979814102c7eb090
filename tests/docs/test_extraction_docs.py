"""docs/extraction.md: what it shows of a reading is what is printed."""

import re
from pathlib import Path

from tests.docs.running import ROOT, blocks, checkout, unprinted

NAME = "docs/extraction.md"
PAGE = (ROOT / NAME).read_text("utf-8")
CONFIDENCE = r"\b[01]\.\d\d\b"


def test_everything_runs_and_prints_what_is_shown(tmp_path: Path) -> None:
    """But for confidences, which are others whenever the model is trained again."""
    with checkout(tmp_path) as opened:
        for block in blocks(NAME, "sh", "python"):
            opened.run(block)
        assert unprinted(NAME, opened.output, varying=CONFIDENCE) == []


def test_what_is_not_run_is_data_or_takes_the_corpus() -> None:
    """A `console` block measures or trains, which other tests do."""
    languages = set(re.findall(r"^```(\w+)$", PAGE, re.MULTILINE))
    assert languages == {"sh", "text", "console", "yaml"}
    lines = [line for b in blocks(NAME, "console") for line in b.text.splitlines()]
    files = [word for line in lines for word in line.split() if word.startswith("tests/")]
    assert [file for file in files if not (ROOT / file).exists()] == []
