"""Arguments: which names play a role of a frame in a clause."""

import re
from collections.abc import Iterator, Sequence

from graph.ontology import Label
from loaders.korean.clauses.left_out import (
    SHARES,
    left_out,
    listed_with_subject,
    names_firm,
    topic_as_object,
)
from loaders.korean.frames.frames import Role
from loaders.korean.frames.role_names import GOODS, role_names
from loaders.korean.frames.stand_ins import StandIns
from loaders.korean.frames.subjects import Subject
from loaders.korean.names import Name
from loaders.korean.words.phrases import Clause, Phrase

_OBJECT = "을"
_GIVERS = frozenset(["에서", "로부터", "와"])
_DATED = re.compile(r"\d{4}년|\d월|지난해|[억조]")
_AND_OTHERS = frozenset(["등", "등지"])
_HELD = frozenset(["ACQUIRED", "HAS_SUBSIDIARY"])
_SHARED_OUT = frozenset(["ACQUIRED", "HAS_STAKE_IN"])
_ACTING = Role(role="subject", labels=frozenset([Label.ORGANIZATION]))


class Arguments:
    """The arguments of one clause, for frames of one relation."""

    def __init__(self, clause: Clause, relation: str, text: str, stand_ins: StandIns) -> None:
        self._clause = clause
        self._relation = relation
        self._text = text
        self._stand_ins = stand_ins
        self._subject = Subject(clause, relation, stand_ins)

    def fill(self, spec: Role) -> tuple[Name, ...]:
        """The names that play the role; none where the clause has no such argument."""
        if spec.role == "subject":
            return self._subject.names(spec)
        if spec.role == "topic":
            return tuple(n for n in self._stand_ins.topic if n.label in spec.labels)
        if spec.role == "undertaking":
            return tuple(self._stand_ins.undertaking)
        if spec.role == "raised":
            return () if self._goes_to_a_firm() else tuple(self._stand_ins.raised)
        if spec.role == "spoken":
            return self._whom(frozenset(spec.labels))
        if spec.role == "gap":
            return self._names(spec, noun) if (noun := self._gap()) is not None else ()
        phrases = self._phrases(spec)
        if not phrases and spec.role == _OBJECT and self._relation == "ACQUIRED":
            return self._spoken_of(spec.labels) if not spec.heads else ()
        found = self._found(spec, phrases)
        return (*self._joined(found), *found) if spec.labels == GOODS else found

    def _phrases(self, spec: Role) -> list[Phrase]:
        """The phrases that may play the role, the nearest to the predicate first."""
        phrases = self._marked(spec)
        if not phrases and spec.role == _OBJECT:
            phrases = self._unmarked()
            if not phrases and Label.ORGANIZATION in spec.labels:
                phrases = [p for p in self._clause.phrases if p.role == "까지"]
        return phrases

    def _marked(self, spec: Role) -> list[Phrase]:
        """The phrases with the role's particle; an object that is told by its noun may lack it."""
        roles = (_OBJECT, "") if spec.role == _OBJECT and spec.heads else (spec.role,)
        phrases = [p for p in reversed(self._clause.phrases) if p.role in roles]
        if spec.role != "와":
            return phrases
        return [p for p in phrases if not listed_with_subject(self._clause, p)]

    def _unmarked(self) -> list[Phrase]:
        """What is acted on where no particle says so."""
        if (noun := self._gap()) is not None:
            return [noun]
        if self._relation == "ACQUIRED":
            # a headline: `A, B 품고`
            named = [p for p in self._clause.phrases if p.role == "-" and p.head.names]
            return named or left_out(self._clause)
        return left_out(self._clause) if self._relation in _HELD else topic_as_object(self._clause)

    def _found(self, spec: Role, phrases: Sequence[Phrase]) -> tuple[Name, ...]:
        """The names by which the first of the phrases that can plays the role."""
        if spec.counted:
            phrases = [p for p in phrases if p.core() != p]
        found = next((names for p in phrases if (names := self._names(spec, p.core()))), ())
        if not found and phrases and self._relation in _SHARED_OUT:
            found = self._shares_of_whom(spec, phrases[0].core())
        if not found and phrases and spec.role != "와" and not spec.heads:
            found = self._listed_before(phrases[0], spec.labels)
        return found

    def _names(self, spec: Role, phrase: Phrase) -> tuple[Name, ...]:
        return role_names(spec, self._clause, phrase, self._text)

    def _goes_to_a_firm(self) -> bool:
        return any(p.role == "에" and names_firm(p) for p in self._clause.phrases)

    def _spoken_of(self, labels: frozenset[Label]) -> tuple[Name, ...]:
        """`A가 2020년 2000억원에 인수했다`: what no words name is who is spoken of."""
        clause, subject = self._clause, self._clause.subject
        said = subject is not None and subject.head.particle == "이" and bool(subject.head.names)
        others = [p for p in clause.phrases if p.role not in _GIVERS and names_firm(p)]
        dated = _DATED.search(self._text, clause.start, clause.end) is not None
        if not said or others or not dated or (clause.noun is not None and clause.gap == ""):
            return ()
        return tuple(n for n in self._stand_ins.spoken if n.label in labels and n.kind != "group")

    def _whom(self, labels: frozenset[Label]) -> tuple[Name, ...]:
        """`A가 1500억원을 투자했다`: whom no words name, where another firm acts."""
        subject = self._clause.subject
        acts = subject is not None and (
            subject.head.particle in ("이", "도")
            or all(name.kind == "fund" for name in subject.head.names)
        )
        others = any(names_firm(p) for p in self._clause.phrases)
        modifies = self._clause.noun is not None and not names_firm(self._clause.noun)
        # `1000억원을 출자해 X를 세웠다`: whom it is for comes after.
        begins = self._text[: self._clause.verb.end].endswith("해")
        if not acts or others or modifies or begins:
            return ()
        return tuple(n for n in self._stand_ins.about if n.label in labels)

    def _shares_of_whom(self, spec: Role, phrase: Phrase) -> tuple[Name, ...]:
        """`A가 지분 60%를 사들였다`: bare shares are of the firm that is spoken of."""
        bare = (
            len(phrase.words) == 1 and phrase.head.text in SHARES and phrase.head.text in spec.heads
        )
        named = any(names_firm(p) for p in (phrase, *self._clause.phrases) if p.role not in _GIVERS)
        if not bare or named or self._clause.noun is not None:
            return ()
        acting = {n.key for n in self._subject.names(_ACTING)}
        held = [n for n in self._stand_ins.about if n.kind != "group"]
        return tuple(held) if acting and not acting & {n.key for n in held} else ()

    def _listed_before(self, phrase: Phrase, labels: frozenset[Label]) -> tuple[Name, ...]:
        """`A와 (no known name)에서`: the known one of a list whose last one is not known."""
        if phrase.head.names or not (phrase.head.proper or phrase.head.text in _AND_OTHERS):
            return ()
        begin = phrase.words[0].start
        before = (p for p in self._clause.phrases if p.role == "와" and p.head.end < begin)
        last = next(reversed(list(before)), None)
        return last.names(labels) if last is not None and begin - last.head.end <= 2 else ()

    def _joined(self, found: Sequence[Name]) -> Iterator[Name]:
        """The products before these in a list where each has its sort: `앱 ‘A’와 게임 ‘B’를`."""
        for phrase in self._clause.phrases if found else ():
            if phrase.role in ("와", "나", "") and phrase.head.end < found[0].start:
                yield from (n for n in phrase.names(GOODS) if n not in found)

    def _gap(self) -> Phrase | None:
        """The noun that the clause modifies, where it is what is acted on: `A가 만든 X`."""
        return self._clause.noun if self._clause.gap != "subject" else None
