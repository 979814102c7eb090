"""Training: from labeled articles to a tagger, a ranker and what they are worth."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from graph.claims import Proposal, Referent
from loaders.evaluation import GoldArticle, align
from loaders.korean.analyses import ByRules
from loaders.korean.encoder.encoder import Encoder
from loaders.korean.first_reading import FirstReading
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.considered import (
    Considered,
    Meant,
    Triple,
    canonical,
    gather,
    relations_between,
    stated,
)
from loaders.korean.learned.crf import RandomField
from loaders.korean.learned.features import Features
from loaders.korean.learned.labels import gold_tags
from loaders.korean.learned.lines import Line, lines
from loaders.korean.learned.model import Scorer
from loaders.korean.learned.pairs import RELATIONS, Pair, pairs, relations_of
from loaders.korean.learned.regression import Sparse, fit_sparse
from loaders.korean.learned.sights import itself
from loaders.korean.learned.sums import Attributes, Seen
from loaders.korean.learned.tagger import Tagger, train_tagger
from loaders.korean.learned.tokens import token_features

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A labeled article as any reading of it begins, and its lines as a tagger sees them.

    `unaided` is its lines with half of their names unknown, so that the tagger learns
    to see names that the reference data does not hold.
    """

    gold: GoldArticle
    first: FirstReading
    story: tuple[Line, ...]
    unaided: tuple[Line, ...]


Reread = Callable[[FirstReading, Tagger], ByRules]
"""What the rules find with the names that a tagger is sure of."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A sample's candidates and which facts hold of them.

    `keys` is the labeled entity that each candidate is; `truth` has the line that is labeled.
    """

    sample: Sample
    story: tuple[Line, ...]
    found: Candidates
    rules: Mapping[Triple, tuple[str, ...]]
    truth: Mapping[Triple, int | None]
    optional: frozenset[Triple]
    keys: tuple[str, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.sample.first.document.text


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft with its pairs, and with what the encoder says of it, where it was asked."""

    draft: Draft
    pairs: tuple[Pair, ...]
    features: tuple[tuple[Attributes, ...], ...]
    """Of each pair what is seen of it; pairs that have a part in common share it."""
    meant: Mapping[Triple, Meant]


def tagger_of(samples: Sequence[Sample]) -> RandomField:
    """A tagger's field, trained on the samples."""
    examples = [
        (token_features(line), gold_tags(sample.gold, line))
        for sample in samples
        for line in (*sample.story, *sample.unaided)
        if line.forms
    ]
    return train_tagger(examples)


def draft_of(sample: Sample, tagger: Tagger, reread: Reread) -> Draft:
    """The sample with the candidates that rules and tagger see."""
    read = reread(sample.first, tagger)
    story = tuple(lines(read.reads))
    found = Candidates(read.proposal, story).add(tagger)
    keys = _keys(sample.gold, read.proposal, found)
    truth, optional = _truth(sample.gold, story, keys)
    return Draft(sample, story, found, stated(read.proposal, found), truth, optional, keys)


def sheet_of(draft: Draft, encoder: Encoder | None = None) -> Sheet:
    """The draft with its pairs, and with what the encoder says, if one is to be asked."""
    seen = Seen()
    features = Features(draft.found, draft.story, relations_between(draft.rules), seen)
    joined = tuple(pairs(draft.found, draft.story))
    return Sheet(
        draft,
        joined,
        tuple(tuple(seen.attributes[i] for i in features.of(p)) for p in joined),
        encoder.meant(draft.text, draft.found, draft.story) if encoder is not None else {},
    )


def _keys(gold: GoldArticle, proposal: Proposal, found: Candidates) -> tuple[str, ...]:
    """The labeled entity that each candidate is; its own name with `?` where it is none."""
    own = {r.id: r for r in proposal.referents}
    referents = [
        own[c.referent] if c.referent is not None else Referent(f"c{i}", c.label, c.surface, c.kind)
        for i, c in enumerate(found.all)
    ]
    known, _ = align([*gold.entities, *gold.optional_entities], referents)
    return tuple(known.get(r.id, f"?{r.id}") for r in referents)


def _truth(
    gold: GoldArticle, story: Sequence[Line], keys: Sequence[str]
) -> tuple[dict[Triple, int | None], frozenset[Triple]]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for i, key in enumerate(keys):
        numbers[key].append(i)

    def triples(subject: str, relation: str, other: str) -> Iterator[Triple]:
        for s in numbers[subject]:
            for o in numbers[other]:
                yield canonical(RELATIONS.index(relation), s, o)

    truth: dict[Triple, int | None] = {}
    for fact in gold.facts:
        for triple in triples(fact.s, fact.r, fact.o):
            truth[triple] = _line(gold, story, fact.p)
    loose = (t for f in gold.optional for t in triples(f.s, f.r, f.o))
    return truth, frozenset(t for t in loose if t not in truth)


def _line(gold: GoldArticle, story: Sequence[Line], sentence: int | None) -> int | None:
    """The line that overlaps the labeled sentence."""
    if sentence is None or sentence >= len(gold.sentences):
        return None
    start, end = gold.sentences[sentence]
    for line in story:
        if line.raw and line.raw[0] < end and line.raw[-1] >= start:
            return line.number
    return None


def scorer_of(sheets: Sequence[Sheet], *, penalty: float, least: int) -> Scorer:
    """The first stage fitted to the sheets."""
    counts = Counter(
        word for s in sheets for parts in s.features for word in set(chain.from_iterable(parts))
    )
    kept = sorted(word for word, count in counts.items() if count >= least)
    vocabulary = {word: i for i, word in enumerate(kept)}
    examples: dict[int, tuple[list[Ids], list[float]]] = defaultdict(lambda: ([], []))
    for sheet in sheets:
        where = _places(sheet)
        for pair, parts in zip(sheet.pairs, sheet.features, strict=True):
            words = chain.from_iterable(parts)
            ids = np.array(
                sorted({vocabulary[w] for w in words if w in vocabulary}), dtype=np.int64
            )
            for relation in relations_of(sheet.draft.found, pair):
                label = _label(sheet, where, pair, relation)
                if label is not None:
                    examples[relation][0].append(ids)
                    examples[relation][1].append(label)
    weights = np.zeros((len(kept), len(RELATIONS)), dtype=np.float32)
    for relation, (rows_, truth) in examples.items():
        matrix = Sparse.of(rows_, len(kept))
        weights[:, relation] = fit_sparse(matrix, np.array(truth), penalty)
    return Scorer(vocabulary, weights)


def _places(sheet: Sheet) -> set[tuple[Triple, int]]:
    """In which lines the pairs of true facts stand."""
    return {
        (triple, pair.line)
        for pair in sheet.pairs
        for relation in relations_of(sheet.draft.found, pair)
        if (triple := canonical(relation, pair.subject, pair.object)) in sheet.draft.truth
    }


def _label(sheet: Sheet, where: set[tuple[Triple, int]], pair: Pair, relation: int) -> float | None:
    """Whether the pair states the fact; None where that is open."""
    triple = canonical(relation, pair.subject, pair.object)
    if triple in sheet.draft.optional:
        return None
    if triple not in sheet.draft.truth:
        return 0.0
    line = sheet.draft.truth[triple]
    if line is None or line == pair.line or (triple, line) not in where:
        return 1.0
    return None


def considered_of(sheet: Sheet, scorer: Scorer) -> dict[Triple, Considered]:
    """The facts that the sheet may state."""
    sums = scorer.sums()
    rows = sums.rows(itself)
    numbers = [[rows[part] for part in parts] for parts in sheet.features]
    scored = scorer.scored(sheet.draft.found, sheet.pairs, numbers, sums)
    return gather(scored, sheet.draft.rules, sheet.meant)
