"""The rules of constructions, and what a rule may ask of the story around its sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from pydantic import BaseModel, ConfigDict

from graph.ontology import Label, ontology
from loaders.korean.constructions.needed import Wanted, needed
from loaders.korean.constructions.relatives import relative_classes, relative_rules
from loaders.korean.constructions.tape import SLOTS, compile_pattern
from loaders.korean.lexicon import any_of, lexicon, load_data
from loaders.korean.names import Name

TOPIC = "topic"
CONTEXT = "context"
SENTENCE = "sentence"
"""The sentence's own topic; the story's focus where it has none."""
CARRIED = "carried"
"""What the sentences before were about, whatever this one's subject is."""
HEAD = "head"
"""The organization that a person with a post but no firm beside it heads."""
HERE = "here"
"""Whose a place is that the sentence gives no owner: its topic, or what the story carries on."""
WHOM = "whom"
"""Whose part or job a plain topic is: the firm that is the sentence's topic or is spoken of."""
GROUP = "group"
"""The business group that the reference data gives the object, where the document names it."""
_KNOWN = frozenset([TOPIC, CONTEXT, CARRIED, SENTENCE, HEAD, HERE, WHOM])
OWNED_IN = frozenset(["HAS_STAKE_IN", "INVESTED_IN"])
"""What is told of a firm's owners: the next of them is one of the same firm."""
_OF_MAIN = frozenset(["COMPETES_WITH", "SUPPLIES"])
_LISTED = 2
"""The stage that sees lists of names as one word."""
Fact = tuple[str, str, str] | tuple[str, str, str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Known:
    """What the document has said before the sentence.

    `topic` is the sentence's own or inherited topic, `groups` are the business groups named
    so far by their id in the reference data, `context` is what the story is about.
    """

    topic: Sequence[Name]
    groups: Mapping[str, Name]
    context: Sequence[Name]
    carried: Sequence[Name] = ()
    sentence: Sequence[Name] = ()
    head: Sequence[Name] = ()
    topics: Sequence[tuple[int, Sequence[Name]]] = ()
    """What the sentence marks as its topics, with where each begins; plain nouns name nobody."""
    spoken: Sequence[Name] = ()
    """Who is spoken of where the sentence has no topic."""
    main: frozenset[str] = frozenset()
    """The keys of what the story, or the item that the sentence stands in, is about."""
    held: Sequence[Name] = ()
    """The firm whose shares the sentence before told of, or that has raised money."""
    here: Sequence[Name] = ()
    firms: Mapping[str, Name] = field(default_factory=dict)
    """All firms that the document names, by what it calls them."""
    companies: Mapping[str, Name] = field(default_factory=dict)
    """What the reference data knows, of all that the document names, by its id."""

    def parent(self, member: Name) -> Name | None:
        """The parent that the reference data gives the firm, where the document names it."""
        if member.entry is None or not member.entry.parent:
            return None
        return self.companies.get(member.entry.parent)

    def led_by(self, persons: Sequence[Name]) -> tuple[Name, ...]:
        """The first firm that the reference data has one person lead, of those in the document."""
        if len(persons) != 1 or persons[0].entry is None:
            return ()
        found = (self.companies.get(firm) for firm in persons[0].entry.firms)
        return tuple(firm for firm in found if firm is not None)[:1]

    def mother(self, at: int, topic: Sequence[Name], members: Sequence[Name]) -> tuple[Name, ...]:
        """Whose daughters a noun at this offset names: the topic's, or whose story this is.

        `자회사 X는` is itself the topic of its sentence.
        """
        keys = {member.key for member in members}
        before = (names for start, names in reversed(self.topics) if start < at and names)
        told = next(before, ())
        if len(told) == 1 and told[0].key not in keys:
            return tuple(told)
        if told:  # several, each with daughters of its own
            return ()
        spoken = [n for n in self.spoken if n.key in self.main]
        own = list(topic) if topic and not {n.key for n in topic} & keys else spoken
        house = named_after(members[0], self.firms) if members else None
        if house is not None and not any(house.surface in n.surface for n in own):
            own = [house]
        return tuple(own) if len(own) == 1 and own[0].key not in keys else ()

    def belongs(self, owner: Name, member: Name) -> bool:
        """Whether the reference data has the member below the owner."""
        if member.entry is None or owner.entry is None:
            return False
        heads = owner.entry.kind == "group" and owner.entry.group == member.entry.group != ""
        return heads or member.entry.parent == owner.entry.id

    def owner(self, at: int, relation: str) -> tuple[Name, ...]:
        """Whose relative a noun at this offset names: the topic before it, or who was spoken of."""
        before = (names for start, names in reversed(self.topics) if start < at)
        spoken = (self.held or self.spoken) if relation in OWNED_IN else self.spoken
        if relation in _OF_MAIN:  # rivals and clients are named of the story's own firm
            spoken = tuple(n for n in spoken if n.key in self.main)
        return tuple(next(before, spoken))

    @property
    def whom(self) -> tuple[Name, ...]:
        """Whose part it is that another provides."""
        named = next((names for _, names in self.topics if names), ())
        return tuple(named) or tuple(n for n in self.spoken if n.key in self.main)

    def end(self, slot: str) -> tuple[Name, ...]:
        """What one of these stands for in a rule; nothing for the rule's own slots."""
        return tuple(getattr(self, slot)) if slot in _KNOWN else ()


def named_after(member: Name, firms: Mapping[str, Name]) -> Name | None:
    """The firm whose name the member's begins with: the longest of those."""
    name = member.surface
    return next(
        (firms[name[:end]] for end in range(len(name) - 1, 1, -1) if name[:end] in firms), None
    )


class Rule(BaseModel):
    """A rule of the data file, which says what each key means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    form: str
    pattern: str
    facts: list[Fact]
    with_topic: list[Fact] = []
    labels: dict[str, Label] = {}
    countries: list[str] = []
    known: list[str] = []
    whole: list[str] = []
    only: dict[str, list[str]] = {}
    unless: dict[str, list[str]] = {}
    sure: list[str] = []
    nearest: list[str] = []
    owned: list[str] = []
    foremost: list[str] = []
    belongs: tuple[str, str] | None = None
    home: tuple[str, str] | None = None
    keep: str | None = None
    confidence: float = 0.9

    @property
    def relations(self) -> frozenset[str]:
        """The relations that the rule states."""
        return frozenset(str(fact[1]) for fact in self.facts)


class _RulesFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    stages: list[list[Rule]]


@dataclass(frozen=True, slots=True)
class Construction:
    """A rule with its pattern compiled, all facts that it states, and the words that it needs."""

    rule: Rule
    pattern: re.Pattern[str]
    facts: tuple[Fact, ...]
    needs: int


_Stages = tuple[tuple[Construction, ...], ...]


@dataclass(frozen=True, slots=True)
class Constructions:
    """All constructions, in the stages in which they are tried."""

    stages: _Stages
    wanted: Wanted
    slots: int
    """What the patterns need of names, of all that they need."""

    def for_tape(self, text: str) -> list[list[Construction]]:
        """Stage by stage those that can match on the tape.

        To leave out the others beforehand is much faster than to try their patterns.
        """
        held = self.wanted.held(text)
        missing = ~held
        return [[c for c in stage if not c.needs & missing] for stage in _named(held & self.slots)]


def word_classes() -> dict[str, str]:
    """The patterns of the word classes, the titles of leading posts among them."""
    classes = {name: "|".join(forms) for name, forms in load_data("classes").items()}
    titles = any_of(lexicon().leading_titles)
    return classes | relative_classes() | {"title": rf"(?:[가-힣]{{2,6}})?(?:{titles})"}


@cache
def constructions() -> Constructions:
    """All constructions; ValueError where a rule is malformed."""
    file, classes = _RulesFile.model_validate(load_data("constructions")), word_classes()
    listed = file.stages[_LISTED]
    listed.extend(Rule.model_validate(rule) for rule in relative_rules())
    for rule in (rule for stage in file.stages for rule in stage):
        unknown = [
            f[1] for f in (*rule.facts, *rule.with_topic) if f[1] not in ontology().relations
        ]
        if unknown:
            raise ValueError(f"{rule.id}: {unknown[0]} is not a relation")
    patterns = [[compile_pattern(rule.pattern, classes) for rule in stage] for stage in file.stages]
    needs = {one: needed(one.pattern) for stage in patterns for one in stage}
    wanted = Wanted(needs.values())
    stages = tuple(
        tuple(
            Construction(rule, one, (*rule.facts, *rule.with_topic), wanted.bits(needs[one]))
            for rule, one in zip(*stage, strict=True)
        )
        for stage in zip(file.stages, patterns, strict=True)
    )
    return Constructions(stages, wanted, wanted.within(frozenset(SLOTS.values())))


@cache
def _named(slots: int) -> _Stages:
    """The constructions that need no other names than these."""
    missing = constructions().slots & ~slots
    stages = constructions().stages
    return tuple(tuple(c for c in stage if not c.needs & missing) for stage in stages)
