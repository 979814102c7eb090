"""Cross-validation: what is fitted is judged on articles that it was not fitted to."""

import shutil
from pathlib import Path

import pytest

from graph.claims import Reading
from graph.errors import BadInputError
from loaders.folds import Folded, cross_validate

CORPUS = Path(__file__).parents[1] / "corpus"
_ARTICLES = 20


def _unread(document: object) -> Reading:
    raise AssertionError(f"every article here is Korean: {document}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of the first Korean articles."""
    folder = tmp_path_factory.mktemp("corpus")
    for path in sorted((CORPUS / "gold").glob("d*.json"))[:_ARTICLES]:
        for name in (f"gold/{path.name}", f"texts/{path.stem}.txt"):
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(CORPUS / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def folded(folder: Path) -> Folded:
    """The cross-validation in two folds."""
    return cross_validate(folder, 2, _unread, lambda reading: reading)


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
        cross_validate(folder, number, _unread, lambda reading: reading)
