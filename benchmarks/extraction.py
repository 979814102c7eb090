"""Extraction: the whole Korean extractor beside the morphology alone that it stands on."""

import resource
import sys
from pathlib import Path

from kiwipiepy import Kiwi

from benchmarks.timing import medians
from graph.documents import make_document
from loaders.korean.extractor import KoreanExtractor

_CORPUS = Path(__file__).parent.parent / "tests/corpus/texts"
_EVERY = 20
_RUNS = 2


def main() -> None:
    """Print the memory and the time of both on every twentieth labeled Korean article."""
    texts = [path.read_text("utf-8") for path in sorted(_CORPUS.glob("[dk]*.txt"))[::_EVERY]]
    documents = [make_document(text, language="ko") for text in texts]
    extractor = KoreanExtractor()
    for document in documents:
        extractor(document)
    print(f"memory of the process after {len(texts)} articles, at most: {_peak()} MB")
    kiwi = Kiwi(load_multi_dict=False)
    ours, theirs = medians(
        lambda: [extractor(document) for document in documents],
        lambda: [kiwi.tokenize(text) for text in texts],
        _RUNS,
    )
    thousands = sum(map(len, texts)) / 1000
    print(f"extract, {len(texts)} articles of {thousands:.0f},000 characters: {ours:.2f} s")
    print(f"articles of 1,000 characters a second on one core: {thousands / ours:.0f}")
    print(f"Kiwi's morphology alone: {theirs:.2f} s; ratio: {ours / theirs:.2f}")


def _peak() -> int:
    """The most memory that the process has taken, in millions of bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (most * 1024 if sys.platform == "linux" else most) // 10**6


if __name__ == "__main__":
    main()
