"""Labels: where a labeled article's entities stand in its lines, for training the tagger."""

import re
from collections.abc import Sequence

from loaders.evaluation import GoldArticle
from loaders.korean.learned.lines import Line
from loaders.korean.learned.tagger import OUTSIDE

_NEVER = re.compile(r"\W*")


def gold_tags(gold: GoldArticle, line: Line) -> list[str]:
    """The tag of each token: the longest names first, each on whole tokens."""
    tags = [OUTSIDE] * len(line.forms)
    for name, label in _names(gold):
        at = line.text.find(name)
        while at >= 0:
            span = line.tokens(at, at + len(name))
            if span is not None and all(tag == OUTSIDE for tag in tags[slice(*span)]):
                tags[slice(*span)] = [f"B-{label}", *[f"I-{label}"] * (span[1] - span[0] - 1)]
            at = line.text.find(name, at + 1)
    return tags


def _names(gold: GoldArticle) -> Sequence[tuple[str, str]]:
    entities = (*gold.entities, *gold.optional_entities)
    names = {name: entity.type.value for entity in entities for name in entity.names if name}
    return sorted(names.items(), key=lambda item: (-len(item[0]), item[0]))
