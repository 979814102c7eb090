"""Cross-validation: what is fitted is judged on articles that it was not fitted to."""

import shutil
from pathlib import Path

import pytest

from graph.claims import Reading
from graph.errors import BadInputError
from loaders.evaluation import labeled_articles
from loaders.folds import (
    Folded,
    blind_encoder,
    cross_validate,
    hold_back,
    is_for_weighing,
    is_held_back,
)

CORPUS = Path(__file__).parents[1] / "corpus"
_ARTICLES = 20


def _unread(document: object, least: object) -> Reading:
    raise AssertionError(f"every article here is Korean: {document}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of the first Korean articles."""
    folder = tmp_path_factory.mktemp("corpus")
    for path in sorted((CORPUS / "gold").glob("d*.json"))[:_ARTICLES]:
        for name in (f"gold/{path.name}", f"texts/{path.stem}.txt"):
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(CORPUS / name, folder / name)
    shutil.copy(CORPUS / "encoder.npz", folder)
    return folder


@pytest.fixture(scope="module")
def folded(folder: Path) -> Folded:
    """The cross-validation in two folds."""
    return cross_validate(folder, 2, _unread)


def test_every_article_is_judged_once(folded: Folded) -> None:
    """Each article is left out in one fold."""
    assert folded.evaluation.articles == _ARTICLES
    assert folded.evaluation.scores["facts"].precision > 0.8


def test_the_surer_a_fact_the_more_often_it_holds(folded: Folded) -> None:
    """Confidences tell right facts from wrong ones in articles left out."""
    first, last = folded.calibration[0], folded.calibration[-1]
    assert first.low == 0.0
    assert first.share < 0.2
    assert last.high == 1.0
    assert last.share > 0.8


@pytest.mark.parametrize("number", [1, _ARTICLES + 1])
def test_a_number_of_folds_that_cannot_be(folder: Path, number: int) -> None:
    """The message says what is possible."""
    with pytest.raises(BadInputError, match=f"there are {_ARTICLES} Korean articles"):
        cross_validate(folder, number, _unread)


def test_what_is_held_back_is_read_by_a_model_that_has_not_seen_it(folder: Path) -> None:
    """Both parts are read, and what was fitted to is read better."""
    both = hold_back(folder)
    assert (both.fitted.articles, both.unseen.articles) == (7, 6)
    assert both.fitted.scores["facts"].f1 > both.unseen.scores["facts"].f1 > 0


def test_less_confidence_asked_for_finds_more(folder: Path) -> None:
    """In either part."""
    strict, generous = hold_back(folder, 0.9), hold_back(folder, 0.3)
    for part in ("fitted", "unseen"):
        few, many = (getattr(b, part).scores["facts"].found for b in (strict, generous))
        assert few < many


def test_a_part_without_articles_is_bad_input(folder: Path, tmp_path: Path) -> None:
    """There is nothing to fit to, or nothing to hold back."""
    for name in ("gold/d01.json", "texts/d01.txt"):
        (tmp_path / name).parent.mkdir()
        shutil.copy(folder / name, tmp_path / name)
    with pytest.raises(BadInputError, match="both parts need an article"):
        hold_back(tmp_path)


def test_the_encoder_of_the_corpus_has_seen_nothing_that_is_held_back() -> None:
    """What is measured there is what it does with new ones; nor is it weighed where it knows."""
    encoder = blind_encoder(CORPUS)
    seen = [gold for gold, text in labeled_articles(CORPUS) if encoder.has_seen(text)]
    assert seen
    assert not any(map(is_held_back, seen))
    assert not any(map(is_for_weighing, seen))


def test_an_encoder_that_has_seen_what_is_held_back_measures_nothing(tmp_path: Path) -> None:
    """The one that ships was trained on such articles: the message says how to make another."""
    for name in ("gold/d03.json", "texts/d03.txt"):
        (tmp_path / name).parent.mkdir()
        shutil.copy(CORPUS / name, tmp_path / name)
    with pytest.raises(BadInputError, match="trained on d03, which is held back"):
        blind_encoder(tmp_path)
