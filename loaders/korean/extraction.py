"""An extraction: what every stage of the Korean extractor made of one document."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.claims import Proposal, Reading
from loaders.accounts import SentenceAccount
from loaders.korean.analyses import ByRules
from loaders.korean.learned.ranker import Ranked
from loaders.korean.telling import Outcomes, named_in, predicates_in, stated_in, weighed_in


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the rules made of it, and the ranker, where one ran."""

    rules: ByRules
    ranked: Ranked | None

    @property
    def proposal(self) -> Proposal:
        """What the document names and states, each claim with the words that state it."""
        return self.ranked.proposal if self.ranked is not None else self.rules.proposal

    def sentences(self, reading: Reading) -> Iterator[SentenceAccount]:
        """How each sentence was read, and what became of it in the end."""
        outcomes = Outcomes(self.proposal, reading)
        text = self.proposal.document.text
        for number, analysis in enumerate(self.rules.analyses):
            place = analysis.read.sentence
            yield SentenceAccount(
                text=text[place.start : place.end],
                named=tuple(named_in(number, analysis, self.ranked)),
                predicates=tuple(predicates_in(analysis)),
                stated=tuple(stated_in(number, self.rules, outcomes)),
                weighed=tuple(weighed_in(number, self.ranked, outcomes)) if self.ranked else (),
            )
