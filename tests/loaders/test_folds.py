"""Cross-validation: what is fitted is judged on articles that it was not fitted to."""

from pathlib import Path

import pytest

from graph.claims import Reading
from graph.errors import BadInputError
from loaders.folds import Folded, cross_validate
from tests.loaders.conftest import ARTICLES


def _unread(document: object, least: object) -> Reading:
    raise AssertionError(f"every article here is Korean: {document}")


@pytest.fixture(scope="module")
def folded(folder: Path) -> Folded:
    """The cross-validation in two folds."""
    return cross_validate(folder, 2, _unread)


def test_every_article_is_judged_once(folded: Folded) -> None:
    """Each article is left out in one fold."""
    assert folded.evaluation.articles == ARTICLES
    assert folded.evaluation.scores["facts"].precision > 0.8


def test_the_surer_a_fact_the_more_often_it_holds(folded: Folded) -> None:
    """Confidences tell right facts from wrong ones in articles left out."""
    first, last = folded.calibration[0], folded.calibration[-1]
    assert first.low == 0.0
    assert first.share < 0.2
    assert last.high == 1.0
    assert last.share > 0.8


@pytest.mark.parametrize("number", [1, ARTICLES + 1])
def test_a_number_of_folds_that_cannot_be(folder: Path, number: int) -> None:
    """The message says what is possible."""
    with pytest.raises(BadInputError, match=f"there are {ARTICLES} Korean articles"):
        cross_validate(folder, number, _unread)
