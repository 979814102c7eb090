"""Telling: what the stages of an extraction hold of one sentence, in words."""

from collections.abc import Iterator

from graph.admission import claim_words
from graph.claims import Claim, Proposal, Reading
from graph.ontology import Label
from loaders.accounts import Named, Predicate, Stated
from loaders.korean.analyses import Analysis, ByRules
from loaders.korean.frames.frames import frames
from loaders.korean.learned.mentions import Candidate, Mention
from loaders.korean.learned.pairs import RELATIONS
from loaders.korean.learned.ranker import Ranked
from loaders.korean.names import Name
from loaders.korean.statements.statements import Fact, fact_of
from loaders.korean.words.phrases import Clause, Phrase
from loaders.korean.words.words import Word


class Outcomes:
    """What became of claims: the confidence of those that were admitted, the reason of others."""

    def __init__(self, proposal: Proposal, reading: Reading) -> None:
        self._referents = proposal.referents
        self._rejected = reading.rejected
        self._admitted = {_fact(claim): claim.confidence for claim in reading.claims}

    def of(self, claim: Claim) -> tuple[float | None, str]:
        """How sure the claim is in the end, or why it was refused."""
        confidence = self._admitted.get(_fact(claim))
        if confidence is not None:
            return confidence, ""
        words = claim_words(claim, self._referents)
        return None, next(r.reason for r in self._rejected if r.claim == words)


def _fact(claim: Claim) -> Fact:
    return fact_of(claim.type, claim.subject, claim.object)


def named_in(number: int, analysis: Analysis, ranked: Ranked | None) -> Iterator[Named]:
    """What the sentence names, from left to right, by the rules or by the model alone."""
    text = analysis.read.masked.text
    seen = {(m.start, m.end): m for m in ranked.found.mentions[number]} if ranked else {}
    found: list[tuple[int, Named]] = []
    for word in analysis.words:
        for name in word.names:
            named = _by_rules(name, word, text)
            found.append((word.start, named))
            seen.pop((word.start, word.start + len(named.surface)), None)
    begins = {word.start for word in analysis.words if word.names}
    for name in analysis.read.names:
        if name.start not in begins:
            by = f"{name.by}, but no word of the sentence begins there"
            found.append((name.start, Named(name.surface, _kind(name), by)))
            seen.pop((name.start, name.end), None)
    if ranked is not None:
        candidates = ranked.found.all
        for mention in seen.values():
            named = _by_model(candidates[mention.candidate], mention, text)
            found.append((mention.start, named))
    for _, told in sorted(found, key=lambda pair: pair[0]):
        yield told


def _by_rules(name: Name, word: Word, text: str) -> Named:
    if name.start == word.start and text.startswith(name.surface, word.start):
        return Named(name.surface, _kind(name), name.by)
    stop = text.find(word.text, word.start) + len(word.text)
    return Named(text[word.start : stop], _kind(name), f"it stands for {name.surface}")


def _by_model(candidate: Candidate, mention: Mention, text: str) -> Named:
    surface = text[mention.start : mention.end]
    if candidate.surface != surface:
        by = f"the model: it stands for {candidate.surface}"
    elif candidate.referent is not None:
        by = "a rule that reads a phrase"
    elif candidate.trust:
        by = f"the tagger, {candidate.trust:.2f}"
    else:
        by = "quotation marks" if candidate.quoted else "a known field"
    return Named(surface, _kind(candidate), by)


def _kind(named: Name | Candidate) -> str:
    own = named.kind if named.label is Label.ORGANIZATION else None
    return f"{named.label} {own}" if own else str(named.label)


def predicates_in(analysis: Analysis) -> Iterator[Predicate]:
    """The sentence's predicates with what belongs to each, and the case frames of each."""
    text = analysis.read.masked.text
    for clause in analysis.clauses:
        for lemma in clause.lemmas:
            rules = tuple(frame.id for frame in frames().by_verb.get(lemma, ()))
            yield Predicate(lemma, tuple(_arguments(clause, analysis.topic, text)), rules)


def _arguments(clause: Clause, topic: tuple[Name, ...], text: str) -> Iterator[tuple[str, str]]:
    if clause.subject is not None:
        yield "subject", _phrase(clause.subject, text)
    elif topic:
        yield "topic", _listed(topic)
    for phrase in clause.phrases:
        yield phrase.role.strip("-") or "bare", _phrase(phrase, text)
    if clause.noun is not None:
        yield "modifies", _phrase(clause.noun, text)


def _phrase(phrase: Phrase, text: str) -> str:
    """The words of the phrase, and what its head stands for where they do not say it."""
    words = text[phrase.words[0].start : phrase.head.end]
    names = phrase.head.names
    told = len(names) == 1 and words.startswith(names[0].surface)
    return words if told or not names else f"{words} [{_listed(names)}]"


def _listed(names: tuple[Name, ...]) -> str:
    return ", ".join(name.surface for name in names)


def stated_in(number: int, rules: ByRules, outcomes: Outcomes) -> Iterator[Stated]:
    """What rules made of the sentence, and what became of each statement."""
    claims = {_fact(claim): claim for claim in rules.proposal.claims}
    for one in rules.statements:
        if one.sentence != number:
            continue
        subject, other = one.subject.surface, one.object.surface
        if one.refused:
            yield Stated(subject, one.relation, other, one.rule, None, one.refused)
            continue
        ends = rules.ids[one.subject.key], rules.ids[one.object.key]
        outcome = outcomes.of(claims[fact_of(one.relation, *ends)])
        yield Stated(subject, one.relation, other, one.rule, *outcome)


def weighed_in(number: int, ranked: Ranked, outcomes: Outcomes) -> Iterator[Stated]:
    """What the model alone would read in the sentence, the surest first."""
    found = ranked.found.all
    ordered = sorted(ranked.confidence.items(), key=lambda weighed: -weighed[1])
    for triple, sure in ordered:
        considered = ranked.considered[triple]
        if considered.rules or considered.place is None or considered.place.line != number:
            continue
        claim = ranked.added.get(triple)
        refused = ranked.why_not(triple) if claim is None else outcomes.of(claim)[1]
        relation = RELATIONS[triple[0]]
        subject, other = (found[end].surface for end in triple[1:])
        yield Stated(subject, relation, other, "learned", sure, refused)
