"""Brands that bear the name of a firm, and the fields that a firm stands on."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "한국콜마는 구다이글로벌의 ‘조선미녀’ 선크림을 맡았다.",
            ("구다이글로벌", "DEVELOPED", "조선미녀"),
        ),
        ("위버스컴퍼니는 팬 플랫폼 ‘위버스’를 운영한다.", ("위버스컴퍼니", "DEVELOPED", "위버스")),
    ],
)
def test_a_firm_s_name_in_quotation_marks_is_its_brand(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """What is run, made or called an app is a product, though a firm goes by that name."""
    assert fact in facts(text)


def test_a_firm_that_is_introduced_as_one_is_no_brand(facts: Callable[[str], Facts]) -> None:
    """Quotation marks may as well set apart the name of a new firm."""
    assert not {f for f in facts("카카오는 자회사 ‘위버스’를 세웠다.") if f[1] == "DEVELOPED"}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("한화는 방산과 우주항공 등 신사업에 집중한다.", "방산"),
        ("한화는 방산에서 우주항공으로 영역을 넓힌다.", "방산"),
        ("한화의 두 축은 방산과 우주항공이다.", "우주항공"),
        ("우주항공은 한화의 미래 먹거리다.", "우주항공"),
        ("우주항공 시장에는 한화와 네이버가 뛰고 있다.", "우주항공"),
        ("한화는 방산·우주항공을 주력으로 하는 그룹이다.", "방산"),
        ("한화는 우주항공 기업으로 거듭난다.", "우주항공"),
        ("한화와 네이버는 방산 라이벌이다.", "방산"),
        ("한화는 우주항공 투자를 늘린다.", "우주항공"),
        ("방산 업체인 네이버와 한화가 손을 잡았다.", "방산"),
    ],
)
def test_a_firm_is_active_in_what_it_stands_on(
    facts: Callable[[str], Facts], text: str, field: str
) -> None:
    """Where it comes from, what carries it and where it is met tell a firm's fields."""
    assert ("한화", "ACTIVE_IN", field) in facts(text)


def test_what_is_known_to_be_another_s_is_not_the_topic_s(
    facts: Callable[[str], Facts],
) -> None:
    """Who is told of beside a product of which the maker has been told did not make it."""
    found = facts("위버스컴퍼니는 ‘위버스’를 운영한다. 네이버는 ‘위버스’로 일본에서 웃었다.")
    assert ("네이버", "DEVELOPED", "위버스") not in found


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("네이버는 소상공인 세무 앱 ‘나래’를 냈다.", ("나래", "IN_SECTOR", "소상공인 세무")),
        ("유한양행은 비만약 ‘나래’를 팔았다.", ("나래", "IN_SECTOR", "비만약")),
        ("의료용기 제조사 네이버가 웃었다.", ("네이버", "ACTIVE_IN", "의료용기")),
        ("희귀질환 진단의 네이버는 웃었다.", ("네이버", "ACTIVE_IN", "희귀질환 진단")),
        ("산업용 컴퓨터를 만드는 네이버가 웃었다.", ("네이버", "ACTIVE_IN", "산업용 컴퓨터")),
        ("네이버는 검색 시장의 60%를 쥐고 있다.", ("네이버", "ACTIVE_IN", "검색")),
        ("KT는 농심, 네이버와 함께 게임 3강으로 묶인다.", ("네이버", "ACTIVE_IN", "게임")),
        ("▸ 네이버 : 희귀질환 진단.", ("네이버", "ACTIVE_IN", "희귀질환 진단")),
        ("네이버는 연료전지용 개질기를 생산한다.", ("네이버", "DEVELOPED", "연료전지용 개질기")),
        ("KT는 중장기 전략 ‘나래 2030’을 내놨다.", ("KT", "PURSUES", "나래 2030")),
        (
            "‘나래 프로젝트’는 KT가 2021년 시작한 사업이다.",
            ("KT", "PURSUES", "나래 프로젝트"),
        ),
        (
            "KT가 제주에서 추진하던 태양광 사업 ‘나래’를 접었다.",
            ("KT", "PURSUES", "나래"),
        ),
        ("행정안전부 ‘나래정보망’은 KT가 맡는다.", ("행정안전부", "PURSUES", "나래정보망")),
        ("KT는 네이버와 ‘나래’ 연합을 만들었다.", ("KT", "PURSUES", "나래")),
        (
            "네이버는 전략투자부문이 해외 사업을 총괄한다.",
            ("네이버", "HAS_UNIT", "전략투자부문"),
        ),
        ("삼성전자 DS부문은 적자다.", ("삼성전자", "HAS_UNIT", "DS부문")),
    ],
)
def test_fields_goods_undertakings_and_units_are_told_by_their_neighbors(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """What a name is of, who runs it and whose it is, by the words around it."""
    assert fact in facts(text)


def test_who_only_takes_most_of_a_firm_s_sales_makes_nothing(
    facts: Callable[[str], Facts],
) -> None:
    """The subject of a share of the sales is not who delivers, in the clause after it."""
    text = "한온시스템은 부품사다. 현대차그룹이 매출의 절반을 차지하고 포드에 히트펌프를 납품한다."
    assert ("현대차그룹", "DEVELOPED", "히트펌프") not in facts(text)
