"""Arguments: which names play a role of a frame in a clause."""

import re
from collections.abc import Iterator, Sequence

from graph.ontology import Label
from loaders.korean.described import described
from loaders.korean.frames import ANY, Role
from loaders.korean.left_out import (
    SHARES,
    left_out,
    listed_with_subject,
    names_firm,
    topic_as_object,
    whose,
)
from loaders.korean.names import Name
from loaders.korean.phrases import Clause, Phrase
from loaders.korean.stand_ins import StandIns
from loaders.korean.subjects import Subject
from loaders.korean.tails import introduced, is_anothers

_GAP_ROLES = ("을",)
_GIVERS = frozenset(["에서", "로부터", "와"])
_DATED = re.compile(r"\d{4}년|\d월|지난해|[억조]")
_AND_OTHERS = frozenset(["등", "등지"])
_RUNS = frozenset(
    ["운영하다", "서비스하다", "굴리다", "내놓다", "개발하다", "출시하다", "선보이다"]
)
_NUMBER = re.compile(r"^제?\d+(?=[가-힣])")
_WIDE = ("country", "region")
_HOME = "place:kr"
_HELD = frozenset(["ACQUIRED", "HAS_SUBSIDIARY"])
_FIRMS = frozenset([Label.ORGANIZATION])
_GOODS = frozenset([Label.PRODUCT])
_SHARED_OUT = frozenset(["ACQUIRED", "HAS_STAKE_IN"])
_ACTING = Role(role="subject", labels=_FIRMS)


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
            noun = self._clause.noun
            return self._names(spec, noun) if noun is not None and self._gap_is_object() else ()
        also = spec.role == "을" and bool(spec.heads)
        roles = (spec.role, "") if also else (spec.role,)
        phrases = [p for p in reversed(self._clause.phrases) if p.role in roles]
        if spec.role == "와":
            phrases = [p for p in phrases if not listed_with_subject(self._clause, p)]
        if not phrases and spec.role in _GAP_ROLES and self._gap_is_object():
            phrases = [p for p in (self._clause.noun,) if p is not None]
        if not phrases and spec.role == "을" and self._relation == "ACQUIRED":
            # a headline: `A, B 품고`
            phrases = [p for p in self._clause.phrases if p.role == "-" and p.head.names]
        if not phrases and spec.role in _GAP_ROLES:
            phrases = (
                left_out(self._clause) if self._relation in _HELD else topic_as_object(self._clause)
            )
        if not phrases and spec.role == "을" and Label.ORGANIZATION in spec.labels:
            phrases = [p for p in self._clause.phrases if p.role == "까지"]
        if not phrases and spec.role in _GAP_ROLES and self._relation == "ACQUIRED":
            return self._spoken_of(spec.labels) if not spec.heads else ()
        if spec.counted:
            phrases = [p for p in phrases if p.core() != p]
        found = next((names for p in phrases if (names := self._names(spec, p.core()))), ())
        if not found and phrases and self._relation in _SHARED_OUT:
            found = self._shares_of_whom(spec, phrases[0].core())
        if not found and phrases and spec.role != "와" and not spec.heads:
            found = self._listed_before(phrases[0], spec.labels)
        return (*self._joined(found), *found) if spec.labels == _GOODS else found

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
                yield from (n for n in phrase.names(_GOODS) if n not in found)

    def _gap_is_object(self) -> bool:
        return self._clause.noun is not None and self._clause.gap != "subject"

    def _names(self, spec: Role, phrase: Phrase) -> tuple[Name, ...]:
        labels = spec.labels
        names: tuple[Name, ...] = ()
        if not spec.heads or spec.bare:
            names = phrase.names(labels)
        if not names and Label.PLACE in labels and phrase.head.proper and not phrase.head.names:
            names = phrase.inner(labels)
        head = _NUMBER.sub("", phrase.head.text)
        if not names and any(n.label in spec.owned for n in phrase.head.names):
            names = tuple(n for n in phrase.head.owners if n.label in labels)
            beside = phrase.words[-2].names if len(phrase.words) > 1 else ()
            names = names or tuple(n for n in beside if n.label in labels)
        any_head = spec.heads == [ANY] and not phrase.head.names
        if not names and spec.heads and (head in spec.heads or any_head) and not spec.phrase:
            names = whose(self._clause, phrase, spec.heads, labels)
        if not names and spec.labels == _GOODS:
            names = self._second_names(phrase)
        if spec.sites:
            names = tuple(n for n in names if n.kind_of_place in (None, "site"))
        if spec.local and (all(_is_wide(n) for n in names) or is_anothers(phrase)):
            names = ()
        if spec.wide and not all(_is_wide(n) for n in names):
            names = ()
        if spec.last and names and names[-1].label is Label.PLACE:
            names = names[-1:]
        if spec.introduced and not introduced(phrase, spec.introduced, self._text):
            names = ()
        if spec.kinds:
            names = tuple(n for n in names if n.kind in spec.kinds)
        if not names and spec.phrase is not None and not phrase.head.names:
            names = described(spec, self._clause, phrase, self._text)
        return names

    def _second_names(self, phrase: Phrase) -> tuple[Name, ...]:
        """`업비트를 운영하는 두나무`: where a firm goes by its product's name, too."""
        subject = self._clause.subject if self._clause.verb.text in _RUNS else None
        own = {n.key: n.surface for n in subject.names(_FIRMS)} if subject is not None else {}
        return tuple(
            Name(n.start, n.end, Label.PRODUCT, None, None, 0, n.surface)
            for n in phrase.names(_FIRMS)
            if n.key in own and not own[n.key].startswith(n.surface)
        )


def _is_wide(place: Name) -> bool:
    """A country or a part of another one; `대전`, a region at home, is a town as well."""
    home = place.key.startswith(_HOME) and place.key != _HOME
    return place.kind_of_place in _WIDE and not home
