"""Filled frames: what the predicates of a sentence state of their arguments."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.ontology import Label
from loaders.korean.construction_facts import pairs
from loaders.korean.findings import SYMMETRIC, Finding, phrase_name
from loaders.korean.frames import Frame, Role, frames
from loaders.korean.left_out import left_out, listed_with_subject, whose
from loaders.korean.names import Name
from loaders.korean.phrases import Clause, Phrase
from loaders.korean.products import products_in
from loaders.korean.quantities import day, money, share
from loaders.korean.sectors import is_field, is_sector, sector_names
from loaders.korean.tails import COUNTED, introduced, plain_tail
from loaders.korean.words import Word

_GAP_ROLES = ("을",)
_OWN = frozenset(["DEVELOPED", "HAS_UNIT", "HAS_SUBSIDIARY", "HAS_STAKE_IN", "ACTIVE_IN"])
"""What a firm has of its own; what firms do with each other needs a surer subject."""
_NUMBER = re.compile(r"^제?\d+(?=[가-힣])")
_WIDE = ("country", "region")
_HOME = "place:kr"
_HELD = frozenset(["ACQUIRED", "HAS_SUBSIDIARY"])
_WITH = Role(role="와", labels=[Label.ORGANIZATION])
_GOODS = Role(role="을", labels=[Label.PRODUCT], phrase=Label.PRODUCT)
_FEW = 5
"""More subjects than that are a list of guests, not partners of each other."""


@dataclass(frozen=True, slots=True)
class StandIns:
    """What may stand in for a subject that is left out.

    `topic` is what is carried on and the story is about, `here` what its own line began with;
    `undertaking` is the one named last, where the sentence names none itself;
    `raised` is who has raised the money that is spoken of;
    `near` is what the sentence right before began with.
    """

    topic: Sequence[Name]
    here: Sequence[Name]
    undertaking: Sequence[Name] = ()
    raised: Sequence[Name] = ()
    near: Sequence[Name] = ()


def read_frames(
    clauses: Sequence[Clause],
    text: str,
    topic: StandIns,
    published: str | None,
) -> Iterator[Finding]:
    """What the predicates of a sentence state; `topic` stands in for a dropped subject."""
    for clause in clauses:
        for frame in frames().of(clause):
            yield from _Filling(frame, clause, text, topic, published).findings()


@cache
def _organization(role: str) -> Role:
    return Role(role=role, labels=[Label.ORGANIZATION])


class _Filling:
    """One frame laid over one clause."""

    def __init__(
        self,
        frame: Frame,
        clause: Clause,
        text: str,
        topic: StandIns,
        published: str | None,
    ) -> None:
        self._frame = frame
        self._clause = clause
        self._text = text
        self._topic = topic
        self._published = published

    def findings(self) -> Iterator[Finding]:
        frame, clause = self._frame, self._clause
        if not self._fits():
            return
        subjects, objects = self._fill(frame.subject), self._fill(frame.object)
        if frame.together:
            if not objects or len(subjects) < 2:
                return
            found = pairs(subjects, subjects, frame.relation, same=True)
        elif frame.apart and not objects:
            return
        elif (
            not objects
            and frame.object.role == "와"
            and frame.relation in SYMMETRIC
            and 1 < len(subjects) <= _FEW
            and not self._joins()
        ):
            found = pairs(subjects, subjects, frame.relation, same=True)
        else:
            found = self._matched(subjects, objects)
        if frame.single and len(subjects) > 1:
            return
        if frame.joint and len(subjects) < 2 and not self._beside():
            return
        stated = list(found)
        qualifiers = self._qualifiers() if stated else {}
        for subject, object_ in stated:
            yield Finding(
                frame.relation,
                subject,
                object_,
                clause.start,
                clause.end,
                frame.id,
                frame.confidence,
                qualifiers,
                frame.event,
            )

    def _beside(self) -> bool:
        """Whether another firm stands beside the subject: `A가 B와`."""
        said = self._clause.subject is not None and bool(self._clause.subject.head.names)
        return said and bool(self._fill(_WITH))

    def _joins(self) -> bool:
        """`A와 B도 함께한다`: they take the part of someone named before, not of each other."""
        subject = self._clause.subject
        return subject is not None and subject.head.particle == "도"

    def _matched(
        self, subjects: tuple[Name, ...], objects: tuple[Name, ...]
    ) -> Iterator[tuple[Name, Name]]:
        """Every subject with every object; `각각` says that each has its own."""
        several = len(subjects) > 1 and len(objects) > 1
        if several and "각각" in self._text[self._clause.start : self._clause.end]:
            own = zip(subjects, objects, strict=False)
            return iter(own if len(subjects) == len(objects) else ())
        if several and len(subjects) * len(objects) > _FEW:
            return iter(())
        return pairs(subjects, objects, self._frame.relation, same=False)

    def _fits(self) -> bool:
        frame, clause = self._frame, self._clause
        words = self._text[clause.start : clause.end]
        if frame.needs_money and money(words) is None:
            return False
        if frame.needs_goods and not self._product_named():
            return False
        if frame.share_from is not None and (share(words) or 0) < frame.share_from:
            return False
        if frame.share_below is not None and (share(words) or 0) >= frame.share_below:
            return False
        if frame.needs_any and not any(word in words for word in frame.needs_any):
            return False
        if any(word in words for word in frame.without):
            return False
        exact = all(self._has(role, heads) for role, heads in frame.needs.items())
        return exact and all(self._has(r, h, tail=True) for r, h in frame.needs_tail.items())

    def _has(self, role: str, heads: list[str], *, tail: bool = False) -> bool:
        phrases = [p for p in self._clause.phrases if p.role == role]
        if self._clause.noun is not None and role == "을":
            phrases.append(self._clause.noun)
        return any(
            p.head.text in heads or (tail and p.head.text.endswith(tuple(heads))) for p in phrases
        )

    def _fill(self, spec: Role) -> tuple[Name, ...]:
        if spec.role == "subject":
            return self._subject(spec)
        if spec.role == "topic":
            labels = frozenset(spec.labels)
            return tuple(n for n in self._topic.topic if n.label in labels)
        if spec.role == "undertaking":
            return tuple(self._topic.undertaking)
        if spec.role == "raised":
            return tuple(self._topic.raised)
        if spec.role == "gap":
            noun = self._clause.noun
            return self._names(spec, noun) if noun is not None and self._gap_is_object() else ()
        also = spec.role == "을" and bool(spec.heads)
        roles = (spec.role, "") if also else (spec.role,)
        phrases = [p for p in reversed(self._clause.phrases) if p.role in roles]
        if spec.role == "와":
            phrases = [p for p in phrases if not listed_with_subject(self._clause, p)]
        if not phrases and spec.role in _GAP_ROLES and self._gap_is_object():
            phrases = [p for p in (self._clause.noun,) if p is not None]
        if not phrases and spec.role in _GAP_ROLES and self._frame.relation in _HELD:
            phrases = left_out(self._clause)
        if spec.counted:
            phrases = [p for p in phrases if p.core() != p]
        found = next((names for p in phrases if (names := self._names(spec, p.core()))), ())
        return (*self._joined(found), *found) if spec.labels == [Label.PRODUCT] else found

    def _joined(self, found: Sequence[Name]) -> Iterator[Name]:
        """The products before these in a list where each has its sort: `앱 ‘A’와 게임 ‘B’를`."""
        held = frozenset([Label.PRODUCT])
        for phrase in self._clause.phrases if found else ():
            if phrase.role in ("와", "나", "") and phrase.head.end < found[0].start:
                yield from (n for n in phrase.names(held) if n not in found)

    def _gap_is_object(self) -> bool:
        return self._clause.noun is not None and self._clause.gap != "subject"

    def _subject(self, spec: Role) -> tuple[Name, ...]:
        subject = self._clause.subject
        labels = frozenset(spec.labels)
        if spec.through and (acting := self._through(labels)):
            return acting
        if subject is None or self._is_object(subject):
            return tuple(n for n in self._meant(spec, subject) if n.label in labels)
        return subject.names(labels)

    def _meant(self, spec: Role, subject: Phrase | None) -> Iterable[Name]:
        """What stands in for the subject: where no firm is named, a place may be the line's own."""
        topic = () if spec.said else self._topic.topic
        if self._frame.relation in _OWN and not topic and not spec.said:
            return self._topic.near
        if self._frame.relation != "LOCATED_IN" or subject is not None or self._names_a_firm():
            return topic
        return {n.key: n for n in (*topic, *self._topic.here)}.values()

    def _names_a_firm(self) -> bool:
        words = (word for phrase in self._clause.phrases for word in phrase.words)
        return any(name.label is Label.ORGANIZATION for word in words for name in word.names)

    def _through(self, labels: frozenset[Label]) -> tuple[Name, ...]:
        """`자회사 X를 통해 공장을 짓는다`: the plant is X's."""
        phrases = (p for p in self._clause.phrases if p.role == "통해")
        return next((names for p in phrases if (names := p.names(labels))), ())

    def _is_object(self, subject: Phrase) -> bool:
        """`기술은 대학과 함께 개발했다`: the plain topic is what the dropped subject acts on."""
        plain = not any(w.names for w in subject.words) and subject.head.particle == "은"
        return plain and not any(p.role == "을" for p in self._clause.phrases)

    def _names(self, spec: Role, phrase: Phrase) -> tuple[Name, ...]:
        labels = frozenset(spec.labels)
        names: tuple[Name, ...] = ()
        if not spec.heads or spec.bare:
            names = phrase.names(labels)
        if not names and Label.PLACE in labels and phrase.head.proper and not phrase.head.names:
            names = phrase.inner(labels)
        head = _NUMBER.sub("", phrase.head.text)
        if not names and spec.heads and head in spec.heads and not spec.phrase:
            names = whose(self._clause, phrase, spec.heads, labels)
        if spec.sites:
            names = tuple(n for n in names if n.kind_of_place in (None, "site"))
        if spec.local and all(_is_wide(n) for n in names):
            names = ()
        if spec.last:
            names = names[-1:]
        if spec.introduced and not introduced(phrase, spec.introduced):
            names = ()
        if spec.kinds:
            names = tuple(n for n in names if n.kind in spec.kinds)
        if not names and spec.phrase is not None and not phrase.head.names:
            names = self._phrase_names(spec, phrase)
        return names

    def _phrase_names(self, spec: Role, phrase: Phrase) -> tuple[Name, ...]:
        if spec.phrase is Label.PRODUCT:
            return self._products(phrase, goods=spec.known)
        words = plain_tail(phrase.words)
        if not words:
            return ()
        if spec.phrase is Label.SECTOR:
            return self._listed_sectors(spec, phrase, words)
        if spec.phrase is Label.INITIATIVE and (len(words) < 2 or words[-1].text not in spec.heads):
            return ()
        if words[-1].text.endswith(COUNTED):
            return ()
        end = words[-1].start + len(words[-1].text)
        name = phrase_name(self._text, words[0].start, end, spec.phrase or Label.INITIATIVE)
        return (name,) if name else ()

    def _products(self, phrase: Phrase, *, goods: bool) -> tuple[Name, ...]:
        """The products of the phrase, with those that `와` joins before it."""
        found = products_in(phrase.words, self._text, goods=goods)
        if not found:
            return ()
        for other in reversed(self._clause.phrases):
            if other.role in ("와", "나") and other.head.end <= phrase.words[0].start:
                found = (*products_in(other.words, self._text, goods=goods), *found)
        return found

    def _listed_sectors(
        self, spec: Role, phrase: Phrase, words: Sequence[Word]
    ) -> tuple[Name, ...]:
        """The field of the phrase, with the known ones that a comma or `와` joins before it."""
        found = self._sectors(spec, words)
        if not found:
            return ()
        for word in phrase.words[: -len(words)]:
            if not word.names and is_sector(word.text):
                found = (*self._field(word), *found)
        for other in self._clause.phrases:
            ends = other.head.end <= phrase.words[0].start
            if other.role in ("와", "나") and ends and not other.head.names:
                for word in other.words:
                    found = (*found, *(self._field(word) if is_sector(word.text) else ()))
        return found

    def _field(self, word: Word) -> tuple[Name, ...]:
        name = phrase_name(self._text, word.start, word.start + len(word.text), Label.SECTOR)
        return (name,) if name else ()

    def _sectors(self, spec: Role, words: Sequence[Word]) -> tuple[Name, ...]:
        """The field before `시장` or `사업`; without such a head, only a field that is known."""
        if words[-1].text in spec.heads and not spec.known:
            if len(words) < 2:
                return ()
            return sector_names(self._text, words[0].start, words[-2].start + len(words[-2].text))
        if words[-1].text in spec.heads and len(words) > 1:
            words = words[:-1]
        end = words[-1].start + len(words[-1].text)
        found = sector_names(self._text, words[0].start, end)
        return tuple(name for name in found if is_field(name.surface))

    def _qualifiers(self) -> dict[str, Any]:
        frame, clause = self._frame, self._clause
        words = self._text[clause.start : clause.end]
        found: dict[str, Any] = dict(frame.qualifiers)
        if frame.seller is not None and (seller := self._seller(frame.seller)):
            found["seller"] = seller
        if "product" in frame.keeps and (product := self._product_named()):
            found["product"] = product
        if "purpose" in frame.keeps and (purpose := self._purpose()):
            found["purpose"] = purpose
        if "share" in frame.keeps and (fraction := share(words)) is not None:
            found["share"] = fraction
        if "amount" in frame.keeps and (sum_ := self._sum(words)) is not None:
            found["amount"] = sum_
        if "date" in frame.keeps and (when := day(words, self._published)) is not None:
            found["date"] = when
        return found

    def _product_named(self) -> str | None:
        names = self._fill(_GOODS)
        return names[0].surface if names else None

    def _purpose(self) -> str | None:
        """What an agreement is for: `디지털 전환 협력 MOU를` → 디지털 전환 협력."""
        agreed = next((p for p in self._clause.phrases if p.role == "을"), None)
        if agreed is None or len(agreed.words) < 2 or any(w.names for w in agreed.words):
            return None
        words = plain_tail(agreed.words)
        if len(words) < 2:
            return None
        last = words[-2]
        return self._text[words[0].start : last.start + len(last.text)]

    def _sum(self, words: str) -> dict[str, Any] | None:
        """The sum of money that stands nearest before the predicate."""
        for phrase in reversed(self._clause.phrases):
            found = money(self._text[phrase.words[0].start : phrase.head.end])
            if found is not None:
                return found
        return money(words)

    def _seller(self, role: str) -> str | None:
        names = self._fill(_organization(role))
        return names[0].surface if len(names) == 1 else None


def _is_wide(place: Name) -> bool:
    """A country or a part of another one; `대전`, a region at home, is a town as well."""
    home = place.key.startswith(_HOME) and place.key != _HOME
    return place.kind_of_place in _WIDE and not home
