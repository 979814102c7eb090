"""`evaluate` counts only what is sure enough, and cross-validates what is fitted."""

import json
import shutil
from pathlib import Path

from tests.strategraph.conftest import Run
from tests.strategraph.test_evaluate import GOLD

CORPUS = Path(__file__).parents[1] / "corpus"


def test_facts_below_the_least_confidence_do_not_count(run: Run, folder: Path) -> None:
    """With certainty asked for nothing is found."""
    (folder / "gold").mkdir()
    (folder / "gold" / "a.json").write_text(json.dumps(GOLD), "utf-8")
    every, certain = run("evaluate", str(folder)), run("evaluate", "--min-confidence=1", ".")
    assert _found(every.stdout) > _found(certain.stdout) == 0


def test_folds_print_what_confidences_are_worth(run: Run, folder: Path) -> None:
    """The calibration table follows the scores."""
    for path in sorted((CORPUS / "gold").glob("d*.json"))[:6]:
        for name in (f"gold/{path.name}", f"texts/{path.stem}.txt"):
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(CORPUS / name, folder / name)
    shutil.copy(CORPUS / "encoder.npz", folder)
    result = run("evaluate", "--folds", "2", str(folder))
    assert result.exit_code == 0
    scores, _, table = result.stdout.partition("\nconfidence")
    assert "articles: 6" in scores
    assert "0.9 to 1.0" in table


def test_what_is_held_back_is_printed_after_what_was_fitted_to(run: Run, folder: Path) -> None:
    """Both tables come from one command."""
    for path in sorted((CORPUS / "gold").glob("d*.json"))[:6]:
        for name in (f"gold/{path.name}", f"texts/{path.stem}.txt"):
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(CORPUS / name, folder / name)
    shutil.copy(CORPUS / "encoder.npz", folder)
    result = run("evaluate", "--hold-back", str(folder))
    assert result.exit_code == 0
    fitted, _, unseen = result.stdout.partition("\nheld back from fitting:")
    assert "articles: 2" in fitted
    assert "articles: 2" in unseen
    for wrong in (("--hold-back", "--folds", "2"), ("--at-most", "2")):
        assert run("evaluate", *wrong, str(folder)).exit_code == 2


def test_more_folds_than_articles_are_bad_input(run: Run, folder: Path) -> None:
    """The sentence says how many there can be."""
    (folder / "gold").mkdir()
    (folder / "gold" / "a.json").write_text(json.dumps(GOLD), "utf-8")
    result = run("evaluate", "--folds", "2", str(folder))
    assert result.exit_code == 2
    assert "--folds 2" in result.stderr


def _found(table: str) -> int:
    """The facts found, from the table's row of all facts."""
    row = next(line for line in table.splitlines() if line.startswith("facts"))
    columns = row.split()
    return int(columns[2]) if len(columns) == 7 else 0
