"""Explaining: an account of how an article was read, as lines for a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from loaders.accounts import Account, Named, Predicate, SentenceAccount, Stated
from strategraph.terminal import table

_HEADING = 9
_FEW = 3
"""How many facts are shown of each sentence that only the model weighed, and refused."""

_Row = tuple[str, str]
"""What a line says, and the style that it says it in."""


def explained(account: Account, only: int | None = None) -> Iterator[Text]:
    """The lines of every sentence, or of one in full."""
    for number, sentence in enumerate(account.sentences, start=1):
        if only in (None, number):
            yield Text(_plain(f"{number}  {' '.join(sentence.text.split())}"), "bold")
            yield from _told(sentence, full=only is not None)
            yield Text()


def _told(sentence: SentenceAccount, *, full: bool) -> Iterator[Text]:
    yield from _section("names", _names(sentence.named))
    yield from _section("clauses", _clauses(sentence.predicates, full=full))
    yield from _section("rules", _facts(sentence.stated))
    accepted = [fact for fact in sentence.weighed if not fact.refused]
    refused = [fact for fact in sentence.weighed if fact.refused]
    shown = refused if full else refused[:_FEW]
    yield from _section("model", _facts([*accepted, *shown]))
    if len(shown) < len(refused):
        yield from _section("", [(f"and {len(refused) - len(shown)} less likely", "dim")])


def _section(heading: str, rows: Sequence[_Row]) -> Iterator[Text]:
    for words, style in rows:
        yield Text.assemble("   ", (heading.ljust(_HEADING), "dim"), (_plain(words), style))
        heading = ""


def _names(named: Sequence[Named]) -> list[_Row]:
    return [(line, "") for line in table([(n.surface, n.kind, n.by) for n in named])]


def _clauses(predicates: Sequence[Predicate], *, full: bool) -> list[_Row]:
    told = [(p.lemma, " | ".join(" ".join(part) for part in p.arguments)) for p in predicates]
    rows = list[_Row]()
    for predicate, line in zip(predicates, table(told), strict=True):
        rows.append((line, ""))
        if full and predicate.rules:
            rows.append((f"  rules for it: {', '.join(predicate.rules)}", "dim"))
    return rows


def _facts(facts: Sequence[Stated]) -> list[_Row]:
    told = [
        (
            "refused" if fact.refused else "accepted",
            "    " if fact.confidence is None else f"{fact.confidence:.2f}",
            f"{fact.subject} {fact.relation} {fact.object}",
            f"{fact.by}: {fact.refused}" if fact.refused else fact.by,
        )
        for fact in facts
    ]
    styles = ("red" if fact.refused else "green" for fact in facts)
    return list(zip(table(told), styles, strict=True))


def _plain(words: str) -> str:
    """The words without what would move a terminal's cursor or change its colors."""
    return "".join(c if c.isprintable() else " " for c in words)
