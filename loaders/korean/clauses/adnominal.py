"""Adnominal clauses: what belongs to a predicate that modifies the noun after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.korean.clauses.clause_words import clause_words
from loaders.korean.clauses.left_out import SHARES, names_firm
from loaders.korean.words.phrases import Phrase, is_quantity
from loaders.korean.words.words import Word

_SUBJECT = "이"


@dataclass(frozen=True, slots=True)
class Adnominal:
    """An adnominal clause: its `phrases`, who acts in it, and what of it the `noun` is.

    `lent` is the subject that it lends to the outer clause, `left` are the outer clause's phrases.
    """

    phrases: tuple[Phrase, ...]
    subject: Phrase | None
    noun: Phrase | None
    gap: str
    lent: Phrase | None
    left: tuple[Phrase, ...]


def adnominal(
    verb: Word,
    noun: Phrase | None,
    before: Sequence[Phrase],
    topic: Phrase | None,
    subject: Phrase | None,
) -> Adnominal:
    """The clause of a verb that modifies the noun, after the phrases `before`.

    `topic` and `subject` are what the sentence has had until then.
    """
    if noun is not None and _is_content(noun) and not noun.head.names:
        noun = None
    taken = _taken(before, noun)
    own = next((p for p in taken if p.role == _SUBJECT), None)
    firm = noun is not None and _is_firm(noun, told=topic is not None)
    if own is None:
        acting, gap = _acting(verb, noun, taken, topic or subject, firm=firm)
    else:
        acting, gap = own, ""
        if firm and topic is not None and names_firm(topic) and _lacks_firm(taken):
            noun = topic  # `C는 A가 인수한 회사다`: the noun is the topic, which is acted on.
    if acting is None:
        acting = next((p for p in reversed(before) if p.role == _SUBJECT), None)
    named = noun is not None and bool(noun.head.names)
    lends = own is not None and bool(own.head.names) and not named
    shared = [] if noun is None or named else [p for p in taken if _is_with_firm(p)]
    return Adnominal(
        phrases=tuple(p for p in taken if p is not own),
        subject=acting,
        noun=noun,
        gap=gap,
        lent=own if lends else None,
        left=tuple(p for p in before if _is_among(p, shared) or not _is_among(p, taken)),
    )


def _acting(
    verb: Word, noun: Phrase | None, taken: Sequence[Phrase], carried: Phrase | None, *, firm: bool
) -> tuple[Phrase | None, str]:
    """Who acts where no words of the clause say so, and the gap that the noun fills."""
    if noun is None:
        return carried, ""
    has_object = any(p.role == "을" for p in taken)
    if firm:
        founded = verb.text in clause_words().founds and not has_object
        return (noun.first() if founded else carried), ""
    if has_object or not _can_have_object(verb):
        return noun.first(), "subject"
    return carried, ""


def _taken(before: Sequence[Phrase], noun: Phrase | None) -> list[Phrase]:
    """The phrases of an adnominal clause: from the verb leftwards, each role once."""
    taken: list[Phrase] = []
    roles: set[str] = set()
    for phrase in reversed(before):
        role = phrase.role
        if _reaches_out(phrase) or role in roles:
            break
        if role == _SUBJECT and "을" in roles and noun is not None and noun.head.names:
            break
        if role != "에" or not is_quantity(phrase.head.text):  # `X에 1조원에 넘기다`
            roles.add(role)
        taken.append(phrase)
    return taken[::-1]


def _is_among(phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
    return any(phrase is other for other in phrases)


def _can_have_object(verb: Word) -> bool:
    return not verb.text.endswith("되다") and verb.text not in clause_words().intransitive


def _is_firm(noun: Phrase, *, told: bool) -> bool:
    """`X는 동박을 만드는 업체다`: the plain noun is the topic, which the sentence has `told`."""
    head = noun.head
    said = (head.particle == "이다" or (told and head.particle == "로")) and head.text.endswith(
        clause_words().firms
    )
    return said and not head.names


def _lacks_firm(phrases: Sequence[Phrase]) -> bool:
    """Whether no object says what firm is acted on: none, or bare shares."""
    objects = [p for p in phrases if p.role == "을"]
    return all(p.core().head.text in SHARES and not names_firm(p) for p in objects)


def _is_content(noun: Phrase) -> bool:
    """`인수하는 계약`, `인수하는 계약 체결`: the clause says what the noun is about."""
    return any(
        w.text in clause_words().content_nouns for w in noun.words[-2:] if not w.particle
    ) or (noun.head.text in clause_words().content_nouns)


def _reaches_out(phrase: Phrase) -> bool:
    """Whether it belongs to the outer clause: a topic does, `X와도` and `X에도` need not."""
    return phrase.head.topic and not (phrase.head.particle.endswith("도") and phrase.role)


def _is_with_firm(phrase: Phrase) -> bool:
    """`X와 [업무를 돕는] 협약을`: who it is with is the outer verb's too."""
    return phrase.role == "와" and bool(phrase.head.names)
