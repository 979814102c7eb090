"""How well readings agree with labeled articles, with every missed and every false fact."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.claims import Reading, Referent, Span
from graph.documents import Document, make_document
from graph.errors import BadInputError
from graph.ontology import Label, ontology

OVERLAP = 0.6
"""Least share of common words for the name of an Initiative or a Sector to count as the same."""

_SOFT_LABELS = frozenset([Label.INITIATIVE, Label.SECTOR])
_SOFT_RELATIONS = frozenset(["PURSUES", "PARTNER_IN", "ACTIVE_IN", "IN_SECTOR"])
_LEGAL_FORM = re.compile(
    r"\b(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|plc|gmbh|ag)\b\.?\s*$"
)
_KOREAN_FORMS = ("(주)", "주식회사", "(유)")
_NOT_WORD = re.compile(r"[\W_]+")

Triple = tuple[str, str, str]


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class GoldEntity(_Lenient):
    """An entity of a labeled article, with every name that counts as its own."""

    key: str
    type: Label
    names: list[str]


class GoldFact(_Lenient):
    """A labeled fact; `explicit` where one sentence names both ends and states it."""

    s: str
    r: str
    o: str
    explicit: bool = False
    p: int | None = None


class GoldArticle(_Lenient):
    """A labeled article; what is `optional` is neither rewarded nor punished."""

    id: str
    text: str | None = None
    published: str | None = None
    sentences: list[Span] = []
    entities: list[GoldEntity]
    facts: list[GoldFact]
    optional: list[GoldFact] = []
    optional_entities: list[GoldEntity] = Field(default=[])


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


def evaluate(folder: Path, read: Callable[[Document], Reading]) -> Evaluation:
    """Read every labeled article of the folder and compare.

    Raises BadInputError where the folder holds no labels or a label file is malformed.
    """
    tally, articles = _Tally(), 0
    for gold, text in labeled_articles(folder):
        reading = read(make_document(text, published=gold.published))
        _Comparison(gold, reading, tally).run()
        articles += 1
    if not articles:
        raise BadInputError(f"{folder}: no labeled article here (gold/*.json or gold.json)")
    return Evaluation(tally.scores(), tuple(tally.missed), tuple(tally.false), articles)


def labeled_articles(folder: Path) -> Iterator[tuple[GoldArticle, str]]:
    """The articles of a folder: `gold/ID.json`, or `gold.json` beside its only text."""
    inner = folder / "gold"
    paths = sorted(inner.glob("*.json")) if inner.is_dir() else sorted(folder.glob("*.json"))
    for path in paths:
        try:
            gold = GoldArticle.model_validate_json(path.read_bytes())
        except (ValidationError, json.JSONDecodeError) as error:
            raise BadInputError(f"{path}: not a label file: {error}") from error
        yield gold, _text_of(gold, folder, path)


def _text_of(gold: GoldArticle, folder: Path, path: Path) -> str:
    if gold.text is not None:
        candidates = [folder / gold.text, path.parent / gold.text, path.parent.parent / gold.text]
    else:
        candidates = sorted(path.parent.glob("*.txt"))
        if len(candidates) > 1:
            raise BadInputError(f"{path}: it names no text, and several stand beside it")
    found = next((candidate for candidate in candidates if candidate.is_file()), None)
    if found is None:
        raise BadInputError(f"{path}: its text is missing")
    return found.read_bytes().decode("utf-8")


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
            soft = claim.type in _SOFT_RELATIONS or bool(labels & _SOFT_LABELS)
            evidence = claim.evidence[0]
            words = self._reading.document.text[evidence.start : evidence.end]
            guessed[triple] = (
                soft,
                Difference(self._gold.id, subject.name, claim.type, object_.name, words),
            )
        return guessed

    def _expect(self, triple: Triple, fact: GoldFact, *, hit: bool) -> None:
        labels = {self._labels[fact.s], self._labels[fact.o]}
        soft = fact.r in _SOFT_RELATIONS or bool(labels & _SOFT_LABELS)
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
        return self._aligned.get(referent.id) or "?" + _normal(referent.name)

    def _label(self, referent: Referent) -> Label:
        key = self._aligned.get(referent.id)
        return self._labels[key] if key else referent.label


def _triple(subject: str, relation: str, object_: str) -> Triple:
    known = ontology().relations.get(relation)
    if known is not None and known.symmetric:
        subject, object_ = sorted((subject, object_))
    return subject, relation, object_


def align(
    gold: Sequence[GoldEntity], referents: Sequence[Referent]
) -> tuple[dict[str, str], set[str]]:
    """Which labeled entity each referent is, and which were hit by a referent of their own."""
    ranked = sorted(
        (-likeness, g, r)
        for g, entity in enumerate(gold)
        for r, referent in enumerate(referents)
        if (likeness := _likeness(entity, referent)) > 0
    )
    aligned: dict[str, str] = {}
    hits: set[str] = set()
    for _, g, r in ranked:
        if referents[r].id not in aligned and gold[g].key not in hits:
            aligned[referents[r].id] = gold[g].key
            hits.add(gold[g].key)
    for _, g, r in ranked:
        aligned.setdefault(referents[r].id, gold[g].key)
    return aligned, hits


def _likeness(entity: GoldEntity, referent: Referent) -> float:
    """A name counts most, then an alias, then common words; the same label breaks ties."""
    keys = {_normal(name) for name in entity.names}
    others = [*(tie.name for tie in referent.ties), *referent.aliases]
    same = entity.type is referent.label
    if _normal(referent.name) in keys:
        base = 4.0
    elif any(_normal(name) in keys for name in others):
        base = 3.0
    elif same and entity.type in _SOFT_LABELS:
        pairs = ((a, b) for a in entity.names for b in (referent.name, *others))
        shared = max((_common(a, b) for a, b in pairs), default=0.0)
        base = 1.0 + shared if shared >= OVERLAP else 0.0
    else:
        base = 0.0
    return base + 0.5 if base and same else base


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _normal(name: str) -> str:
    text = _folded(name)
    for form in _KOREAN_FORMS:
        text = text.replace(form, " ")
    text = text.strip(" ,.")
    while (shorter := _LEGAL_FORM.sub("", text).rstrip(" ,.")) and shorter != text:
        text = shorter
    return _NOT_WORD.sub("", text) or _folded(name).strip()


def _common(left: str, right: str) -> float:
    a, b = ({part for part in _NOT_WORD.split(_folded(name)) if part} for name in (left, right))
    return len(a & b) / max(len(a), len(b)) if a and b else 0.0
