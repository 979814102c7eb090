"""The whole graph: as a file, and what it is made of."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import StreamingResponse

from api.openapi import answers, refusals
from api.services import ReaderDep, ServicesDep, StoreDep
from api.wire.ontology import OntologyOut
from graph.ontology import ontology

GRAPHML = "application/graphml+xml"
router = APIRouter(tags=["graph"])


@router.get(
    "/graph.graphml",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "the graph, as Gephi, Cytoscape, igraph and networkx open it",
            "content": {GRAPHML: {"schema": {"type": "string"}}},
        },
        **refusals(),
    },
)
def get_graphml(
    services: ServicesDep,
    store: StoreDep,
    reader: ReaderDep,
    flavor: Annotated[
        Literal["yed"] | None, Query(description="`yed` adds the graphics that only yEd reads")
    ] = None,
) -> StreamingResponse:
    """The whole graph as GraphML, streamed."""
    store.ping()
    return StreamingResponse(
        services.graphml(reader, flavor),
        media_type=GRAPHML,
        headers={"Content-Disposition": 'attachment; filename="graph.graphml"'},
    )


@router.get("/ontology", responses=answers("get_ontology"))
def get_ontology() -> OntologyOut:
    """Labels, relations and qualifiers, and the JSON Schema of the extract object."""
    return OntologyOut.from_ontology(ontology())
