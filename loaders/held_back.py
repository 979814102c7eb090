"""Held back: what is learned, measured on articles that none of it was learned from."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.admission import admit
from graph.claims import Reading
from graph.documents import Document
from graph.errors import BadInputError
from loaders.evaluation import Evaluation, GoldArticle, evaluate, labeled_articles
from loaders.korean.encoder.encoder import Encoder, fingerprint, load, shipped
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.fitting import fit
from loaders.korean.learned.model import Model
from loaders.korean.learned.ranker import Ranker
from loaders.korean.learned.samples import samples
from loaders.languages import detect

_FITTED = 300
"""How many of the articles fitted to are read: they show a fault, and measure nothing."""


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


def blind_ranker(folder: Path, encoder: Encoder) -> Ranker:
    """The ranker that goes with a folder and its encoder, fitted to all that is not held back.

    That is of the folder's own `model.npz`, or else one that is fitted here, which takes long.
    Raises BadInputError where it was fitted to what is held back, or with another encoder.
    """
    own = folder / "model.npz"
    if not own.is_file():
        return Ranker(fit_without_third(folder, encoder), encoder)
    try:
        model = Model.load(own)
        ranker = Ranker(model, encoder)
    except ValueError as error:
        raise BadInputError(f"{own}: {error} {folder} --without-third") from error
    for gold, text in labeled_articles(folder):
        if is_held_back(gold) and fingerprint(text) in model.seen:
            raise BadInputError(
                f"{own} was fitted to {gold.id}, which is held back: "
                f"scripts/train {folder} --without-third writes another"
            )
    return ranker


def fit_without_third(folder: Path, encoder: Encoder) -> Model:
    """The model of the folder's Korean articles that are not held back.

    Raises BadInputError where there are none.
    """
    extractor = KoreanExtractor(learned=False)
    labeled = list(samples(folder, extractor, only=lambda gold: not is_held_back(gold)))
    if not labeled:
        raise BadInputError(f"{folder}: all Korean articles are held back, and none is left to fit")
    return fit(labeled, extractor.reread, encoder).model


def hold_back(folder: Path, least: float | None = None, at_most: int | None = None) -> HeldBack:
    """Read the Korean articles that are held back, and as many or some 300 of those fitted to.

    `least` is the confidence that a fact needs; by default what the fitted model asks for.
    Of either part `at_most` so many are read, evenly drawn; by default all that are held back.
    Raises BadInputError where either part is empty, or anything learned has seen the former.
    """
    korean = [gold for gold, text in labeled_articles(folder) if detect(text) == "ko"]
    unseen = [gold.id for gold in korean if is_held_back(gold)]
    seen = [gold.id for gold in korean if not is_held_back(gold)]
    if not (seen and unseen):
        raise BadInputError(
            f"{folder}: there are {len(korean)} Korean articles, and {len(seen)} of them are not "
            "held back (those whose number divides by three are): both parts need an article"
        )
    encoder = blind_encoder(folder)
    ranker, extractor = blind_ranker(folder, encoder), KoreanExtractor(learned=False)

    def read(document: Document) -> Reading:
        return admit(extractor.concluded(extractor.first(document), ranker, least).proposal)

    def evaluated(ids: Sequence[str]) -> Evaluation:
        return evaluate(folder, read, lambda gold: gold.id in set(ids))

    chosen = _thinned(unseen, at_most or len(unseen))
    return HeldBack(evaluated(_thinned(seen, min(len(chosen), _FITTED))), evaluated(chosen))


def _thinned(ids: Sequence[str], at_most: int) -> Sequence[str]:
    """So many of them, evenly drawn, or all where there are fewer."""
    count = min(at_most, len(ids))
    return [ids[i * len(ids) // count] for i in range(count)]
