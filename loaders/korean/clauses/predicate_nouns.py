"""Predicate nouns: what is done, said by a noun: `A에 납품.`, `공장을 건설 중이다`."""

from collections.abc import Sequence

from loaders.korean.clauses.clause_words import clause_words
from loaders.korean.words.phrases import Phrase
from loaders.korean.words.words import Part, Word

_CONTRACT = "계약"


def at_end(run: Sequence[Word], verbal_nouns: frozenset[str]) -> tuple[list[Word], Word | None]:
    """`A에 납품.`, `B를 검토 중…`: the words before a verbal noun at the end, and it as a verb."""
    rest = _without_stage(run, verbal_nouns)
    done = _done(rest[-1], verbal_nouns) if rest and not rest[-1].particle else ""
    if not done:
        return rest, None
    noun = rest.pop()
    while rest and rest[-1].text in clause_words().manner:
        rest.pop()
    return rest, Word(Part.VERB, done + "하다", noun.start, noun.end, ending="다")


def under_way(
    last: Phrase, verb: Word, verbal_nouns: frozenset[str]
) -> tuple[Word, tuple[Phrase, ...]]:
    """`공장을 건설 중이다`, `건설할 계획이다` says `공장을 건설한다`: the verb, and the rest."""
    if verb.text != "이다" or len(last.words) < 2:
        return verb, (last,)
    noun, stage = last.words[-2:]
    if stage.text not in clause_words().stages or noun.text not in verbal_nouns or noun.particle:
        return verb, (last,)
    made = verb._replace(text=noun.text + "하다", start=noun.start)
    rest = last.words[:-2]
    if not rest or rest[-1].text in ("공동", "추가", "신규"):
        return made, ()
    return made, (Phrase((*rest[:-1], rest[-1]._replace(particle=rest[-1].particle or "을"))),)


def _done(noun: Word, verbal_nouns: frozenset[str]) -> str:
    """The verbal noun that the word is or begins with: `공급`, `공급계약`; else empty."""
    plain = noun.text.removesuffix(_CONTRACT)
    return next((text for text in (noun.text, plain) if text in verbal_nouns), "")


def _without_stage(run: Sequence[Word], verbal_nouns: frozenset[str]) -> list[Word]:
    """`공급 재개`, `공급 1년 연장`: how far it has come stands after what is done."""
    words, at = list(run), len(run) - 2
    if at < 0 or words[-1].text not in clause_words().stages:
        return words
    if at > 0 and words[at].text[0].isdigit():
        at -= 1
    if _done(words[at], verbal_nouns):
        del words[at + 1 :]
    return words
