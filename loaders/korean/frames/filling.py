"""Filled frames: what the predicates of a sentence state of their arguments."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from graph.ontology import Label
from loaders.korean.constructions.facts import pairs
from loaders.korean.findings import Finding
from loaders.korean.frames.arguments import Arguments
from loaders.korean.frames.frames import Frame, Role, frames
from loaders.korean.frames.stand_ins import StandIns
from loaders.korean.names import Name
from loaders.korean.naming.membership import is_of_other_group
from loaders.korean.statements.quantities import day, money, share
from loaders.korean.words.phrases import Clause
from loaders.korean.words.tails import plain_tail

_WITH = Role(role="와", labels=frozenset([Label.ORGANIZATION]))
_GOODS = Role(role="을", labels=frozenset([Label.PRODUCT]), phrase=Label.PRODUCT)
_FEW = 5
"""More subjects than that are a list of guests, not partners of each other."""


def read_frames(
    clauses: Sequence[Clause],
    text: str,
    stand_ins: StandIns,
    published: str | None,
) -> Iterator[Finding]:
    """What the predicates of a sentence state; `stand_ins` fill in for what is left out."""
    for clause in clauses:
        for frame in frames().of(clause):
            yield from _Filling(frame, clause, text, stand_ins, published).findings()


@cache
def _organization(role: str) -> Role:
    return Role(role=role, labels=frozenset([Label.ORGANIZATION]))


class _Filling:
    """One frame laid over one clause."""

    def __init__(
        self,
        frame: Frame,
        clause: Clause,
        text: str,
        stand_ins: StandIns,
        published: str | None,
    ) -> None:
        self._frame = frame
        self._clause = clause
        self._text = text
        self._arguments = Arguments(clause, frame.relation, text, stand_ins)
        self._published = published

    def findings(self) -> Iterator[Finding]:
        frame, clause = self._frame, self._clause
        stated = list(self._stated()) if self._fits() else []
        qualifiers = self._qualifiers() if stated else {}
        for subject, object_ in stated:
            if frame.kin and is_of_other_group(subject, object_):
                continue
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

    def _stated(self) -> Iterator[tuple[Name, Name]]:
        """Who and whom the frame relates; nobody where its subjects are too many or too few."""
        frame = self._frame
        objects = self._arguments.fill(frame.object)
        if not objects and not frame.together and not frame.mutual:
            return iter(())
        subjects = self._arguments.fill(frame.subject)
        missing = (frame.together or frame.apart) and not objects
        many = frame.single and len(subjects) > 1
        few = frame.together and len(subjects) < 2
        if missing or many or few or (frame.joint and len(subjects) < 2 and not self._beside()):
            return iter(())
        if frame.together or (not objects and self._among_themselves(subjects)):
            return pairs(subjects, subjects, frame.relation, same=True)
        return self._matched(subjects, objects)

    def _among_themselves(self, subjects: tuple[Name, ...]) -> bool:
        """`A와 B가 손잡았다`: the subjects are what they are to each other."""
        if any(phrase.role == "와" and phrase.head.names for phrase in self._clause.phrases):
            return False  # with someone who is no firm: `A와 B가 부산시와 손잡았다`
        return self._frame.mutual and 1 < len(subjects) <= _FEW and not self._joins()

    def _beside(self) -> bool:
        """Whether another firm stands beside the subject: `A가 B와`."""
        said = self._clause.subject is not None and bool(self._clause.subject.head.names)
        return said and bool(self._arguments.fill(_WITH))

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
        # A chain of supply is no delivery.
        chainless = words.replace("공급망", "") if frame.without else ""
        if any(word in chainless for word in frame.without):
            return False
        exact = all(self._has(role, heads) for role, heads in frame.needs.items())
        return exact and all(self._has(r, h, tail=True) for r, h in frame.needs_tail.items())

    def _has(self, role: str, heads: list[str], *, tail: bool = False) -> bool:
        phrases = [p for p in self._clause.phrases if p.role == role]
        if self._clause.noun is not None and role == "을":
            phrases.append(self._clause.noun)
        return any(
            head in heads or (tail and head.endswith(tuple(heads)))
            for p in phrases
            for head in (p.head.text, p.core().head.text)
        )

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
        names = self._arguments.fill(_GOODS)
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
        names = self._arguments.fill(_organization(role))
        return names[0].surface if len(names) == 1 else None
