"""What a clause leaves out: the firm that a predicate is about where no object names it."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from graph.ontology import Label
from loaders.korean.names import Name
from loaders.korean.words.phrases import Clause, Phrase

SHARES = frozenset(["지분", "주식", "지분율", "경영권", "신주", "구주"])
"""What a firm is held by."""
_THINGS = frozenset([Label.PRODUCT, Label.INITIATIVE])


def left_out(clause: Clause) -> list[Phrase]:
    """The object that no words of the clause name: `두나무는 KT가 인수했다`, `A를 사 합쳤다`."""
    acting = clause.subject is not None and bool(clause.subject.head.names)
    topic = [p for p in clause.phrases if p.head.particle == "은" and p.head.names]
    if topic and acting:
        return topic[-1:]
    earlier = clause.earlier
    return [earlier] if earlier is not None and earlier.role == "을" else []


def topic_as_object(clause: Clause) -> list[Phrase]:
    """`‘나래’는 내년에 출시한다`: the topic that is named, and what is acted on."""
    subject = clause.subject
    named = subject is not None and bool(subject.head.names) and topic_is_object(clause)
    return [subject] if named and subject is not None else []


def topic_is_object(clause: Clause) -> bool:
    """`기술은 대학과 함께 개발했다`: a topic that does not act is acted on."""
    subject = clause.subject
    if subject is None or subject.head.particle != "은":
        return False
    names = {n.label for w in subject.words for n in w.names}
    return names <= _THINGS and not any(p.role == "을" for p in clause.phrases)


def whose(
    clause: Clause, phrase: Phrase, shares: Collection[str], labels: frozenset[Label]
) -> tuple[Name, ...]:
    """Whose shares a phrase is of: `A 지분 5%, B 지분 7%`; the topic's or who was invested in.

    `shares` are the nouns that stand for them.
    """
    beside = (w for w, noun in pairwise(phrase.words) if noun.text in shares)
    held = (w for w in beside if w.particle in ("", "의"))
    found = tuple(n for w in held for n in w.names if n.label in labels)
    if found or phrase.inner(labels):
        return found or phrase.inner(labels)
    if phrase.head.text not in SHARES or len(phrase.words) > 1:
        return ()
    others = [p for p in clause.phrases if p.head.particle in ("은", "에은", "에")]
    others = [*([clause.noun] if clause.noun is not None and not clause.gap else []), *others]
    for other in (*others, *([clause.earlier] if clause.earlier is not None else [])):
        if other.names(labels):
            return other.names(labels)
    return ()


def listed_with_subject(clause: Clause, phrase: Phrase) -> bool:
    """`A와 (no known name)이`: the two act alike, and neither with who is spoken of."""
    subject = clause.subject
    return (
        subject is not None
        and not subject.head.names
        and subject.head.proper
        and 0 <= subject.words[0].start - phrase.head.end <= 1
    )


def acted_on(phrases: Sequence[Phrase]) -> Phrase | None:
    """The firm among a clause's objects, or whose shares or new stock the object is."""
    for role in ("을", "에"):
        for phrase in phrases:
            if phrase.role == role and phrase.head.particle == role and names_firm(phrase):
                firm = next(w for w in reversed(phrase.words) if w.names)
                return Phrase((firm._replace(particle=role),))
    return None


def names_firm(phrase: Phrase) -> bool:
    """Whether the phrase names an organization."""
    return any(name.label is Label.ORGANIZATION for word in phrase.words for name in word.names)
