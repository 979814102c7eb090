"""Spellings of one name are one name, and neighbours by one syllable are not."""

import csv
from importlib.resources import files
from itertools import combinations

import pytest

from graph.names import normal_name, search_terms


def same(one: str, other: str) -> bool:
    return normal_name(one, organization=True) == normal_name(other, organization=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("(주)가온전선", "가온전선"),
        ("가온전선(주)", "㈜가온전선"),
        ("주식회사 가온전선", "가온전선 주식회사"),
        ("가온전선주식회사", "가온전선"),
        ("엘지전자", "LG전자"),
        ("에스케이하이닉스", "SK하이닉스"),
        ("케이티앤지", "KT&G"),
        ("LG AI연구원", "LG AI 연구원"),
        ("ＬＧ화학", "LG화학"),
        ("SK-하이닉스", "SK하이닉스"),
        ("Samsung Electronics Co., Ltd.", "Samsung Electronics"),
        ("Johnson & Johnson", "Johnson and Johnson"),
        ("GENERAL MOTORS", "General Motors"),
        ("Li-Cycle Corp.", "Li-Cycle"),
        ("한화", "한화"),
    ],
)
def test_one_company_in_two_spellings_has_one_name(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("한아시스템", "한화시스템"),
        ("삼성SDI", "삼성SDS"),
        ("대상홀딩스", "대성홀딩스"),
        ("LG전자", "LG화학"),
        ("LG화학", "LG에너지솔루션"),
        ("LG", "LG홀딩스"),
        ("신한", "신한지주"),
        ("현대차", "현대차그룹"),
        ("Cosco", "Cosmo"),
    ],
)
def test_two_companies_keep_two_names(one: str, other: str) -> None:
    """홀딩스, 지주 and 그룹 are part of a name, and one syllable makes another company."""
    assert not same(one, other)


def test_only_a_group_loses_the_word_that_says_so() -> None:
    assert normal_name("LG그룹", organization=True, group=True) == "lg"
    assert normal_name("LG Group", organization=True, group=True) == "lg"
    assert normal_name("그룹", organization=True, group=True) == "그룹"


def test_a_name_of_marks_alone_is_still_a_name() -> None:
    assert normal_name("!!!", organization=True)


FORMS = ("(주){}", "{}(주)", "㈜{}", "주식회사 {}", "{} 주식회사", "{}주식회사")


def known_names() -> list[str]:
    path = files("loaders").joinpath("reference/data/companies.csv")
    with path.open(encoding="utf-8") as file:
        return sorted({row["name_ko"] for row in csv.DictReader(file) if row["country"] == "KR"})


def test_every_known_company_is_one_in_all_its_legal_forms() -> None:
    """More than 3,000 pairs of one company: all together."""
    names = [name for name in known_names() if "㈜" not in name]
    pairs = [(form.format(name), name) for name in names for form in FORMS]
    assert len(pairs) > 3000
    assert [pair for pair in pairs if not same(*pair)] == []


def test_no_known_company_is_another_that_differs_by_a_syllable() -> None:
    """More than 3,000 pairs that differ in one syllable: none together."""
    syllables = "가나다라마바사아자차카타파하"
    pairs = [
        (name, name[:n] + syllable + name[n + 1 :])
        for name in known_names()
        for n, letter in enumerate(name)
        if "가" <= letter <= "힣"
        for syllable in syllables[(n * 5) % 14 :][:2]
        if syllable != letter
    ]
    assert len(pairs) > 3000
    assert [pair for pair in pairs if same(*pair)] == []


def test_no_two_known_companies_share_a_name() -> None:
    """Two rows of the reference data are two companies: their names must not fall together."""
    by_name: dict[str, set[str]] = {}
    for name in known_names():
        by_name.setdefault(normal_name(name, organization=True), set()).add(name)
    assert [names for names in by_name.values() if len(names) > 1] == []


@pytest.mark.parametrize("query", ["에너지", "솔루션", "LG", "lg", "에너", "LG에너지솔루션"])
def test_a_part_of_a_name_finds_it(query: str) -> None:
    """A name of two scripts is not one word."""
    hangul = [t for t in search_terms(query) if len(t) <= 2]
    assert set(hangul) <= set(search_terms("LG에너지솔루션"))


def test_different_parts_stay_different_words() -> None:
    for one, other in combinations(["전자", "화학", "생활건강"], 2):
        assert not set(search_terms(one)) & set(search_terms(other))
