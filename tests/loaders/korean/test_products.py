"""Products by the form of their names and by how a sentence tells of them; all is our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize("model", ["HBM7E", "KX-21", "GV80", "아리오니5", "가람-Ⅱ"])
def test_letters_and_a_number_are_a_model(facts: Callable[[str], Facts], model: str) -> None:
    """No quotation marks and no noun before it are needed."""
    assert ("현대자동차", "DEVELOPED", model) in facts(f"현대자동차가 {model}를 공개했다.")


@pytest.mark.parametrize("other", ["B2B", "FY26", "COP31", "코로나19", "H1", "CES2027"])
def test_what_only_looks_like_a_model_is_none(facts: Callable[[str], Facts], other: str) -> None:
    """Such names are known."""
    found = facts(f"현대자동차는 {other}를 준비한다.")
    assert not any(r == "DEVELOPED" for _, r, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "카카오는 네이버와 번역기 ‘누리샘’을 함께 개발한다.",
        "카카오는 네이버와 손잡고 번역기 ‘누리샘’을 만들었다.",
    ],
)
def test_who_it_is_made_with_makes_it_too(facts: Callable[[str], Facts], text: str) -> None:
    """Both are told of."""
    found = facts(text)
    assert ("카카오", "DEVELOPED", "누리샘") in found
    assert ("네이버", "DEVELOPED", "누리샘") in found


@pytest.mark.parametrize(
    "text",
    [
        "LG화학은 청주에 양극재 공장을 짓는다.",
        "LG화학은 청주의 양극재 생산 라인을 증설했다.",
        "LG화학이 양극재 3공장을 준공했다.",
    ],
)
def test_a_plant_tells_what_is_made(facts: Callable[[str], Facts], text: str) -> None:
    """The goods stand before the plant."""
    assert ("LG화학", "DEVELOPED", "양극재") in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "카카오의 대표작은 ‘누리샘’이다.",
        "‘누리샘’은 카카오의 간판 서비스다.",
        "번역기 ‘누리샘’은 카카오 작품이다.",
    ],
)
def test_what_a_firm_is_known_for_is_its_own(facts: Callable[[str], Facts], text: str) -> None:
    """A copula says so."""
    assert ("카카오", "DEVELOPED", "누리샘") in facts(text)


def test_a_size_is_of_the_product(facts: Callable[[str], Facts]) -> None:
    """It tells which one is meant; a mere number does not."""
    found = facts("두산에너빌리티는 380㎿급 가스터빈을 생산한다.")
    assert ("두산에너빌리티", "DEVELOPED", "380㎿급 가스터빈") in found
    found = facts("한화오션은 셔틀탱커 두 척을 건조한다.")
    assert ("한화오션", "DEVELOPED", "셔틀탱커") in found


@pytest.mark.parametrize(
    "text",
    [
        "HD한국조선해양은 바쁘다. 그리스 선사에서 암모니아운반선 두 척을 수주했다.",
        "HD한국조선해양은 선사와 암모니아운반선 공급 계약을 맺었다.",
        "암모니아운반선은 HD한국조선해양 몫이다.",
        "HD한국조선해양의 암모니아운반선 공장은 울산에 있다.",
        "암모니아운반선으로 유명한 HD한국조선해양이 상을 받았다.",
    ],
)
def test_goods_are_told_of_in_many_ways(facts: Callable[[str], Facts], text: str) -> None:
    """A contract, a share of the work and a plant tell who makes them."""
    assert ("HD한국조선해양", "DEVELOPED", "암모니아운반선") in facts(text)


def test_a_firm_may_go_by_its_product_too(facts: Callable[[str], Facts]) -> None:
    """Where it is told to run it, the second name is the product's."""
    found = facts("업비트를 운영하는 두나무가 새 사옥으로 옮겼다.")
    assert ("두나무", "DEVELOPED", "업비트") in found


def test_wit_in_quotation_marks_is_no_product(facts: Callable[[str], Facts]) -> None:
    """It names nothing."""
    assert not any(r == "DEVELOPED" for _, r, _ in facts("카카오의 ‘본업 집중’이 통했다."))


def test_a_product_may_stand_in_brackets_or_bear_its_makers_name(
    facts: Callable[[str], Facts],
) -> None:
    """The firm stands before the brackets, or in the name."""
    assert ("카카오", "DEVELOPED", "누리샘") in facts("카카오(‘누리샘’)는 새 사옥으로 옮겼다.")
    found = facts("카카오는 바쁘다. ‘카카오누리’ 이용자가 늘었다.")
    assert ("카카오", "DEVELOPED", "카카오누리") in found


def test_who_heads_a_firm_or_its_plant_stands_for_it(facts: Callable[[str], Facts]) -> None:
    """What they make is the firm's."""
    found = facts("홍길동 카카오 대표가 새 번역기 ‘누리샘’을 공개했다.")
    assert ("카카오", "DEVELOPED", "누리샘") in found
    found = facts("LG화학 여수공장은 폴리프로필렌을 생산한다.")
    assert ("LG화학", "DEVELOPED", "폴리프로필렌") in found
