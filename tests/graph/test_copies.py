"""Copies of one wire story are one source, whatever paper printed them."""

from pathlib import Path

import pytest

from graph.copies import signature, stories
from graph.ledger import Ledger
from graph.stores.sqlite import SqliteStore
from tests.graph.writing import Statement, company, write

CORPUS = Path(__file__).parent.parent / "corpus"


def texts() -> list[str]:
    paths = sorted((CORPUS / "texts").glob("d*.txt"))
    return [path.read_text("utf-8") for path in paths]


def test_different_stories_are_different_sources() -> None:
    signed = [signature(text) for text in texts()]
    assert stories(signed) == list(range(len(signed)))


@pytest.mark.parametrize("n", range(0, 50, 10))
def test_a_story_with_another_headline_byline_and_ending_is_a_copy(n: int) -> None:
    story = texts()[n]
    lines = story.split("\n")
    copy = "\n".join(["다른 신문의 다른 제목", "다른일보 이하늘 기자", *lines[4:-3]])
    assert stories([signature(story), signature(copy)]) == [0, 0]


def test_a_copy_of_a_copy_is_a_copy_and_what_is_not_signed_is_alone() -> None:
    story = "".join(texts()[:2])
    third = len(story) // 3
    early, middle, late = story[: 2 * third], story[third // 2 : -third // 2], story[third:]
    signed = [signature(early), None, signature(late), signature(middle), None]
    assert stories(signed) == [0, 1, 0, 0, 4]


def test_two_copies_do_not_make_a_fact_surer(tmp_path: Path) -> None:
    """The same words in two papers count once; another desk's story counts again."""
    store = SqliteStore(tmp_path / "graph.db")
    said = Statement(company("가온전자"), "PARTNERS_WITH", company("나래화학"), confidence=0.8)
    more = Statement(company("다솜건설"), "SUPPLIES", company("마루중공업"), confidence=0.8)
    Ledger(store).load(
        [
            write(said, url="https://one.example/1"),
            write(said, url="https://two.example/1"),
            write(more, said, url="https://three.example/1"),
        ]
    )
    fact = next(f for f in store.all_facts() if f.type == "PARTNERS_WITH")
    assert (fact.sources, fact.confidence) == (2, 0.96)
    assert len(fact.evidence) == 3
    store.close()
