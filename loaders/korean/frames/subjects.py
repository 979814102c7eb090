"""Subjects: who acts in a clause, by its own words or by what the story is about."""

from collections.abc import Iterable, Sequence

from graph.ontology import Label
from loaders.korean.clauses.clause_words import clause_words
from loaders.korean.clauses.left_out import names_firm, topic_is_object
from loaders.korean.frames.frames import Role
from loaders.korean.frames.stand_ins import StandIns
from loaders.korean.names import Name
from loaders.korean.words.phrases import Clause, Phrase

_OWN = frozenset(
    [
        "DEVELOPED",
        "HAS_UNIT",
        "HAS_SUBSIDIARY",
        "HAS_STAKE_IN",
        "ACTIVE_IN",
        "SUPPLIES",
        "INVESTED_IN",
        "COMPETES_WITH",
        "ACQUIRED",
    ]
)
"""What a firm has of its own; what firms do with each other needs a surer subject."""
_OF_NEAR = frozenset(["SUPPLIES", "PARTNERS_WITH"])
"""What firms do with each other: who the sentence right before began with does it, and no other."""
_DEEDS = frozenset(["PARTNERS_WITH", "ACQUIRED", "INVESTED_IN", "SUPPLIES", "LOCATED_IN"])
_TOLD = frozenset(["PURSUES", "DEVELOPED", "LOCATED_IN"])
"""What a firm does by the mouth of who leads it."""
_BESIDES = frozenset(["와은", "와도"])
_SPEAKERS = frozenset(["관계자", "측", "쪽", "경영진", "이사회", "임원", "담당자"])
"""Who speaks for the firm that stands before."""
_PARTS = frozenset(["본사", "본점", "사옥", "공장", "매출", "주력", "이름", "사명", "직원"])
"""What a firm has, and what does nothing itself."""
_LED = frozenset([Label.PERSON, Label.PLACE])


class Subject:
    """Who acts in one clause, for frames of one relation."""

    def __init__(self, clause: Clause, relation: str, stand_ins: StandIns) -> None:
        self._clause = clause
        self._relation = relation
        self._stand_ins = stand_ins

    def names(self, spec: Role) -> tuple[Name, ...]:
        """The names of who acts; none where the clause leaves that open."""
        subject = self._clause.subject
        labels = spec.labels
        if spec.modified and not self._tells_the_kind():
            return ()
        if spec.through and (acting := self._through(labels)):
            return acting
        if subject is None or topic_is_object(self._clause):
            return self._meant(spec, subject)
        led = self._led_by(subject) if self._relation in _TOLD else ()
        whole = self._whole(spec, subject)
        return subject.names(labels) or led or self._headed(subject, labels) or whole

    def _tells_the_kind(self) -> bool:
        """`X를 만드는 A`, `A는 X를 만드는 회사다`: the clause says what kind of firm it is."""
        noun = self._clause.noun
        if noun is None:
            return False
        return self._clause.gap == "subject" or noun.head.text in clause_words().firms

    def _through(self, labels: frozenset[Label]) -> tuple[Name, ...]:
        """`자회사 X를 통해 공장을 짓는다`: the plant is X's."""
        phrases = (p for p in self._clause.phrases if p.role == "통해")
        return next((names for p in phrases if (names := p.names(labels))), ())

    def _led_by(self, subject: Phrase) -> tuple[Name, ...]:
        """`홍길동 회장은 ‘나래’ 전략을 내걸었다`, `여수공장은 …`: for whose head or plant it is."""
        acting = subject.names(_LED)
        led = self._stand_ins.led
        return tuple(dict.fromkeys(led[name.key] for name in acting if name.key in led))

    def _headed(self, subject: Phrase, labels: frozenset[Label]) -> tuple[Name, ...]:
        """`조주완 LG전자 사장은 KT와 협약을 맺었다`: what a head does is the firm's deed."""
        persons = all(n.label is Label.PERSON for n in subject.head.names)
        if not persons or self._relation not in _DEEDS:
            return ()
        return tuple(n for n in subject.head.owners if n.label in labels)

    def _whole(self, spec: Role, subject: Phrase) -> tuple[Name, ...]:
        """`A 관계자는 …`, `본사는 …`: the firm that the subject speaks for or is a part of."""
        spoken = subject.inner(spec.labels) if subject.head.text in _SPEAKERS else ()
        if subject.head.text in _PARTS and self._relation in _OWN and not spoken:
            # `본사는 수원에 있고, A를 자회사로 거느린다`: it is the firm that has A.
            return self._meant(spec, None)
        return spoken

    def _meant(self, spec: Role, subject: Phrase | None) -> tuple[Name, ...]:
        """What of the labels asked for stands in for the subject."""
        return tuple(n for n in self._standing_in(spec, subject) if n.label in spec.labels)

    def _standing_in(self, spec: Role, subject: Phrase | None) -> Iterable[Name]:
        """What stands in for the subject: where no firm is named, a place may be the line's own."""
        topic = () if spec.said else self._carried()
        near = self._relation == "SUPPLIES" or (
            self._relation in _OF_NEAR and not self._with_whom()
        )
        surer = near or self._relation in _OWN or self._with_whom()
        if surer and not topic and not spec.said:
            return self._stand_ins.near or (() if near else self._stand_ins.here)
        if self._relation != "LOCATED_IN" or subject is not None or self._names_a_firm():
            return topic
        return {n.key: n for n in (*topic, *self._stand_ins.here)}.values()

    def _carried(self) -> Sequence[Name]:
        """`서버를 들였고, 냉각은 KT가 맡았다`: the old topic, where a new one is to come."""
        before = self._clause.noun is None and self._clause.verb.end <= self._stand_ins.turns
        return self._stand_ins.before if before else self._stand_ins.topic

    def _with_whom(self) -> bool:
        """`X와는 합작사를 세웠다`: who is set beside X is who the sentences before are about."""
        return any(p.head.particle in _BESIDES for p in self._clause.phrases)

    def _names_a_firm(self) -> bool:
        return any(names_firm(phrase) for phrase in self._clause.phrases)
