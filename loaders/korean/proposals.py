"""Names that a document itself introduces, learned before it is read."""

from collections.abc import Sequence
from typing import Any

from graph.ontology import Label
from loaders.korean.masking import Masked
from loaders.korean.names import NameFinder

_NOT_NAMES = ("V", "E", "J", "M", "XS", "NNB", "NP", "NR")


def learn(
    masked: Sequence[Masked], finder: NameFinder, kiwi: Any
) -> dict[str, tuple[Label, str | None]]:
    """The names that words like `업체` or `자회사` introduce, if they do not read as common words."""
    learned: dict[str, tuple[Label, str | None]] = {}
    for sentence in masked:
        names = finder.names(sentence, {})
        for surface, label, kind in finder.proposals(sentence, names):
            name = _checked(surface, kiwi)
            if name:
                learned.setdefault(name, (label, kind))
    return learned


def _checked(surface: str, kiwi: Any) -> str | None:
    """The part of the surface that reads as a name."""
    kept: list[str] = []
    for word in surface.split(" "):
        tags = [token.tag for token in kiwi.tokenize(word)]
        common = all(tag == "NNG" for tag in tags)
        wrong = any(tag.startswith(_NOT_NAMES) for tag in tags) and not word.isascii()
        if (wrong and len(tags) < 4) or (common and (kept or len(tags) == 1)):
            break
        kept.append(word)
    name = " ".join(kept)
    return name if len(name) > 1 else None
