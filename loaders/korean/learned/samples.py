"""Samples: the labeled Korean articles of a folder, as the rules read them."""

from collections.abc import Iterator
from pathlib import Path

from graph.documents import make_document
from loaders.evaluation import labeled_articles
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.lines import lines
from loaders.korean.learned.training import Sample
from loaders.languages import detect


def samples(folder: Path, extractor: KoreanExtractor) -> Iterator[Sample]:
    """Each Korean article with its labels; articles in other languages are passed over."""
    for gold, text in labeled_articles(folder):
        if detect(text) != "ko":
            continue
        document = make_document(text, published=gold.published, language="ko")
        proposal, reads = extractor.by_rules(document)
        yield Sample(gold, proposal, tuple(lines(reads)))
