"""Extraction: the whole Korean extractor beside the morphology alone that it stands on."""

import resource
import sys
from pathlib import Path

from kiwipiepy import Kiwi

from benchmarks.timing import medians
from graph.documents import make_document
from loaders.korean.extractor import KoreanExtractor

_CORPUS = Path(__file__).parent.parent / "tests/corpus/texts"
_RUNS = 3


def main() -> None:
    """Print the time of both on the labeled Korean articles, and the process's memory."""
    texts = [path.read_text("utf-8") for path in sorted(_CORPUS.glob("[dk]*.txt"))]
    documents = [make_document(text, language="ko") for text in texts]
    kiwi, extractor = Kiwi(load_multi_dict=False), KoreanExtractor()
    ours, theirs = medians(
        lambda: [extractor(document) for document in documents],
        lambda: [kiwi.tokenize(text) for text in texts],
        _RUNS,
    )
    thousands = sum(map(len, texts)) / 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (
        1024 if sys.platform == "linux" else 1024**2
    )
    print(f"extract, {len(texts)} articles of {thousands:.0f},000 characters: {ours:.2f} s")
    print(f"articles of 1,000 characters a second on one core: {thousands / ours:.0f}")
    print(f"Kiwi's morphology alone: {theirs:.2f} s; ratio: {ours / theirs:.2f}")
    print(f"memory of the process, both models loaded: {peak} MB")


if __name__ == "__main__":
    main()
