"""The command `evaluate`: how well the extractors read labeled articles."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.claims import Reading
from graph.documents import Document
from graph.errors import BadInputError, UnsupportedLanguageError
from loaders.evaluation import Difference, Evaluation, Score
from loaders.evaluation import evaluate as evaluated
from strategraph.context import MinConfidence, least_of
from strategraph.failures import tell
from strategraph.reading import read
from strategraph.terminal import put

if TYPE_CHECKING:
    from loaders.korean.learned.calibration import Bin

Gold = Annotated[Path, typer.Argument(help="A folder with gold/ID.json and the texts they name.")]
Errors = Annotated[
    bool, typer.Option("--errors", help="Also list every missed and every false fact.")
]
Folds = Annotated[
    int | None,
    typer.Option(
        "--folds",
        metavar="K",
        help="Fit what is learned to all articles but a K-th and read that, K times over.",
    ),
]
HoldBack = Annotated[
    bool,
    typer.Option(
        "--hold-back",
        help="Learn from two thirds of the articles; read of those, then the rest.",
    ),
]
AtMost = Annotated[
    int | None,
    typer.Option(
        "--at-most",
        metavar="N",
        min=1,
        help="With --hold-back, read N articles of each part at most, evenly drawn.",
    ),
]
_OVERALL = ("facts", "core", "explicit", "explicit core", "entities")


def evaluate(
    context: typer.Context,
    gold: Gold,
    errors: Errors = False,
    folds: Folds = None,
    hold_back: HoldBack = False,
    at_most: AtMost = None,
    min_confidence: MinConfidence = None,
) -> None:
    """Print precision, recall and F1 over labeled articles, overall and by relation.

    An article in a language that is not read counts with everything missed.
    With --folds, also what each level of confidence is worth in articles left out.
    With --hold-back, first the figures on articles that were learned from, then those on the third
    that was not: every article whose number divides by three. Of the former some 300 are read.
    The folder's own encoder.npz and model.npz have learned that; without, a model is fitted.
    """
    least = least_of(context, min_confidence)
    if hold_back and folds is not None:
        raise BadInputError("--hold-back and --folds: ask for one of them")
    if at_most is not None and not hold_back:
        raise BadInputError("--at-most is for --hold-back: without it all articles are read")
    if hold_back:
        _print_held_back(gold, least, at_most, errors=errors)
    elif folds is not None:
        evaluation, calibration = _folded(gold, folds, least)
        _print(evaluation, calibration, errors=errors)
    else:
        _print(evaluated(gold, lambda document: _read(document, least)), errors=errors)


def _print(
    evaluation: Evaluation, calibration: "Sequence[Bin]" = (), *, errors: bool = False
) -> None:
    for line in (*_table(evaluation), *_calibration(calibration)):
        put(line)
    if errors:
        for line in _differences(evaluation):
            put(line)


def _print_held_back(gold: Path, least: float | None, at_most: int | None, *, errors: bool) -> None:
    # What trains a model need not be loaded where none is trained.
    from loaders.held_back import hold_back

    both = hold_back(gold, least, at_most)
    put("of those fitted to:")
    _print(both.fitted, errors=errors)
    put("\nheld back from fitting:")
    _print(both.unseen, errors=errors)


def _folded(gold: Path, number: int, least: float | None) -> "tuple[Evaluation, tuple[Bin, ...]]":
    # What trains a model need not be loaded where none is trained.
    from loaders.folds import cross_validate

    folded = cross_validate(gold, number, _read, least)
    return folded.evaluation, folded.calibration


def _calibration(bins: "Sequence[Bin]") -> Iterator[str]:
    if bins:
        yield "\nconfidence    facts   hold"
    for found in bins:
        yield f"{found.low:.1f} to {found.high:.1f}{found.count:>9}{found.share:>7.2f}"


def _read(document: Document, least: float | None) -> Reading:
    try:
        return read(document, least)
    except UnsupportedLanguageError as error:
        tell(str(error))
        return Reading(document)


def _table(evaluation: Evaluation) -> Iterator[str]:
    scores = evaluation.scores
    overall = [name for name in _OVERALL if name in scores]
    relations = [name for name in scores if name not in _OVERALL]
    yield f"articles: {evaluation.articles}"
    yield f"{'':<16}{'right':>7}{'found':>7}{'labeled':>9}{'P':>7}{'R':>7}{'F1':>7}"
    for name in [*overall, *relations]:
        yield _row(name, scores[name])


def _row(name: str, score: Score) -> str:
    counts = f"{name:<16}{score.right:>7}{score.found or '':>7}{score.expected:>9}"
    precision = f"{score.precision:.3f}" if score.found else ""
    f1 = f"{score.f1:.3f}" if score.found else ""
    return f"{counts}{precision:>7}{score.recall:>7.3f}{f1:>7}".rstrip()


def _differences(evaluation: Evaluation) -> Iterator[str]:
    for title, differences in (("missed", evaluation.missed), ("false", evaluation.false)):
        for difference in differences:
            yield f"{title}: {_words(difference)}"


def _words(difference: Difference) -> str:
    fact = f"{difference.subject} {difference.relation} {difference.object}"
    return " ".join(f"{difference.article}: {fact} | {difference.sentence}".split())
