"""Changes on the wire: what is different between two days."""

from collections.abc import Iterable, Mapping

from pydantic import BaseModel, Field

from api.wire.entities import EntityRefOut
from api.wire.facts import SHOWN, GraphFactOut
from graph.entities import Entity
from graph.facts import Fact
from graph.questions.changes import Change, ChangeKind


class ChangeOut(BaseModel):
    """An entity that appeared, or a fact that began, changed or ended."""

    kind: ChangeKind
    entity: EntityRefOut | None = Field(description="the one that appeared")
    before: GraphFactOut | None = Field(description="the fact on the first day; null if it began")
    after: GraphFactOut | None = Field(description="the fact on the last day; null if it ended")
    fields: list[str] = Field(description="what changed of a fact: its status, a qualifier, …")

    @classmethod
    def from_change(cls, change: Change, ends: Mapping[str, Entity]) -> "ChangeOut":
        """The wire shape of a change, its facts between these entities."""

        def shown(fact: Fact | None) -> GraphFactOut | None:
            return GraphFactOut.from_fact(fact, ends, shown=SHOWN) if fact else None

        return cls(
            kind=change.kind,
            entity=EntityRefOut.from_entity(change.entity) if change.entity else None,
            before=shown(change.before),
            after=shown(change.after),
            fields=list(change.fields),
        )


def ends_of(changes: Iterable[Change]) -> set[str]:
    """The ids of the entities that the changed facts are between."""
    facts = [fact for change in changes for fact in (change.before, change.after) if fact]
    return {end for fact in facts for end in (fact.subject, fact.object)}


def changes_out(changes: Iterable[Change], ends: Mapping[str, Entity]) -> list[ChangeOut]:
    """The changes of a list; one whose end went away while it was read is left out."""
    return [
        ChangeOut.from_change(change, ends)
        for change in changes
        if ends_of([change]) <= ends.keys()
    ]
