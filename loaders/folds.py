"""Folds: what is fitted to labeled articles, evaluated on the articles it was not fitted to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.admission import admit
from graph.claims import Reading
from graph.documents import Document
from graph.errors import BadInputError
from loaders.evaluation import Evaluation, evaluate
from loaders.held_back import blind_encoder
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.calibration import Bin, Weighed, bins
from loaders.korean.learned.fitting import fit, folds, weigh
from loaders.korean.learned.ranker import Ranker
from loaders.korean.learned.samples import samples


@dataclass(frozen=True, slots=True)
class Folded:
    """The evaluation over all folds, and what confidences are worth in articles left out."""

    evaluation: Evaluation
    calibration: tuple[Bin, ...]


def cross_validate(
    folder: Path,
    number: int,
    read: Callable[[Document, float | None], Reading],
    least: float | None = None,
) -> Folded:
    """Fit to all folds but one, read the articles of that one, and so on in turn.

    Only the encoder is not fitted anew, and says too much of what it was trained on; it is the
    one that goes with the folder, so that was none of the articles that are held back.

    `read` reads the articles in languages for which nothing is fitted; `least` is the
    confidence that a fact needs, by default what each fitted model asks for.
    Raises BadInputError where the number cannot be, or the encoder has seen what is held back.
    """
    encoder, extractor = blind_encoder(folder), KoreanExtractor(learned=False)
    labeled = list(samples(folder, extractor))
    if not 2 <= number <= len(labeled):
        raise BadInputError(
            f"--folds {number}: there are {len(labeled)} Korean articles, "
            "and it takes two folds or more, each with an article"
        )
    fold = folds(len(labeled), number)
    readings: dict[str, Reading] = {}
    weighed: list[Weighed] = []
    for k in range(number):
        seen = [s for s, f in zip(labeled, fold, strict=True) if f != k]
        model = fit(seen, extractor.reread, encoder).model
        ranker = Ranker(model, encoder)
        for sample in (s for s, f in zip(labeled, fold, strict=True) if f == k):
            found = extractor.concluded(sample.first, ranker, least).proposal
            readings[sample.first.document.text] = admit(found)
            weighed += weigh(model, sample, extractor.reread, encoder)

    def reader(document: Document) -> Reading:
        known = readings.get(document.text)
        return known if known is not None else read(document, least)

    evaluation = evaluate(folder, reader)
    return Folded(evaluation, tuple(bins((f.confidence, f.holds) for f in weighed)))
