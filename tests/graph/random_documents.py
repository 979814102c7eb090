"""Random sets of documents of the same few names, and the graphs they make."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from graph.claims import Basis, Reading
from graph.documents import DocumentKind
from graph.ledger import Ledger
from graph.ontology import Label, Status
from graph.stores.base import Store
from graph.stores.sqlite import SqliteStore
from graph.verification import graph_hash
from tests.graph.writing import Statement, Thing, company, group, person, unit, write

ORGANIZATIONS = [
    *(company(name) for name in ("가온", "(주)가온", "나래", "다솜화학", "Gaon", "라온")),
    *(group(name) for name in ("가온", "나래그룹")),
    company("가온", ties=(("Gaon", Basis.GLOSS),)),
    company("새나래", ties=(("나래", Basis.RENAME),)),
    company("가온", identifiers=(("crn", "1"),)),
    company("가온", identifiers=(("crn", "2"),)),
    company("라온", ties=(("Raon Inc.", Basis.GLOSS), ("다솜화학", Basis.GLOSS))),
]
UNITS = [
    *(unit(name) for name in ("전지사업부", "가온 전지사업부")),
    Thing("가온백화점", kind="unit", identifiers=(("reference", "gaon_store"),)),
    unit("가온백화점"),
]
PEOPLE = [
    *(person(name) for name in ("김하늘", "이바다")),
    Thing("김하늘", Label.PERSON, identifiers=(("wikidata", "Q1"),)),
]
INITIATIVES = [Thing("폐배터리 재활용 협력", Label.INITIATIVE)]

organizations = st.sampled_from(ORGANIZATIONS)
statements = st.one_of(
    st.builds(
        Statement,
        organizations,
        st.just("PARTNERS_WITH"),
        organizations,
        st.sampled_from([{}, {"purpose": "배터리"}, {"purpose": "반도체"}]),
        st.sampled_from([None, *Status]),
        st.sampled_from([0.4, 0.9]),
    ),
    st.builds(Statement, organizations, st.just("HAS_SUBSIDIARY"), organizations),
    st.builds(Statement, organizations, st.just("HAS_UNIT"), st.sampled_from(UNITS)),
    st.builds(
        Statement,
        st.sampled_from(PEOPLE),
        st.just("LEADS"),
        organizations,
        st.sampled_from([{}, {"title": "대표"}, {"title": "회장"}]),
    ),
    st.builds(Statement, st.sampled_from(PEOPLE), st.just("LEADS"), st.sampled_from(UNITS)),
    st.builds(Statement, organizations, st.just("PURSUES"), st.sampled_from(INITIATIVES)),
    st.builds(
        Statement,
        organizations,
        st.just("ACQUIRED"),
        organizations,
        st.sampled_from(
            [{}, {"share": 0.5}, {"share": 0.6}, {"date": "2023"}, {"date": "2023-01"}]
        ),
    ),
).filter(lambda s: s.subject != s.object)


@st.composite
def document_sets(draw: st.DrawFn) -> list[Reading]:
    """Up to seven documents of the same few names, some of them registers, some dated."""
    made = draw(st.lists(st.lists(statements, min_size=1, max_size=4), min_size=1, max_size=7))
    return [
        write(
            *said,
            url=f"https://news.example/{n}",
            published=draw(st.sampled_from([None, "2023", "2023-05-18", "2024-01-02"])),
            kind=draw(st.sampled_from([DocumentKind.ARTICLE, DocumentKind.REGISTER])),
        )
        for n, said in enumerate(made)
    ]


@contextmanager
def fresh_store() -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "graph.db")
        try:
            yield store
        finally:
            store.close()


def load_in_batches(store: Store, readings: Sequence[Reading], random: Random) -> None:
    ledger, rest = Ledger(store), list(readings)
    while rest:
        size = random.randint(1, len(rest))
        ledger.load(rest[:size])
        rest = rest[size:]


def hash_of(readings: Sequence[Reading]) -> str:
    with fresh_store() as store:
        Ledger(store).load(readings)
        return graph_hash(store)


thorough = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
