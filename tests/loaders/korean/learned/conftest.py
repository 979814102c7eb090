"""What the tests of the learned part share: labeled articles as the rules read them."""

from pathlib import Path

import pytest

from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.samples import samples
from loaders.korean.learned.training import Sample

CORPUS = Path(__file__).parents[3] / "corpus"


@pytest.fixture(scope="session")
def labeled() -> list[Sample]:
    """Every Korean article of the corpus."""
    return list(samples(CORPUS, KoreanExtractor(learned=False)))
