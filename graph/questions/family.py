"""The family of an organization: what it holds, level by level, and how each member is reached."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from graph.entities import Entity
from graph.facts import Fact
from graph.ontology import Modality, Status
from graph.questions.chains import Step
from graph.stores.base import Reader

DOWN = ("HAS_SUBSIDIARY", "HAS_UNIT", "HAS_STAKE_IN")
_OVER = (Status.ENDED, Status.CANCELLED)
# A group's list of members says less of these than whoever set them up.
_SET_UP_BY_ANOTHER = ("joint_venture", "unit", "institute")


@dataclass(slots=True)
class Family:
    """The members by id, each with the steps from the start to it, and every fact met."""

    start: Entity
    paths: dict[str, tuple[Step, ...]]
    entities: dict[str, Entity]
    facts: dict[str, Fact] = field(default_factory=dict)

    def learn(self, reader: Reader, ids: Collection[str]) -> None:
        """Get to know these entities, in one round trip."""
        unknown = set(ids) - self.entities.keys()
        if unknown:
            self.entities.update(reader.entities(unknown))

    def is_joint_venture(self, member: str) -> bool:
        """Whether the member is held together with others."""
        return self.entities[member].kind == "joint_venture"


def family(reader: Reader, start: Entity, *, depth: int, types: Collection[str]) -> Family:
    """Who the start holds, at most `depth` levels down, with their facts of these types.

    A stake leads down only into a joint venture. One round trip a level for the facts,
    one for the entities at their other ends.
    """
    found = Family(start, {start.id: ()}, {start.id: start})
    frontier = [start.id]
    for level in range(depth + 1):
        facts = reader.facts(frontier, types={*DOWN, *types}).items
        found.facts.update((fact.id, fact) for fact in facts)
        steps = list(_steps_down(facts, frontier)) if level < depth else []
        if not steps:
            break
        found.learn(reader, {step.target for step in steps})
        frontier = _go_down(found, steps)
        if not frontier:
            break
    return found


def _steps_down(facts: list[Fact], frontier: Collection[str]) -> Iterator[Step]:
    """The steps to what the frontier holds now, the firmest first."""
    holders = set(frontier)
    held = [
        fact
        for fact in facts
        if fact.type in DOWN
        and fact.subject in holders
        and fact.modality is not Modality.DENIED
        and fact.status not in _OVER
    ]
    for fact in sorted(held, key=_firmness):
        yield Step(fact, fact.subject, fact.object)


def _firmness(fact: Fact) -> tuple[bool, int, float, str]:
    reported = fact.modality is not Modality.ASSERTED
    return reported, DOWN.index(fact.type), -fact.confidence, fact.id


def _go_down(found: Family, steps: list[Step]) -> list[str]:
    """Take in the members that the steps reach; those that are new, in order."""
    led = [step for step in steps if _leads_down(found, step)]
    for step in led:
        if step.target in found.paths and _says_more(found, step):
            found.paths[step.target] = (*found.paths[step.source], step)
    new = []
    for step in led:
        if step.target not in found.paths:
            found.paths[step.target] = (*found.paths[step.source], step)
            new.append(step.target)
    return sorted(new)


def _leads_down(found: Family, step: Step) -> bool:
    if step.target not in found.entities:
        return False
    return step.fact.type != "HAS_STAKE_IN" or found.is_joint_venture(step.target)


def _says_more(found: Family, step: Step) -> bool:
    """Whether the step leads to who set the member up, where only the group was known."""
    known = found.paths[step.target]
    return (
        bool(known)
        and found.entities[step.target].kind in _SET_UP_BY_ANOTHER
        and found.entities[known[-1].source].kind == "group"
        and found.entities[step.source].kind != "group"
        and all(earlier.source != step.target for earlier in found.paths[step.source])
    )
