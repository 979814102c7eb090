"""How well labeled articles are read must not drop: the figures that were reached are kept."""

import json
from pathlib import Path

from loaders.evaluation import Evaluation
from loaders.folds import HeldBack

FIGURES = Path(__file__).parent / "corpus" / "figures.json"
LEEWAY = 0.01
"""How much a figure may drop; a change that costs more than a point is looked into."""


def test_no_figure_has_dropped(held_back: HeldBack) -> None:
    """F1 and precision, of all facts and of the core, on both parts of the corpus."""
    reached = json.loads(FIGURES.read_text("utf-8"))
    now = {"fitted": _figures(held_back.fitted), "held back": _figures(held_back.unseen)}
    assert now.keys() == reached.keys()
    dropped = [
        f"{name} {figure} of {part}: {reached[part][name][figure]} -> {value:.3f}"
        for part, scores in now.items()
        for name, figures in scores.items()
        for figure, value in figures.items()
        if value < reached[part][name][figure] - LEEWAY
    ]
    assert dropped == [], f"see {FIGURES.name}"


def _figures(evaluation: Evaluation) -> dict[str, dict[str, float]]:
    return {
        name: {"precision": score.precision, "f1": score.f1}
        for name, score in evaluation.scores.items()
        if name in ("facts", "core")
    }
