"""What the tests of the learned part share: labeled articles as their reading begins."""

from pathlib import Path

import pytest

from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.samples import samples
from loaders.korean.learned.training import Sample

CORPUS = Path(__file__).parents[3] / "corpus"
_EVERY = 100


@pytest.fixture(scope="session")
def extractor() -> KoreanExtractor:
    """The rules alone, for a tagger or a ranker to be added."""
    return KoreanExtractor(learned=False)


@pytest.fixture(scope="session")
def labeled(extractor: KoreanExtractor) -> list[Sample]:
    """Some forty Korean articles of the corpus: to read all of them takes minutes."""
    return list(samples(CORPUS, extractor, lambda gold: gold.number % _EVERY == 0))
