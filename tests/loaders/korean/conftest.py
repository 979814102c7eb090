"""What the tests of the Korean extractor share: one extractor, and facts as readable tuples."""

from collections.abc import Callable

import pytest

from graph.admission import admit
from graph.claims import Reading
from graph.documents import make_document
from loaders.korean.extractor import KoreanExtractor

Facts = set[tuple[str, str, str]]


@pytest.fixture(scope="session")
def extractor() -> KoreanExtractor:
    """The rules alone, loaded once."""
    return KoreanExtractor(learned=False)


@pytest.fixture(scope="session")
def read(extractor: KoreanExtractor) -> Callable[[str], Reading]:
    """Reads a text published on 20 May 2024."""
    return lambda text: admit(extractor(make_document(text, published="2024-05-20")).proposal)


@pytest.fixture(scope="session")
def facts(read: Callable[[str], Reading]) -> Callable[[str], Facts]:
    """The facts of a text, as (subject, relation, object)."""

    def facts_of(text: str) -> Facts:
        reading = read(text)
        names = {r.id: r.name for r in reading.referents}
        return {(names[c.subject], c.type, names[c.object]) for c in reading.claims}

    return facts_of
