"""`evaluate` prints scores over labeled articles."""

import json
from pathlib import Path

from tests.strategraph.conftest import Run

GOLD = {
    "id": "a",
    "text": "lg.txt",
    "entities": [
        {"key": "lg", "type": "Organization", "names": ["LG", "LG그룹"]},
        {"key": "chem", "type": "Organization", "names": ["LG화학"]},
    ],
    "facts": [{"s": "lg", "r": "HAS_SUBSIDIARY", "o": "chem", "explicit": True}],
}


def test_scores_overall_and_by_relation(run: Run, folder: Path) -> None:
    """Each line has its counts; the differences only where asked for."""
    (folder / "gold").mkdir()
    (folder / "gold" / "a.json").write_text(json.dumps(GOLD), "utf-8")
    result = run("evaluate", str(folder))
    assert result.exit_code == 0
    names = [line[:16].strip() for line in result.stdout.splitlines()]
    assert names[0] == "articles: 1"
    assert {"facts", "core", "explicit", "entities", "HAS_SUBSIDIARY"} <= set(names)
    assert "false: " not in result.stdout
    assert len(run("evaluate", "--errors", str(folder)).stdout) >= len(result.stdout)


def test_a_folder_without_labels_is_bad_input(run: Run, folder: Path) -> None:
    """The sentence names the folder."""
    result = run("evaluate", str(folder))
    assert result.exit_code == 2
    assert str(folder) in result.stderr
