"""How well readings agree with labeled articles, with every missed and every false fact."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.claims import Reading, Referent
from graph.documents import Document, make_document
from graph.errors import BadInputError
from graph.ontology import Label, ontology
from loaders.alignment import SOFT_LABELS, align, normal
from loaders.labels import GoldArticle, GoldFact, labeled_articles

__all__ = [
    "Difference",
    "Evaluation",
    "GoldArticle",
    "Score",
    "align",
    "evaluate",
    "labeled_articles",
]

_SOFT_RELATIONS = frozenset(["PURSUES", "PARTNER_IN", "ACTIVE_IN", "IN_SECTOR"])

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Right answers against what was found and what was to be found."""

    right: int = 0
    found: int = 0
    expected: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was to be found that was found."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that was missed, or one that is not in the labels, with the words it stands in."""

    article: str
    subject: str
    relation: str
    object: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores by what they count (`facts`, `core`, `explicit`, `entities`, each relation)."""

    scores: Mapping[str, Score]
    missed: tuple[Difference, ...] = ()
    false: tuple[Difference, ...] = ()
    articles: int = 0


@dataclass(slots=True)
class _Tally:
    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)
    missed: list[Difference] = field(default_factory=list)
    false: list[Difference] = field(default_factory=list)

    def scores(self) -> dict[str, Score]:
        names = sorted({*self.right, *self.found, *self.expected})
        return {n: Score(self.right[n], self.found[n], self.expected[n]) for n in names}


def evaluate(
    folder: Path,
    read: Callable[[Document], Reading],
    only: Callable[[GoldArticle], bool] = lambda _: True,
) -> Evaluation:
    """Read every labeled article of the folder, or `only` those asked for, and compare.

    Raises BadInputError where the folder holds no such labels or a label file is malformed.
    """
    tally, articles = _Tally(), 0
    for gold, text in labeled_articles(folder):
        if not only(gold):
            continue
        reading = read(make_document(text, published=gold.published))
        _Comparison(gold, reading, tally).run()
        articles += 1
    if not articles:
        raise BadInputError(f"{folder}: no labeled article here (gold/*.json or gold.json)")
    return Evaluation(tally.scores(), tuple(tally.missed), tuple(tally.false), articles)


class _Comparison:
    """One article's labels against its reading."""

    def __init__(self, gold: GoldArticle, reading: Reading, tally: _Tally) -> None:
        self._gold = gold
        self._reading = reading
        self._tally = tally
        self._known = [*gold.entities, *gold.optional_entities]
        self._aligned, self._hits = align(self._known, reading.referents)
        self._loose = {e.key for e in gold.optional_entities}
        self._labels = {e.key: e.type for e in self._known}

    def run(self) -> None:
        self._count_entities()
        truth = {_triple(f.s, f.r, f.o): f for f in self._gold.facts}
        optional = {_triple(f.s, f.r, f.o) for f in self._gold.optional} - truth.keys()
        guessed = self._guessed(optional)
        for triple, (soft, difference) in guessed.items():
            for name in self._counted(triple, soft=soft):
                self._tally.found[name] += 1
                self._tally.right[name] += triple in truth
            if triple not in truth:
                self._tally.false.append(difference)
        for triple, fact in truth.items():
            self._expect(triple, fact, hit=triple in guessed)

    def _count_entities(self) -> None:
        found = sum(self._aligned.get(r.id) not in self._loose for r in self._reading.referents)
        self._tally.found["entities"] += found
        self._tally.expected["entities"] += len(self._gold.entities)
        self._tally.right["entities"] += len(self._hits - self._loose)

    def _guessed(self, optional: set[Triple]) -> dict[Triple, tuple[bool, Difference]]:
        by_id = {r.id: r for r in self._reading.referents}
        guessed: dict[Triple, tuple[bool, Difference]] = {}
        for claim in self._reading.claims:
            subject, object_ = by_id[claim.subject], by_id[claim.object]
            triple = _triple(self._end(subject), claim.type, self._end(object_))
            if triple in optional:
                continue
            labels = {self._label(subject), self._label(object_)}
            soft = claim.type in _SOFT_RELATIONS or bool(labels & SOFT_LABELS)
            evidence = claim.evidence[0]
            words = self._reading.document.text[evidence.start : evidence.end]
            guessed[triple] = (
                soft,
                Difference(self._gold.id, subject.name, claim.type, object_.name, words),
            )
        return guessed

    def _expect(self, triple: Triple, fact: GoldFact, *, hit: bool) -> None:
        labels = {self._labels[fact.s], self._labels[fact.o]}
        soft = fact.r in _SOFT_RELATIONS or bool(labels & SOFT_LABELS)
        for name in self._counted(triple, soft=soft):
            self._tally.expected[name] += 1
        if fact.explicit:
            for name in ["explicit"] if soft else ["explicit", "explicit core"]:
                self._tally.expected[name] += 1
                self._tally.right[name] += hit
        if not hit:
            names = {e.key: e.names[0] for e in self._gold.entities}
            sentence = self._sentence(fact)
            self._tally.missed.append(
                Difference(self._gold.id, names[fact.s], fact.r, names[fact.o], sentence)
            )

    def _sentence(self, fact: GoldFact) -> str:
        if fact.p is None or fact.p >= len(self._gold.sentences):
            return ""
        start, end = self._gold.sentences[fact.p]
        return self._reading.document.text[start:end]

    @staticmethod
    def _counted(triple: Triple, *, soft: bool) -> list[str]:
        relation = next(part for part in triple if part in ontology().relations)
        return ["facts", relation] if soft else ["facts", relation, "core"]

    def _end(self, referent: Referent) -> str:
        return self._aligned.get(referent.id) or "?" + normal(referent.name)

    def _label(self, referent: Referent) -> Label:
        key = self._aligned.get(referent.id)
        return self._labels[key] if key else referent.label


def _triple(subject: str, relation: str, object_: str) -> Triple:
    known = ontology().relations.get(relation)
    if known is not None and known.symmetric:
        subject, object_ = sorted((subject, object_))
    return subject, relation, object_
