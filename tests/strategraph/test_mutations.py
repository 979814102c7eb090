"""Ten thousand broken articles: whatever is pasted in, nothing is raised and every span is true."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from graph.claims import Reading
from graph.documents import make_document
from loaders.articles import Item, Unread
from strategraph.workers import readings

ARTICLES = 10_000
_LONGEST = 150
_TEXTS = sorted((Path(__file__).parents[1] / "corpus" / "texts").glob("*.txt"))
_STRAY = "()[]{}‘’“”'\"《》·,…▲■◇ㆍ&/=-\u200b\u00a0\ufeff\t\n"
_EMOJI = "🚀🔋🇰🇷👨‍👩‍👧✅"
_HANJA = "㈜韓美日中獨電池株式會社新設合作"
_ELSEWHERE = (
    "注目の新会社設立",
    "Die Gesellschaft übernimmt",
    "компания купила",
    "شركة جديدة",
    "บริษัทใหม่",
)


def _cut(text: str, draw: Random) -> str:
    start, end = sorted(draw.choices(range(len(text) + 1), k=2))
    return text[:start] + text[end:]


def _double(text: str, draw: Random) -> str:
    start, end = sorted(draw.choices(range(len(text) + 1), k=2))
    return text[:end] + text[start:]


def _shuffle(text: str, draw: Random) -> str:
    words = text.split(" ")
    draw.shuffle(words)
    return " ".join(words)


def _scatter(characters: str) -> Callable[[str, Random], str]:
    def scatter(text: str, draw: Random) -> str:
        for _ in range(draw.randint(1, 12)):
            at = draw.randint(0, len(text))
            text = text[:at] + draw.choice(characters) + text[at:]
        return text

    return scatter


def _elsewhere(text: str, draw: Random) -> str:
    """Every second word of another language."""
    words = text.split(" ")
    return " ".join(draw.choice(_ELSEWHERE) if draw.random() < 0.5 else word for word in words)


_MUTATIONS = (_cut, _double, _shuffle, _scatter(_STRAY), _scatter(_EMOJI), _scatter(_HANJA))


def mutated(count: int, seed: int = 5) -> Iterator[Item]:
    """Pieces of labeled articles, each broken in one to four ways; half of them not Korean."""
    draw = Random(seed)  # noqa: S311 - a fixed draw, not a secret
    for number in range(count):
        text = draw.choice(_TEXTS).read_text("utf-8")
        begin = draw.randint(0, max(0, len(text) - _LONGEST))
        text = text[begin : begin + _LONGEST]
        for mutation in draw.choices(_MUTATIONS, k=draw.randint(1, 4)):
            text = mutation(text, draw)
        if number % 2:
            text = _elsewhere(text, draw)
        document = make_document(text.strip() or "빈 글", published="2024-05-20", language="ko")
        yield Item(f"{number}.txt", f"{number}.txt", document)


def test_ten_thousand_mutated_articles_are_read_and_every_span_is_true() -> None:
    """Each name stands where it is said to stand, and no claim is refused for its span."""
    read = claims = 0
    for found in readings(mutated(ARTICLES)):
        assert isinstance(found, Reading | Unread)
        if isinstance(found, Unread):
            continue
        read += 1
        claims += len(found.claims)
        _check(found)
    assert read == ARTICLES
    assert claims > ARTICLES / 2


def _check(reading: Reading) -> None:
    text = reading.document.text
    for referent in reading.referents:
        assert all(text[a:b].strip() for a, b in referent.mentions)
        assert any(_stands(referent.name, text[a:b]) for a, b in referent.mentions), referent
    for claim in reading.claims:
        assert claim.evidence
        assert all(text[e.start : e.end].strip() for e in claim.evidence), claim
    assert [r for r in reading.rejected if "span" in r.reason or "evidence" in r.reason] == []


def _stands(name: str, words: str) -> bool:
    """Whether the name is what the words say, less what they hold in brackets or between marks."""
    rest = iter(words)
    return all(character in rest for character in name if not character.isspace())
