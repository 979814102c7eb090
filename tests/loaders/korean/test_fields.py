"""Fields that nobody listed, and what a quoted name is of; every sentence is our own."""

from collections.abc import Callable

import pytest

from graph.ontology import Label
from loaders.korean.fields.sectors import is_field, sector_names
from loaders.korean.lexicon import lexicon
from loaders.korean.text.quoted import quoted_kind
from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize("words", ["전고체 배터리", "위성영상 분석", "냉난방공조", "수입차 유통"])
def test_what_narrows_a_field_or_a_trade_is_one(words: str) -> None:
    """The last word tells that a phrase names a field."""
    assert is_field(words)


@pytest.mark.parametrize("words", ["압출", "로켓 이야기", "지난해"])
def test_other_words_are_no_field(words: str) -> None:
    """A trade alone is a step of the work, and not every noun is a field."""
    assert not is_field(words)


def test_a_field_may_end_as_a_count_does() -> None:
    """`조명` is no count of persons, `3000명` is one."""
    assert [n.surface for n in sector_names("무대 조명", 0, 5)] == ["무대 조명"]
    assert sector_names("직원 3000명", 0, 8) == ()


@pytest.mark.parametrize(
    ("surface", "before", "after", "label"),
    [
        ("나래", "", "를 내걸고 새 판을 짠다", Label.INITIATIVE),
        ("나래", "정부가 운영한 ", "을 거쳤다", Label.INITIATIVE),
        ("나래 공동연구", "", "에 돈을 댄다", Label.INITIATIVE),
        ("나래", "배달 앱 ", "를 굴린다", Label.PRODUCT),
        ("나래", "", "라는 합자회사를 세웠다", Label.ORGANIZATION),
        ("나래 IP 펀드", "", "를 굴린다", Label.ORGANIZATION),
        ("나래", "복합시설 ", "를 열었다", Label.PLACE),
        ("나래", "새로 나온 ", "를 판다", Label.PRODUCT),
    ],
)
def test_a_quoted_name_is_told_by_its_neighbors(
    surface: str, before: str, after: str, label: Label
) -> None:
    """What is done with it, its end and the noun beside it tell what it is of."""
    found = quoted_kind(surface, before, after, lexicon())
    assert found is not None
    assert found[0] is label


def test_quoted_words_are_no_name() -> None:
    """`‘사실무근’이라며` quotes what somebody says."""
    assert quoted_kind("사실무근", "소문은 ", "이라며 고개를 저었다", lexicon()) is None


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("부산의 무대 조명 업체 나래조명을 사들였다.", ("나래조명", "ACTIVE_IN", "무대 조명")),
        ("스웨덴 전기차 브랜드 폴스타가 왔다.", ("폴스타", "ACTIVE_IN", "전기차")),
        ("LG화학은 면역 영역의 새 약을 판다.", ("LG화학", "ACTIVE_IN", "면역")),
        ("LG전자는 의료 로봇 사업에 나선다.", ("LG전자", "ACTIVE_IN", "의료 로봇")),
        ("LG화학은 전고체 배터리에 집중한다.", ("LG화학", "ACTIVE_IN", "전고체 배터리")),
        ("카카오는 의료 로봇으로 발을 넓힌다.", ("카카오", "ACTIVE_IN", "의료 로봇")),
        ("네이버의 의료 로봇 ‘나래’가 나왔다.", ("나래", "IN_SECTOR", "의료 로봇")),
        (
            "네이버와 카카오는 합작법인 ‘네이버 나래’를 세웠다.",
            ("네이버", "HAS_STAKE_IN", "네이버 나래"),
        ),
        ("현대차그룹은 ‘나래 공동연구’를 진행한다.", ("현대차그룹", "PURSUES", "나래 공동연구")),
    ],
)
def test_fields_are_open(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """A phrase is a field by what stands around it, known or not."""
    assert fact in facts(text)


def test_a_term_that_the_sentence_explains_is_no_product(facts: Callable[[str], Facts]) -> None:
    """What is said of the term afterwards makes it no product either."""
    text = "‘거대 언어망’은 말을 배우는 것을 말한다. 네이버는 거대 언어망 ‘가람말’을 공개했다."
    made = {f for f in facts(text) if f[1] == "DEVELOPED"}
    assert made == {("네이버", "DEVELOPED", "가람말")}


@pytest.mark.parametrize(
    ("text", "is_field"),
    [
        ("네이버는 초거대 AI ‘나래온’을 공개했다.", True),
        ("네이버는 결제 AI ‘나래온’을 공개했다.", False),
    ],
)
def test_a_kind_of_ai_is_a_field_and_an_ai_for_something_is_none(
    facts: Callable[[str], Facts], text: str, is_field: bool
) -> None:
    """`초거대 AI` is known as it stands; of `결제 AI` only a part is."""
    found = {fact for fact in facts(text) if fact[1] == "IN_SECTOR"}
    assert bool(found) is is_field
