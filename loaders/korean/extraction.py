"""An extraction: what every stage of the Korean extractor made of one document."""

from dataclasses import dataclass

from graph.claims import Proposal
from loaders.korean.learned.ranker import Ranked
from loaders.korean.page import ByRules


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the rules made of it, and the ranker, where one ran."""

    rules: ByRules
    ranked: Ranked | None

    @property
    def proposal(self) -> Proposal:
        """What the document names and states, each claim with the words that state it."""
        return self.ranked.proposal if self.ranked is not None else self.rules.proposal
