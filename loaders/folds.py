"""Folds: what is fitted to labeled articles, evaluated on the articles it was not fitted to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.admission import admit
from graph.claims import Reading
from graph.documents import Document
from graph.errors import BadInputError
from loaders.evaluation import Evaluation, GoldArticle, evaluate, labeled_articles
from loaders.korean.encoder.encoder import Encoder, load, shipped
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.calibration import Bin, Weighed, bins
from loaders.korean.learned.fitting import fit, folds, weigh
from loaders.korean.learned.ranker import Ranker
from loaders.korean.learned.samples import samples
from loaders.korean.learned.training import Sample


@dataclass(frozen=True, slots=True)
class Folded:
    """The evaluation over all folds, and what confidences are worth in articles left out."""

    evaluation: Evaluation
    calibration: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class HeldBack:
    """The evaluation on what was fitted to, and on a third that was held back from fitting."""

    fitted: Evaluation
    unseen: Evaluation


def is_held_back(gold: GoldArticle) -> bool:
    """Whether the article is of the third that is held back: its number divides by three."""
    return gold.number % 3 == 0


def is_for_weighing(gold: GoldArticle) -> bool:
    """Whether the encoder is not trained on the article, so that it can be judged there.

    These are a third of the articles that no author of rules read.
    """
    return not gold.read_by_authors and gold.number // 3 % 3 == 0


def blind_encoder(folder: Path) -> Encoder:
    """The encoder that goes with a folder and has seen none of its articles that are held back.

    That is its own `encoder.npz`, or else the one that ships.
    Raises BadInputError where it has seen one, or was trained to tell other things.
    """
    own = folder / "encoder.npz"
    try:
        encoder = load(own) if own.is_file() else shipped()
    except ValueError as error:
        raise BadInputError(f"{error} {folder} --without-third") from error
    for gold, text in labeled_articles(folder):
        if is_held_back(gold) and encoder.has_seen(text):
            raise BadInputError(
                f"{folder}: the encoder was trained on {gold.id}, which is held back: "
                f"scripts/train-encoder {folder} --without-third writes another"
            )
    return encoder


def hold_back(folder: Path, least: float | None = None) -> HeldBack:
    """Fit to two thirds of the Korean articles; read about as many of those as are held back.

    `least` is the confidence that a fact needs; by default what the fitted model asks for.
    Raises BadInputError where either part is empty, or the encoder has seen what is held back.
    """
    encoder, extractor = blind_encoder(folder), KoreanExtractor(learned=False)
    labeled = list(samples(folder, extractor))
    seen = [sample for sample in labeled if not is_held_back(sample.gold)]
    if not 0 < len(seen) < len(labeled):
        raise BadInputError(
            f"{folder}: there are {len(labeled)} Korean articles, and {len(seen)} of them are not "
            "held back (those whose number divides by three are): both parts need an article"
        )
    ranker = Ranker(fit(seen, extractor.reread, encoder).model, encoder)
    unseen = [sample for sample in labeled if is_held_back(sample.gold)]
    some = seen[:: max(1, round(len(seen) / len(unseen)))]
    readings = {
        sample.first.document.text: admit(extractor.concluded(sample.first, ranker, least).proposal)
        for sample in (*some, *unseen)
    }

    def read(document: Document) -> Reading:
        return readings[document.text]

    def evaluated(part: Sequence[Sample]) -> Evaluation:
        ids = {sample.gold.id for sample in part}
        return evaluate(folder, read, lambda gold: gold.id in ids)

    return HeldBack(evaluated(some), evaluated(unseen))


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
