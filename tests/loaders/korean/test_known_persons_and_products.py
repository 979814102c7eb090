"""Persons and products that the reference data knows: whose they are, where the text names both."""

from collections.abc import Callable

from loaders.reference import rows
from loaders.reference.gazetteer import gazetteer

Facts = Callable[[str], set[tuple[str, str, str]]]


def test_a_brand_beside_its_maker_is_the_makers(facts: Facts) -> None:
    """No predicate says who makes them."""
    found = facts("현대차 싼타페와 기아 쏘렌토가 버티는 국내 시장이다.")
    assert ("현대차", "DEVELOPED", "싼타페") in found
    assert ("기아", "DEVELOPED", "쏘렌토") in found
    assert ("현대차", "DEVELOPED", "쏘렌토") not in found


def test_a_brand_beside_other_firms_is_nobodys(facts: Facts) -> None:
    """A firm that is not known to make it gets nothing from standing there."""
    assert not [f for f in facts("싼타페를 본 것은 LG화학 사람들이다.") if f[1] == "DEVELOPED"]


def test_who_is_known_to_lead_a_firm_of_the_story_leads_that_one(facts: Facts) -> None:
    """The story is about another firm; without reference data it would be that one's head."""
    text = "LS일렉트릭은 부산에 공장을 짓는다. 정기선 회장은 말이 없었다. HD현대도 공장을 짓는다."
    led = {f for f in facts(text) if f[1] == "LEADS"}
    assert led == {("정기선", "LEADS", "HD현대")}


def test_a_name_that_is_a_word_too_needs_a_post_or_its_maker(facts: Facts) -> None:
    """`모닝` is a car beside its maker's name, and otherwise a word."""
    assert ("기아", "DEVELOPED", "모닝") in facts("기아 모닝이 많이 팔렸다.")
    assert not [f for f in facts("기아에 없는 모닝 이름을 몰랐다.") if f[2] == "모닝"]


def test_every_firm_of_a_person_or_product_is_a_row() -> None:
    """Each id is one of companies.csv or groups.csv, and no other row has the name."""
    names = [row.name_ko for row in rows.persons()] + [row.name_ko for row in rows.products()]
    found = [gazetteer().named(name) for name in names]
    unknown = [
        name
        for name, entry in zip(names, found, strict=True)
        if entry is None or not entry.firms or not gazetteer().entries.keys() >= set(entry.firms)
    ]
    assert unknown == []
