"""Articles copied from news pages are read as if their stories stood alone.

Each `NAME.txt` of the folder `copied` is such a copy, with the menus, captions, polls, bylines and
other stories of its page; `NAME.story.txt` holds the lines of it that are the story.
The papers are invented, the pages as well.
"""

from pathlib import Path

import pytest

from graph.claims import Proposal
from graph.documents import make_document
from loaders.korean.extractor import KoreanExtractor

COPIED = Path(__file__).parent / "copied"
NAMES = sorted(path.stem.removesuffix(".story") for path in COPIED.glob("*.story.txt"))
Span = tuple[int, int]


def text_of(name: str) -> str:
    return (COPIED / f"{name}.txt").read_text("utf-8")


def noise(name: str) -> dict[Span, str]:
    """Where the copy has lines that are not the story."""
    story, lines, start = text_of(f"{name}.story").splitlines(), dict[Span, str](), 0
    for line in text_of(name).splitlines(keepends=True):
        if line.strip() and line.strip() not in story:
            lines[start, start + len(line)] = line.strip()
        start += len(line)
    return lines


def spans(proposal: Proposal) -> set[Span]:
    """Every place that is a mention or evidence."""
    mentions = {mention for r in proposal.referents for mention in r.mentions}
    return mentions | {(e.start, e.end) for c in proposal.claims for e in c.evidence}


def said(proposal: Proposal) -> set[tuple[str, str, str]]:
    """What is claimed, by name."""
    names = {r.id: r.name for r in proposal.referents}
    return {(names[c.subject], c.type, names[c.object]) for c in proposal.claims}


@pytest.fixture(scope="module")
def extractor() -> KoreanExtractor:
    return KoreanExtractor()


@pytest.mark.parametrize("name", NAMES)
def test_the_page_around_a_story_yields_no_fact_and_no_mention(
    extractor: KoreanExtractor, name: str
) -> None:
    """Neither a name in a menu, nor who stands in a picture, nor another story's deal."""
    found = spans(extractor(make_document(text_of(name))).proposal)
    assert found
    read = {
        line
        for (start, end), line in noise(name).items()
        if any(a < end and b > start for a, b in found)
    }
    assert read == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_page_around_a_story_hides_nothing_of_it(extractor: KoreanExtractor, name: str) -> None:
    """The copy states what the story states by itself."""
    copied = said(extractor(make_document(text_of(name))).proposal)
    assert copied == said(extractor(make_document(text_of(f"{name}.story"))).proposal)
    assert copied


def test_there_are_copies_to_read() -> None:
    """And every line of a story stands in its copy."""
    assert len(NAMES) == 4
    for name in NAMES:
        assert set(text_of(f"{name}.story").splitlines()) <= set(text_of(name).splitlines())
