"""Entities: by id, by the id of any of their keys, and by name."""

import unicodedata

import pytest

from graph.entities import Entity
from graph.errors import BadInputError
from graph.keys import key_id
from graph.ontology import Label
from graph.stores.base import Store
from tests.graph.stores.samples import entity, file_entities, key

LGES = entity("LG에너지솔루션", kind="company", aliases=("LGES", "엘지에너지솔루션"))


def names(store: Store, query: str, label: Label | None = None) -> list[str]:
    """The names that a query finds, page after page of two."""
    page = store.search(query, label=label, limit=2)
    found = page.items
    while page.next is not None:
        page = store.search(query, label=label, limit=2, after=page.next)
        assert page.items
        found = [*found, *page.items]
    assert found == store.search(query, label=label, limit=1000).items
    return [e.name for e in found]


def test_an_entity_comes_back_as_it_was(store: Store) -> None:
    """Names by language, aliases and identifiers survive, whatever they are called."""
    full = entity(
        "LG화학",
        kind="company",
        names={"ko": "LG화학", "en": "LG Chem", "und": "化学"},
        aliases=("LG Chem", "化学", "엘지화학"),
        identifiers={"ticker": "051910", "id": "1", "name": "2", "kind": "3", "my scheme": "4"},
    )
    file_entities(store, full)
    assert store.entity(full.id) == full
    assert store.entities([full.id, "org_unknown"]) == {full.id: full}
    assert store.entities([]) == {}


@pytest.mark.parametrize("label", Label)
def test_every_label_is_kept(store: Store, label: Label) -> None:
    """An entity of each label, with a bare name."""
    bare = entity("이름", label)
    file_entities(store, bare)
    assert store.entity(bare.id) == bare


def test_an_entity_is_found_by_the_id_of_any_of_its_keys(store: Store) -> None:
    """So links made before a merge go on working; `entities` takes own ids only."""
    other = key("럭키화학")
    file_entities(store, entity("LG화학"))
    with store.transaction() as transaction:
        transaction.count_keys({other: 1})
        transaction.assign({other: entity("LG화학").id})
    assert store.entity(key_id(other)) == entity("LG화학")
    assert store.entities([key_id(other)]) == {}
    assert store.entity("org_unknown") is None


def test_an_entity_takes_the_place_of_one_of_its_id(store: Store) -> None:
    """Nothing of the old one is left, and its old names find it no longer."""
    file_entities(store, LGES)
    bare = Entity(LGES.id, LGES.label, "에너지회사")
    with store.transaction() as transaction:
        transaction.put_entities([bare])
    assert store.entity(LGES.id) == bare
    assert names(store, "LGES") == []
    assert names(store, "에너지회사") == ["에너지회사"]


def test_an_entity_that_is_dropped_is_gone(store: Store) -> None:
    """Neither its id nor its name finds it."""
    file_entities(store, LGES, entity("GM"))
    with store.transaction() as transaction:
        transaction.drop_entities([LGES.id, "org_unknown"])
    assert store.entity(LGES.id) is None
    assert names(store, "LGES") == []
    assert store.totals()["entities"] == 1


@pytest.mark.parametrize(
    "query",
    ["에너지", "솔루션", "LG", "lg", "ＬＧ", "LG에너지솔루션", "lg 에너지", "lges", "LG-에너지"],
)
def test_a_name_is_found_by_its_parts(store: Store, query: str) -> None:
    """Parts are cut where the script changes; case, width and punctuation do not matter."""
    file_entities(store, LGES, entity("GM"), entity("배터리", Label.SECTOR))
    assert names(store, query) == ["LG에너지솔루션"]


@pytest.mark.parametrize("query", ["현대", "LG 현대", "L", "너에", "!!", "+", '"', "\\", "*", "😀"])
def test_what_no_name_holds_finds_nothing(store: Store, query: str) -> None:
    """Every word must be there; marks that mean something to a search engine mean nothing here."""
    file_entities(store, LGES, entity("GM"))
    assert names(store, query) == []


@pytest.mark.parametrize("query", ["AND", "or", "NOT", "gm AND", "near(a b)", "a:b", "terms:lg"])
def test_a_search_engines_words_are_words(store: Store, query: str) -> None:
    """Operators of a search engine are names like any other."""
    file_entities(store, entity("And Or Not Near"), entity("AB"), entity("GM and Co"))
    for name in names(store, query):
        assert set(query.lower().replace("gm", "").split()) & set(name.lower().split())


def test_the_same_names_come_first(store: Store) -> None:
    """Then names that begin so, then the rest; among equals the shorter, then by id."""
    file_entities(
        store,
        entity("한국LG"),
        entity("LG화학"),
        entity("LG"),
        entity("LG전자"),
        entity("엘지홀딩스", aliases=("LG",)),
        entity("LG그룹", kind="group"),
        entity("LG에너지솔루션"),
    )
    start = sorted([entity("LG화학"), entity("LG전자")], key=lambda e: e.id)
    assert names(store, "LG") == [
        "LG",
        "LG그룹",
        "엘지홀딩스",
        *(e.name for e in start),
        "LG에너지솔루션",
        "한국LG",
    ]


def test_a_legal_form_does_not_make_another_name(store: Store) -> None:
    """삼성전자 is just what 삼성전자 주식회사 is called, so it comes first."""
    file_entities(store, entity("삼성"), entity("삼성전자 주식회사"), entity("삼성전자판매"))
    assert names(store, "삼성전자") == ["삼성전자 주식회사", "삼성전자판매"]


def test_a_search_can_be_for_one_label(store: Store) -> None:
    """A sector and a company can share a name."""
    file_entities(store, entity("바이오"), entity("바이오", Label.SECTOR))
    assert names(store, "바이오", Label.SECTOR) == ["바이오"]
    (found,) = store.search("바이오", label=Label.SECTOR).items
    assert found.label is Label.SECTOR


@pytest.mark.parametrize("query", ["", "  "])
def test_an_empty_query_lists_all_by_id(store: Store, query: str) -> None:
    """Also of one label, in pages."""
    firms = [entity(name) for name in ("가", "나", "다", "라", "마")]
    file_entities(store, *firms, entity("AI", Label.SECTOR))
    in_order = [e.name for e in sorted(firms, key=lambda e: e.id)]
    assert names(store, query, Label.ORGANIZATION) == in_order
    assert len(names(store, query)) == 6


def test_a_very_long_query_is_answered(store: Store) -> None:
    """Thousands of letters are no error."""
    file_entities(store, LGES)
    assert names(store, "가나다라마바사" * 1000) == []
    assert names(store, "a" * 10_000) == []


@pytest.mark.parametrize(
    "cursor",
    ["x", "한글", "bnVsbA", "W10", "WzEsMiwzLDRd", "WzAsMTAwMDAwMDAwMDAwMDAwMDAwMDAsImEiXQ"],
)
def test_a_cursor_of_another_list_is_refused(store: Store, cursor: str) -> None:
    """Whatever list it is given to."""
    file_entities(store, LGES)
    with pytest.raises(BadInputError, match="cursor"):
        store.search("LG", after=cursor)
    with pytest.raises(BadInputError, match="cursor"):
        store.search("", after=cursor)
    with pytest.raises(BadInputError, match="cursor"):
        store.mentions("org_1", after=cursor)
    with pytest.raises(BadInputError, match="cursor"):
        store.facts(["org_1"], after=cursor)
    with pytest.raises(BadInputError, match="cursor"):
        store.log(after=cursor)


def test_names_survive_in_every_composition(store: Store) -> None:
    """Decomposed Hangul stays decomposed, and both spellings find it; emoji survive too."""
    decomposed = unicodedata.normalize("NFD", "현대자동차")
    cars = entity(decomposed, aliases=("🚗현대", "a\u0301"))
    file_entities(store, cars, entity("𠮷野家"))
    assert store.entity(cars.id) == cars
    assert names(store, "현대자동차") == [decomposed]
    assert names(store, unicodedata.normalize("NFD", "자동차")) == [decomposed]
    assert names(store, "𠮷野家") == ["𠮷野家"]


def test_a_name_of_any_length_is_kept(store: Store) -> None:
    """A name longer than an index takes comes back whole, and its beginning finds it."""
    long = entity("아주 " + "긴이름" * 20_000)
    file_entities(store, long)
    assert store.entity(long.id) == long
    assert names(store, "아주 긴이름") == [long.name]
