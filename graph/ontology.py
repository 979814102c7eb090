"""The ontology: legal labels, relations and qualifiers, read from one checked data file."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

QualifierType = Literal["text", "date", "share", "money", "choice"]


class Label(StrEnum):
    """What an entity is; the node labels of the graph."""

    ORGANIZATION = "Organization"
    PERSON = "Person"
    INITIATIVE = "Initiative"
    PRODUCT = "Product"
    SECTOR = "Sector"
    PLACE = "Place"


class Status(StrEnum):
    """How far the thing that a claim states has come, in the order in which it moves on."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    COMPLETED = "completed"
    ENDED = "ended"
    CANCELLED = "cancelled"


class Modality(StrEnum):
    """How firmly the document says it."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    DENIED = "denied"


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class _QualifierRow(_Row):
    type: QualifierType
    values: list[str] = []


class _RelationRow(_Row):
    from_: list[Label] = Field(alias="from")
    to: list[Label]
    says: str
    symmetric: bool = False
    qualifiers: dict[str, str] = {}
    apart_by: list[str] = []


class _StructuralRow(_Row):
    from_: list[str] = Field(alias="from")
    to: list[Label]
    says: str


class _OntologyFile(_Row):
    labels: dict[Label, str]
    kinds: list[str]
    statuses: list[Status]
    modalities: list[Modality]
    qualifiers: dict[str, _QualifierRow]
    common_qualifiers: list[str]
    relations: dict[str, _RelationRow]
    structural: dict[str, _StructuralRow]


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifier's type; `values` are the legal ones of a `choice`."""

    name: str
    type: QualifierType
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation type: its legal ends, its qualifiers, and what makes it another fact."""

    name: str
    subjects: frozenset[Label]
    objects: frozenset[Label]
    says: str
    symmetric: bool
    qualifiers: Mapping[str, Qualifier]
    apart_by: tuple[str, ...]

    def allows(self, subject: Label, object_: Label) -> bool:
        """Whether the two labels may be the relation's ends, in this order."""
        return subject in self.subjects and object_ in self.objects


@dataclass(frozen=True, slots=True)
class Structural:
    """An edge that no article claims; a document may be its subject."""

    name: str
    subjects: tuple[str, ...]
    objects: tuple[Label, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """Labels with what they mean, the kinds of an organization, and the relations by name."""

    labels: Mapping[Label, str]
    kinds: tuple[str, ...]
    relations: Mapping[str, Relation]
    structural: Mapping[str, Structural]


PART_OF = "PART_OF"


@cache
def ontology() -> Ontology:
    """The ontology this program ships; raises pydantic's error when its file is malformed."""
    raw = yaml.safe_load(files("graph").joinpath("data/ontology.yaml").read_text("utf-8"))
    file = _OntologyFile.model_validate(raw)
    common = {name: name for name in file.common_qualifiers}
    relations = {
        name: Relation(
            name=name,
            subjects=frozenset(row.from_),
            objects=frozenset(row.to),
            says=row.says,
            symmetric=row.symmetric,
            qualifiers={
                key: Qualifier(key, file.qualifiers[kind].type, tuple(file.qualifiers[kind].values))
                for key, kind in (row.qualifiers | common).items()
            },
            apart_by=tuple(row.apart_by),
        )
        for name, row in file.relations.items()
    }
    part_of = Relation(
        name=PART_OF,
        subjects=frozenset({Label.PLACE}),
        objects=frozenset({Label.PLACE}),
        says=file.structural[PART_OF].says,
        symmetric=False,
        qualifiers={},
        apart_by=(),
    )
    return Ontology(
        labels=dict(file.labels),
        kinds=tuple(file.kinds),
        relations=relations | {PART_OF: part_of},
        structural={
            name: Structural(name, tuple(row.from_), tuple(row.to), row.says)
            for name, row in file.structural.items()
        },
    )
