"""How the graph lies in Neo4j: what a person sees in Neo4j Browser, and writes Cypher against."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import neo4j
import pytest

from graph.ledger import Ledger
from graph.ontology import Label, Modality, Status, ontology
from graph.stores import open_store
from graph.stores.base import Direction, Store
from graph.stores.neo4j import graph_cypher, index_cypher, reading_cypher
from graph.stores.neo4j.address import parse_address
from tests.graph.stores.samples import (
    article,
    entity,
    evidence,
    fact,
    file_entities,
    reading,
    record,
    states,
)

Ask = Callable[..., list[list[Any]]]
LG, GM = entity("LG화학", kind="company"), entity("GM", kind="company")


@pytest.fixture
def store(clean_neo4j: str) -> Iterator[Store]:
    """An empty Neo4j store."""
    store = open_store(clean_neo4j)
    yield store
    store.close()


@pytest.fixture
def ask(clean_neo4j: str) -> Iterator[Ask]:
    """Ask the server in Cypher, as a person would."""
    address = parse_address(clean_neo4j)
    with neo4j.GraphDatabase.driver(
        address.uri, auth=address.credentials, notifications_min_severity="OFF"
    ) as driver:

        def ask(cypher: str, **parameters: Any) -> list[list[Any]]:
            rows = driver.execute_query(cypher, parameters, database_=address.database).records
            return [row.values() for row in rows]

        yield ask


def put_fact(store: Store, type_: str = "ACQUIRED", **how: Any) -> None:
    """Store one fact between the sample companies, with what two articles say of it."""
    file_entities(store, LG, GM)
    origin = {"title": "인수", "publisher": "한국경제", "published": "2023-01-18"}
    first = evidence(article(1, "LG화학이 GM을 샀다", **origin), **how)
    second = evidence(article(2, "샀다고 한다", published="2023-02"), confidence=0.4)
    with store.transaction() as transaction:
        transaction.put_facts([fact(type_, LG, GM, first, second)])


@pytest.mark.parametrize("label", Label)
def test_an_entity_has_one_specific_label(store: Store, ask: Ask, label: Label) -> None:
    """Beside `Entity`: Browser colors by the specific one."""
    file_entities(store, entity("이름", label))
    file_entities(store, entity("이름", label, aliases=("다른이름",)))
    assert ask("MATCH (e:Entity) RETURN labels(e)") == [[["Entity", label.value]]]


def test_an_entity_shows_what_it_is_called(store: Store, ask: Ask) -> None:
    """Short, readable properties and nothing else; identifiers only under names that are known."""
    full = entity(
        "LG화학",
        kind="company",
        names={"ko": "LG화학", "en": "LG Chem"},
        aliases=("LG Chem",),
        identifiers={"ticker": "051910", "id": "1", "my scheme": "2"},
    )
    file_entities(store, full)
    assert ask("MATCH (e:Entity) RETURN properties(e)") == [
        [
            {
                "id": full.id,
                "name": "LG화학",
                "kind": "company",
                "aliases": ["LG Chem"],
                "name_ko": "LG화학",
                "name_en": "LG Chem",
                "ticker": "051910",
            }
        ]
    ]


def test_a_long_name_is_shown_short(store: Store, ask: Ask) -> None:
    """A caption of a thousand letters helps nobody."""
    file_entities(store, entity("긴이름" * 1000))
    ((name,),) = ask("MATCH (e:Entity) RETURN e.name")
    assert len(name) == 200
    assert name.endswith("…")


def test_a_fact_is_a_relationship_that_can_be_read(store: Store, ask: Ask) -> None:
    """Its type is the relation's name, and quote, sources and qualifiers are flat properties."""
    put_fact(
        store,
        share=0.5,
        amount={"value": 10**12, "currency": "KRW", "text": "1조원"},
        status=Status.COMPLETED,
        date="2023-01",
    )
    ((shown,),) = ask("MATCH (:Entity {name: 'LG화학'})-[f:ACQUIRED]->(:Entity) RETURN f {.*}")
    shown.pop("record")
    assert shown.pop("id").startswith("fact_")
    assert shown == {
        "quote": "LG화학이 GM을 샀다",
        "quotes": ["LG화학이 GM을 샀다", "샀다고 한다"],
        "documents": [article(1).id, article(2).id],
        "publishers": ["한국경제"],
        "urls": [article(1).url, article(2).url],
        "published": ["2023-01-18", "2023-02"],
        "first_published": "2023-01-18",
        "last_published": "2023-02",
        "sources": 2,
        "share": 0.5,
        "amount": "1조원",
        "amount_value": 1e12,
        "amount_currency": "KRW",
        "date": "2023-01",
        "status": "completed",
        "modality": "asserted",
        "confidence": 0.94,
        "conflicts": [],
    }


def test_the_quote_is_the_best_evidence(store: Store, ask: Ask) -> None:
    """What is asserted outranks what is denied, and what is surer what is less sure."""
    file_entities(store, LG, GM)
    denied = evidence(article(1, "아니라고 했다"), confidence=1.0)
    denied = replace(denied, modality=Modality.DENIED)
    weak, firm = evidence(article(2, "라고 한다"), confidence=0.5), evidence(article(3, "샀다"))
    with store.transaction() as transaction:
        transaction.put_facts([fact("ACQUIRED", LG, GM, denied, weak, firm)])
    assert ask("MATCH ()-[f:ACQUIRED]->() RETURN f.quote") == [["샀다"]]


def test_money_without_words_is_written_out(store: Store, ask: Ask) -> None:
    """A number and its currency."""
    put_fact(store, "INVESTED_IN", amount={"value": 300000000, "currency": "USD"})
    assert ask("MATCH ()-[f:INVESTED_IN]->() RETURN f.amount") == [["300,000,000 USD"]]


def test_a_document_is_an_article_or_a_record(store: Store, ask: Ask) -> None:
    """It is called by its title, or by its id where it has none, and changes with its kind."""
    titled = reading(1)
    titled = replace(titled, document=article(1, title="제목"))
    with store.transaction() as transaction:
        transaction.put_readings([titled, reading(2)])
    assert sorted(ask("MATCH (d:Article) RETURN labels(d), d.name")) == sorted(
        [[["Document", "Article"], "제목"], [["Document", "Article"], article(2).id]]
    )
    with store.transaction() as transaction:
        transaction.put_readings([replace(titled, document=record(1, "새 자료"))])
    assert ask("MATCH (d:Document {id: $id}) RETURN labels(d), d.text", id=article(1).id) == [
        [["Document", "Record"], "새 자료"]
    ]


def test_the_article_of_a_fact_is_one_hop_from_its_ends(store: Store, ask: Ask) -> None:
    """It mentions both, and the relationship holds its id."""
    Ledger(store).load([states(1, "LG화학", "ACQUIRED", "켐코"), states(2, "GM", "SUPPLIES", "온")])
    assert ask(
        "MATCH (d:Article)-[:MENTIONS]->(a)-[f:ACQUIRED]->(b)<-[:MENTIONS]-(d) "
        "WHERE d.id IN f.documents RETURN a.name, f.quote, b.name, d.id"
    ) == [["LG화학", "LG화학 … 켐코", "켐코", article(1).id]]


def test_nothing_is_left_of_what_is_taken_back(store: Store, ask: Ask) -> None:
    """But the lock and the audit log."""
    ledger = Ledger(store)
    ledger.load([states(1, "LG화학", "ACQUIRED", "켐코"), states(2, "켐코", "SUPPLIES", "GM")])
    ledger.retract([article(1).id, article(2).id])
    labels = {label for (found,) in ask("MATCH (n) RETURN labels(n)") for label in found}
    assert labels == {"LedgerLock", "LedgerLog"}
    assert ask("MATCH ()-[r]->() RETURN r") == []


def test_rows_of_the_ledger_have_no_relationships(store: Store, ask: Ask) -> None:
    """They can be left out of a picture by their labels, which all begin with Ledger."""
    Ledger(store).load(
        [states(1, "LG화학", "ACQUIRED", "켐코"), states(2, "켐코", "SUPPLIES", "GM")]
    )
    assert (
        ask("MATCH (n)--() WHERE any(label IN labels(n) WHERE label STARTS WITH 'Ledger') RETURN n")
        == []
    )
    assert (
        ask(
            "MATCH (n) WHERE none(l IN labels(n) WHERE l STARTS WITH 'Ledger') "
            "AND NOT n:Entity AND NOT n:Document RETURN n"
        )
        == []
    )


def _statements() -> Iterator[tuple[str, str]]:
    for module in (graph_cypher, index_cypher, reading_cypher):
        for name, value in vars(module).items():
            if name.isupper() and not name.startswith("_") and "MATCH" in str(value):
                yield name, value
    yield "fact", reading_cypher.fact()
    for direction in Direction:
        yield f"edges {direction}", reading_cypher.edges(None, direction)
    yield "drop_facts_at", graph_cypher.drop_facts_at()
    for type_ in sorted(ontology().relations):
        yield f"put_facts {type_}", graph_cypher.put_facts(type_)
        yield f"drop_facts {type_}", graph_cypher.drop_facts(type_)


def test_no_statement_looks_at_every_node(clean_neo4j: str) -> None:
    """Also while the server believes the database to be empty, as during a first large load."""
    address = parse_address(clean_neo4j)
    open_store(clean_neo4j).close()
    names = "rows ids id url hash hashes after limit label terms forms folded rank length entity"
    parameters: dict[str, Any] = dict.fromkeys([*names.split(), "frontier", "document"])
    with neo4j.GraphDatabase.driver(
        address.uri, auth=address.credentials, notifications_min_severity="OFF"
    ) as driver:
        for name, cypher in _statements():
            explained = driver.execute_query(
                f"EXPLAIN {cypher}", parameters, database_=address.database
            )
            operators = {o.partition("@")[0] for o in _operators(explained.summary.plan)}
            assert not operators & _SCANS, name
            assert name in _LISTINGS or not operators & _SCANS_OF_ONE_LABEL, name


_SCANS = {"AllNodesScan", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan"}
_SCANS_OF_ONE_LABEL = {
    "NodeByLabelScan",
    "NodeIndexScan",
    "DirectedRelationshipTypeScan",
    "DirectedRelationshipIndexScan",
}
# Lists of everything read an index from one end to the other.
_LISTINGS = {"DOCUMENT_IDS", "ENTITIES_LISTED", "ALL_DOCUMENTS", "ALL_READINGS", "LOG"}


def _operators(plan: dict[str, Any] | None) -> Iterator[str]:
    if plan is not None:
        yield plan["operatorType"]
        for child in plan.get("children", []):
            yield from _operators(child)
