"""What several documents' claims add up to: one fact, its conflicts, or several facts."""

from typing import Any

import pytest

from graph.documents import DocumentKind
from graph.facts import Fact, FactEvidence, Source, facts_of
from graph.ontology import Modality, Status


def said(
    published: str | None = None,
    *,
    document: str | None = None,
    status: Status | None = None,
    modality: Modality = Modality.ASSERTED,
    confidence: float = 0.8,
    **qualifiers: Any,
) -> FactEvidence:
    return FactEvidence(
        source=Source(document or f"doc_{published}", DocumentKind.ARTICLE, published=published),
        start=0,
        end=5,
        quote="인수했다.",
        extractor="test",
        rule=None,
        qualifiers=qualifiers,
        status=status,
        modality=modality,
        confidence=confidence,
    )


def one(*evidence: FactEvidence, type_: str = "ACQUIRED") -> Fact:
    (fact,) = facts_of(type_, "org_a", "org_b", evidence)
    return fact


def test_two_articles_that_say_the_same_make_one_surer_fact() -> None:
    fact = one(said("2023-01-01"), said("2023-01-02"))
    assert (fact.sources, fact.confidence, len(fact.evidence)) == (2, 0.96, 2)


def test_two_sentences_of_one_article_make_it_no_surer() -> None:
    fact = one(said(document="doc_1"), said(document="doc_1", confidence=0.6))
    assert (fact.sources, fact.confidence) == (1, 0.8)


def test_two_shares_are_both_kept_and_show() -> None:
    """The one most said is shown, among equals the later one."""
    fact = one(said("2023-01-01", share=0.4), said("2023-02-01", share=0.6))
    assert fact.qualifiers["share"] == 0.6
    assert set(fact.conflicts["share"]) == {0.4, 0.6}
    assert one(
        said("2023", share=0.4), said("2024", share=0.4), said("2025", share=0.6)
    ).qualifiers["share"] == pytest.approx(0.4)


def test_a_vague_date_is_no_conflict() -> None:
    fact = one(said("2023-01-01", date="2023"), said("2023-02-01", date="2023-01"))
    assert (fact.qualifiers["date"], dict(fact.conflicts)) == ("2023-01", {})


def test_one_amount_in_two_wordings_is_no_conflict() -> None:
    wordings = ["3조원", "3兆 원"]
    fact = one(
        *(
            said(f"2023-01-0{n + 1}", amount={"value": 3e12, "currency": "KRW", "text": words})
            for n, words in enumerate(wordings)
        )
    )
    assert not fact.conflicts


def test_status_moves_on_with_the_articles() -> None:
    """Whichever is read first, the latest article's word is the status."""
    told = [
        said("2023-05-01", status=Status.COMPLETED),
        said("2022-10-01", status=Status.ANNOUNCED),
        said("2022-01-01", status=Status.PLANNED),
    ]
    fact = one(*told)
    assert fact.status is Status.COMPLETED
    assert [status for _, status in fact.history] == [
        Status.PLANNED,
        Status.ANNOUNCED,
        Status.COMPLETED,
    ]


def test_what_only_deniers_say_is_denied() -> None:
    assert one(said("2023", modality=Modality.DENIED)).modality is Modality.DENIED
    asserted = one(said("2022"), said("2023", modality=Modality.DENIED))
    assert asserted.modality is Modality.ASSERTED


def test_two_supplies_of_different_products_are_two_facts() -> None:
    products = [said("2023", product="양극재"), said("2024", product="동박")]
    assert len(facts_of("SUPPLIES", "org_a", "org_b", products)) == 2


def test_who_does_not_name_the_product_means_the_only_one_named() -> None:
    """Beside two products it is a supply of its own, for nobody knows which is meant."""
    silent, cathode, copper = (
        said("2022"),
        said("2023", product="양극재"),
        said("2024", product="동박"),
    )
    assert len(one(silent, cathode, type_="SUPPLIES").evidence) == 2
    assert len(facts_of("SUPPLIES", "org_a", "org_b", [silent, cathode, copper])) == 3


def test_the_order_of_the_evidence_does_not_show() -> None:
    told = [said(f"202{n}", share=n / 10, status=list(Status)[n]) for n in range(4)]
    assert one(*told) == one(*reversed(told))
