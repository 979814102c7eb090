"""The shipped data enters the graph as documents, with evidence like any other."""

from functools import cache

from graph.claims import Basis, Reading
from graph.documents import DocumentKind
from graph.ontology import Label
from loaders.reference.documents import reference_readings


@cache
def readings() -> dict[str, Reading]:
    """Every reference document by its URL."""
    return {reading.document.url or "": reading for reading in reference_readings()}


def facts(url: str) -> set[tuple[str, str, str, str]]:
    """Subject, type, object and evidence of every claim of a document."""
    reading = readings()[url]
    names = {r.id: r.name for r in reading.referents}
    return {
        (names[c.subject], c.type, names[c.object], reading.document.text[e.start : e.end])
        for c in reading.claims
        for e in c.evidence
    }


def test_every_row_is_a_reference_document_and_nothing_is_rejected() -> None:
    """The data obeys the ontology, and each document says that it is reference data."""
    every = readings().values()
    assert len(every) > 4000
    assert all(r.rejected == () for r in every)
    assert {r.document.kind for r in every} == {DocumentKind.REFERENCE}
    assert {r.document.publisher for r in every} == {"strategraph reference data"}


def test_reading_twice_gives_the_same() -> None:
    """The documents are a function of the data."""
    assert list(reference_readings()) == list(readings().values())


def test_every_mention_is_the_name() -> None:
    """A mention's span holds the referent's own name."""
    for reading in readings().values():
        for referent in reading.referents:
            spans = {reading.document.text[a:b] for a, b in referent.mentions}
            assert spans == {referent.name}


def test_a_company_belongs_to_its_group_and_its_parent() -> None:
    """The evidence runs from the name to the line that states the relation."""
    assert facts("reference:companies/lg_chem") == {
        ("LG", "HAS_SUBSIDIARY", "LG화학", "name_ko: LG화학\ngroup: LG (lg)"),
        (
            "㈜LG",
            "HAS_SUBSIDIARY",
            "LG화학",
            "name_ko: LG화학\ngroup: LG (lg)\nparent: ㈜LG (lg_corp)",
        ),
    }
    document = readings()["reference:companies/lg_chem"].document
    assert (document.title, document.published) == ("Reference data: LG화학", "2026")


def test_a_group_and_its_holding_are_two() -> None:
    """LG the group has ㈜LG the company as a member."""
    reading = readings()["reference:groups/lg"]
    assert {(r.name, r.kind, r.identifiers["reference"]) for r in reading.referents} == {
        ("LG", "group", "lg"),
        ("㈜LG", "company", "lg_corp"),
    }
    assert {f[:3] for f in facts("reference:groups/lg")} == {("LG", "HAS_SUBSIDIARY", "㈜LG")}


def test_owners_of_a_joint_venture_hold_stakes_and_are_partners() -> None:
    """Each owner has its share, and every two owners are partners."""
    url = "reference:companies/ultium_cells"
    reading = readings()[url]
    assert {f[:3] for f in facts(url)} == {
        ("LG", "HAS_SUBSIDIARY", "얼티엄셀즈"),
        ("LG에너지솔루션", "HAS_STAKE_IN", "얼티엄셀즈"),
        ("GM", "HAS_STAKE_IN", "얼티엄셀즈"),
        ("LG에너지솔루션", "PARTNERS_WITH", "GM"),
    }
    assert {c.qualifiers.get("share") for c in reading.claims if c.type == "HAS_STAKE_IN"} == {0.5}


def test_a_unit_is_set_up_inside_its_parent() -> None:
    """What has no legal life of its own is a unit, of its parent alone."""
    assert {f[:3] for f in facts("reference:companies/lg_es")} == {
        ("LG전자", "HAS_UNIT", "LG전자 ES사업본부")
    }


def test_names_that_are_also_words_are_no_ties() -> None:
    """럭키 finds LG화학, but does not make another 럭키 one with it."""
    reading = readings()["reference:companies/lg_chem"]
    company = next(r for r in reading.referents if r.name == "LG화학")
    assert company.aliases == ("럭키",)
    assert {t.name for t in company.ties} >= {"LG Chem", "엘지화학"}
    assert {t.basis for t in company.ties} == {Basis.REFERENCE}
    assert company.identifiers == {"reference": "lg_chem", "ticker": "051910"}


def test_places_are_one_in_every_language() -> None:
    """미국, US and United States are one place, which lies in another."""
    reading = readings()["reference:places/us"]
    place = next(r for r in reading.referents if r.name == "미국")
    assert {t.name for t in place.ties} >= {"United States", "US", "America"}
    assert place.aliases == ("미",)
    assert facts("reference:places/us") == {
        ("미국", "PART_OF", "북미", "name_ko: 미국\npart_of: 북미 (reg_na)")
    }


def test_sectors_are_tied_to_their_synonyms() -> None:
    """A field of business goes by its names in both languages."""
    reading = readings()["reference:sectors/3d_printing"]
    (sector,) = reading.referents
    assert sector.label is Label.SECTOR
    assert {t.name for t in sector.ties} >= {"적층제조", "additive manufacturing"}
