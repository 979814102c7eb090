"""Samples: the labeled Korean articles of a folder, as any reading of them begins."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from kiwipiepy import Kiwi

from graph.documents import make_document
from loaders.evaluation import GoldArticle, labeled_articles
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.lines import Line, columns, lines
from loaders.korean.learned.training import Sample
from loaders.korean.names import UNSURE
from loaders.languages import detect

_KNOWN = 0.5


def samples(
    folder: Path,
    extractor: KoreanExtractor,
    only: Callable[[GoldArticle], bool] = lambda _: True,
) -> Iterator[Sample]:
    """Each Korean article with its labels, or `only` those asked for; other languages not."""
    kiwi = Kiwi(load_multi_dict=False, num_workers=1)
    for gold, text in labeled_articles(folder):
        if not only(gold) or detect(text) != "ko":
            continue
        document = make_document(text, published=gold.published, language="ko")
        first = extractor.first(document)
        story = tuple(lines(first.reads))
        draw = Random(gold.id)  # noqa: S311 - a fixed draw, not a secret
        unaided = tuple(_unaided(line, kiwi, draw) for line in story)
        yield Sample(gold, first, story, unaided)


def _unaided(line: Line, kiwi: Kiwi, draw: Random) -> Line:
    """The line as it would be read if half of its names were unknown."""
    names = tuple(name for name in line.names if draw.random() < _KNOWN)
    spans = [(n.start, n.end, "NNP") for n in names if n.rank != UNSURE]
    forms, tags, starts, ends, unknown, particles = columns(
        kiwi.tokenize(line.text, pretokenized=spans)
    )
    return replace(
        line, names=names, forms=forms, tags=tags, starts=starts, ends=ends, unknown=unknown,
        particles=particles,
    )  # fmt: skip
