"""Topics: what a sentence is about, and who acts in it."""

import re
from collections.abc import Sequence

from graph.ontology import Label
from loaders.korean.lists.coordination import fold_lists
from loaders.korean.names import Name
from loaders.korean.words.words import Part, Word

_MARKED = ("은", "에은")
TIME = re.compile(
    r"올해|지난해|작년|최근|현재|이듬해|당시|내년|앞서|이후|이날|\d+[년월일]|올|지난달|이달"
)
"""What may stand before the topic, and is none."""


def organizations(word: Word) -> tuple[Name, ...]:
    """The organizations that the word stands for, internal units left out."""
    if not word.names:
        return ()
    return tuple(
        n
        for n in word.names
        if n.label is Label.ORGANIZATION and (n.kind != "unit" or n.entry is not None)
    )


def topic_in(words: Sequence[Word]) -> tuple[Name, ...]:
    """The organizations that the sentence marks as its own topic."""
    topic = next((w for w in words if w.particle in ("은", "도") and organizations(w)), None)
    return organizations(topic) if topic is not None else ()


def topics_in(words: Sequence[Word]) -> tuple[tuple[int, tuple[Name, ...]], ...]:
    """What `은` marks, with where each begins: organizations, none for a plain noun."""
    nouns = (w for w in fold_lists(words) if w.part is Part.NOUN and not TIME.fullmatch(w.text))
    marked = (w for w in nouns if w.particle in _MARKED)
    found = ((w.start, w.particle, organizations(w)) for w in marked)
    return tuple((start, names) for start, mark, names in found if names or mark == "은")


def topic_of(words: Sequence[Word]) -> Word | None:
    """The word that the sentence is about: its topic, or the one organization that acts."""
    topic = next((w for w in words if w.particle in ("은", "도") and organizations(w)), None)
    if topic is None:
        first = next((w for w in words if w.role == "이" and organizations(w)), None)
        if first is not None and len(organizations(first)) == 1 and first.particle == "이":
            topic = first if not _modifies(words, first) else None
    return topic


def opens_sentence(topic: Word, words: Sequence[Word]) -> bool:
    """Whether the topic is one organization that the sentence begins with, and no contrast."""
    before = (w for w in words if w.start < topic.start)
    alone = len(organizations(topic)) == 1 and topic.particle == "은"
    return alone and not any(w.part is Part.VERB for w in before)


def _modifies(words: Sequence[Word], subject: Word) -> bool:
    """Whether the subject's predicate modifies a noun: it is not the sentence's own."""
    after = (w for w in words if w.start > subject.start)
    verb = next((w for w in after if w.part is Part.VERB), None)
    return verb is not None and verb.ending == "ㄴ"


def acts_aside(words: Sequence[Word]) -> bool:
    """`서버는 A가 댔다`: what is told is told of the server, and of whose it is."""
    subject = topic_of(words)
    if subject is None or subject.particle != "이":
        return False
    return any(w.particle == "은" and w.start < subject.start and not w.names for w in words)


def acting_before(words: Sequence[Word]) -> tuple[Name, ...]:
    """Who acts in the clause that a comma has closed: `A가 공장을 운영하고, B는 이 회사 …`."""
    end = next(
        (
            i
            for i in range(len(words) - 1, 0, -1)
            if words[i].text == "," and words[i - 1].part is Part.VERB
        ),
        0,
    )
    acting = [w for w in words[:end] if w.particle == "이" and len(organizations(w)) == 1]
    later = {n.key for w in words[end:] for n in organizations(w)}
    return () if not acting else tuple(n for n in organizations(acting[-1]) if n.key not in later)


def is_state(names: Sequence[Name]) -> bool:
    """An agency that grants or approves does not become what a business story is about."""
    return all(name.kind == "government" for name in names)


def subject_keys(words: Sequence[Word]) -> set[str]:
    """The keys of the last subject, with what is listed before it: `A와 B는`."""
    last = next(
        (
            i
            for i in range(len(words) - 1, -1, -1)
            if words[i].particle in ("은", "이", "도") and organizations(words[i])
        ),
        None,
    )
    if last is None:
        return set()
    keys = {n.key for n in organizations(words[last])}
    for word in reversed(words[:last]):
        if word.part is Part.MARK and word.text in ",·":
            continue
        if not word.names or word.particle not in ("", "와"):
            break
        keys |= {n.key for n in organizations(word)}
    return keys


def speaker(words: Sequence[Word]) -> tuple[Name, ...]:
    """The firm of the person who acts in the sentence: `조주완 LG전자 사장은`."""
    acting = (w for w in words if w.particle in ("은", "이") and w.names and w.owners)
    return next((w.owners for w in acting if w.names[0].label is Label.PERSON), ())
