"""The ontology on the wire: what the graph is made of, and the shape of the extract object."""

from typing import Any

from pydantic import BaseModel, Field

from graph.ontology import Label, Modality, Ontology, QualifierType, Relation, Status
from graph.schema import extract_schema


class QualifierOut(BaseModel):
    """What a qualifier holds; `values` are the legal ones of a `choice`."""

    type: QualifierType
    values: list[str]


class RelationOut(BaseModel):
    """A relation: its legal ends, when it holds, and what makes it another fact."""

    from_: list[Label] = Field(serialization_alias="from")
    to: list[Label]
    symmetric: bool
    says: str
    qualifiers: dict[str, QualifierOut]
    apart_by: list[str]

    @classmethod
    def from_relation(cls, relation: Relation) -> "RelationOut":
        """The wire shape of a relation."""
        return cls(
            from_=sorted(relation.subjects),
            to=sorted(relation.objects),
            symmetric=relation.symmetric,
            says=relation.says,
            qualifiers={
                name: QualifierOut(type=q.type, values=list(q.values))
                for name, q in relation.qualifiers.items()
            },
            apart_by=list(relation.apart_by),
        )


class OntologyOut(BaseModel):
    """Labels, kinds, relations, statuses and modalities; `extract` is a JSON Schema."""

    labels: dict[Label, str]
    kinds: list[str]
    statuses: list[Status]
    modalities: list[Modality]
    relations: dict[str, RelationOut]
    extract: dict[str, Any] = Field(description="JSON Schema of the extract object")

    @classmethod
    def from_ontology(cls, ontology: Ontology) -> "OntologyOut":
        """The wire shape of the ontology."""
        return cls(
            labels=dict(ontology.labels),
            kinds=list(ontology.kinds),
            statuses=list(Status),
            modalities=list(Modality),
            relations={n: RelationOut.from_relation(r) for n, r in ontology.relations.items()},
            extract=extract_schema(),
        )
