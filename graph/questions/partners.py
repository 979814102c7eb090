"""Partners: everyone an organization works with, each with the whole chain that leads there."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from graph.cursor import decode_cursor, encode_cursor
from graph.dates import partial_date
from graph.entities import Entity
from graph.errors import BadInputError, NotFoundError
from graph.facts import Fact
from graph.ontology import Label, Modality, Status
from graph.questions.chains import FIRMNESS, Chain, Hop, Step
from graph.questions.family import Family, family
from graph.searching import query_terms, search_text
from graph.stores.base import Direction, Page, Reader

_BETWEEN_TWO = ("ACQUIRED", "INVESTED_IN", "PARTNERS_WITH", "SUPPLIES")
# In the order in which they say what a member has to do with an initiative.
_IN_INITIATIVE = ("PURSUES", "PARTNER_IN", "INVESTED_IN")
_JOINT_PARENT = "HAS_STAKE_IN"
PARTNERSHIPS = tuple(sorted({*_BETWEEN_TWO, *_IN_INITIATIVE, _JOINT_PARENT}))
"""The relations that can end a chain; HAS_STAKE_IN is a joint venture's other parent."""

_LATEST_FIRST = str.maketrans("0123456789", "9876543210")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which partners are asked for; what is left empty asks for all.

    `since` and `until` are partial dates, both inclusive: a chain dated 2023 lies in both
    halves of that year. `partner` is an id, `name` words of the partner's name.
    Raises BadInputError for a date or relation that is none.
    """

    relations: Collection[str] = ()
    statuses: Collection[Status] = ()
    since: str | None = None
    until: str | None = None
    partner: str | None = None
    name: str | None = None
    denied: bool = False

    def __post_init__(self) -> None:
        for relation in self.relations:
            if relation not in PARTNERSHIPS:
                raise BadInputError(f"'{relation}' is not one of {', '.join(PARTNERSHIPS)}")
        for date in (self.since, self.until):
            try:
                partial_date(date or "2000")
            except ValueError as error:
                raise BadInputError(str(error)) from error

    def holds(self, chain: Chain) -> bool:
        """Whether the chain is one of them."""
        when = chain.when
        return (
            (not self.relations or chain.relation in self.relations)
            and (not self.statuses or chain.status in self.statuses)
            and (self.since is None or (when != "" and f"{when}~" >= self.since))
            and (self.until is None or "" < when <= f"{self.until}~")
            and (self.denied or chain.modality is not Modality.DENIED)
            and (self.partner is None or chain.partner.id == self.partner)
            and (not self.name or _is_called(chain.partner, self.name))
        )


@dataclass(frozen=True, slots=True)
class Partners:
    """The answer: who was asked about, how many chains there are, and one page of them."""

    start: Entity
    total: int
    page: Page[Chain]


def partners(
    reader: Reader,
    entity_id: str,
    *,
    wanted: Wanted | None = None,
    depth: int = 3,
    after: str | None = None,
    limit: int | None = None,
) -> Partners:
    """Everyone the organization and what it holds work with, by relation, latest first.

    Members of its own family are no partners, except one that a member acquired.
    The fact that ends a chain ends no other. Raises NotFoundError for an unknown id,
    BadInputError for what is no organization.
    """
    start = _organization(reader, entity_id)
    asked = wanted or Wanted()
    if asked.partner is not None:
        asked = replace(asked, partner=_organization(reader, asked.partner).id)
    known = family(reader, start, depth=depth, types=PARTNERSHIPS)
    known.learn(reader, {end for f in known.facts.values() for end in (f.subject, f.object)})
    found = [*_direct(known), *_joint_parents(known), *_through_initiatives(reader, known)]
    chains = [c for c in (_chain(known, steps) for steps in found) if c and asked.holds(c)]
    return Partners(start, len(chains), _page(chains, after, limit))


def _is_called(entity: Entity, words: str) -> bool:
    """Whether the words are among those of the entity's names; signs alone are no words."""
    terms = set(query_terms(words))
    return bool(terms) and terms <= set(search_text(entity).split())


def _organization(reader: Reader, entity_id: str) -> Entity:
    """The organization that any of its ids finds."""
    entity = reader.entity(entity_id)
    if entity is None:
        raise NotFoundError(f"no entity '{entity_id}'")
    if entity.label is not Label.ORGANIZATION:
        raise BadInputError(f"partners are organizations; '{entity.name}' is a {entity.label}")
    return entity


def _direct(known: Family) -> Iterator[tuple[Step, ...]]:
    """Chains that end with a fact between a member and somebody else."""
    for fact in _facts(known, _BETWEEN_TWO):
        for member, other in ((fact.subject, fact.object), (fact.object, fact.subject)):
            if member in known.paths and (other not in known.paths or _bought(known, fact, other)):
                yield (*known.paths[member], Step(fact, member, other))


def _bought(known: Family, fact: Fact, member: str) -> bool:
    """Whether the member belongs to the family because of this very acquisition."""
    buyers = known.paths.get(fact.subject, ())
    on_the_way = {known.start.id, *(step.target for step in buyers)}
    return fact.type == "ACQUIRED" and fact.object == member and member not in on_the_way


def _joint_parents(known: Family) -> Iterator[tuple[Step, ...]]:
    """Chains to the other parents of a joint venture that the family holds."""
    for fact in _facts(known, [_JOINT_PARENT]):
        venture, other = fact.object, fact.subject
        path = known.paths.get(venture, ())
        if path and other not in known.paths and known.is_joint_venture(venture):
            yield (*path, Step(fact, venture, other))


def _through_initiatives(reader: Reader, known: Family) -> Iterator[tuple[Step, ...]]:
    """Chains to whoever else pursues, takes part in or funds a member's initiative."""
    entries = _entries(known)
    if not entries:
        return
    taking_part: dict[str, list[Fact]] = {}
    for fact in reader.facts(entries, types=_IN_INITIATIVE, direction=Direction.IN).items:
        if fact.subject not in known.paths:
            taking_part.setdefault(fact.object, []).append(fact)
    known.learn(reader, {fact.subject for facts in taking_part.values() for fact in facts})
    for initiative, entry in sorted(entries.items()):
        for fact in taking_part.get(initiative, ()):
            yield (
                *known.paths[entry.subject],
                Step(entry, entry.subject, initiative),
                Step(fact, initiative, fact.subject),
            )


def _entries(known: Family) -> dict[str, Fact]:
    """The fact that leads the family into each of its initiatives."""
    entries: dict[str, Fact] = {}
    for fact in sorted(_facts(known, _IN_INITIATIVE), key=lambda f: _entry_order(known, f)):
        object_ = known.entities.get(fact.object)
        if fact.subject in known.paths and object_ and object_.label is Label.INITIATIVE:
            entries.setdefault(fact.object, fact)
    return entries


def _entry_order(known: Family, fact: Fact) -> tuple[int, bool, int, int, float, str]:
    """What is firm before what is not, a company before its group, then the shortest way."""
    member = known.entities.get(fact.subject)
    return (
        -FIRMNESS.index(fact.modality),
        member is not None and member.kind == "group",
        _IN_INITIATIVE.index(fact.type),
        len(known.paths.get(fact.subject, ())),
        -fact.confidence,
        fact.id,
    )


def _facts(known: Family, types: Collection[str]) -> Iterator[Fact]:
    return (fact for _, fact in sorted(known.facts.items()) if fact.type in types)


def _chain(known: Family, steps: Iterable[Step]) -> Chain | None:
    """The steps' chain; None where an end is gone meanwhile, or is no organization."""
    entities, hops = known.entities, []
    for step in steps:
        if step.source not in entities or step.target not in entities:
            return None
        hops.append(Hop(step.fact, entities[step.source], entities[step.target]))
    chain = Chain(tuple(hops))
    return chain if chain.partner.label is Label.ORGANIZATION else None


def _page(chains: Iterable[Chain], after: str | None, limit: int | None) -> Page[Chain]:
    ordered = sorted(((_order(chain), chain) for chain in chains), key=lambda pair: pair[0])
    if after is not None:
        start = tuple(decode_cursor(after, str, str, str, str, str))
        ordered = [pair for pair in ordered if pair[0] > start]
    page = ordered[:limit]
    further = encode_cursor(page[-1][0]) if page and len(page) < len(ordered) else None
    return Page([chain for _, chain in page], further)


def _order(chain: Chain) -> tuple[str, str, str, str, str]:
    """By relation, the latest first, then by the names; the fact ids decide the rest."""
    return (
        chain.relation,
        chain.when.translate(_LATEST_FIRST) or "~",
        chain.partner.name,
        " ".join(hop.source.name for hop in chain.hops),
        " ".join(hop.fact.id for hop in chain.hops),
    )
