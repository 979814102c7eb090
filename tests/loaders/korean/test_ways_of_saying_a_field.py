"""The many ways to say what a firm does; every sentence is our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "firms", "field"),
    [
        ("삼성SDI와 SK온 등 배터리 3사는 투자를 늘렸다.", ("삼성SDI", "SK온"), "배터리"),
        ("대한항공·아시아나항공 등 항공사들이 웃었다.", ("대한항공", "아시아나항공"), "항공"),
        ("현대건설과 GS건설을 비롯한 건설사들이 나섰다.", ("현대건설", "GS건설"), "건설"),
        ("포스코와 현대제철 등 철강·화학 업체들이 웃었다.", ("포스코", "현대제철"), "화학"),
        ("통신 3사인 SK텔레콤과 KT가 만났다.", ("SK텔레콤", "KT"), "통신"),
        ("섬유와 화학이 본업인 태광산업은 웃었다.", ("태광산업",), "섬유"),
        ("두산은 반도체와 로봇을 새 축으로 삼았다.", ("두산",), "반도체"),
        ("한온시스템은 자동차 공조가 전문이다.", ("한온시스템",), "자동차 공조"),
        ("에스엠랩은 양극재 전문이다.", ("에스엠랩",), "양극재"),
        ("게임 전문 넥슨은 사람을 뽑았다.", ("넥슨",), "게임"),
        ("정유업계 2위 GS칼텍스는 웃었다.", ("GS칼텍스",), "정유"),
        ("삼성전자는 메모리 반도체 세계 1위다.", ("삼성전자",), "메모리 반도체"),
        ("한국콜마는 화장품에 강하다.", ("한국콜마",), "화장품"),
        ("삼양식품은 건강기능식품 시장 진출을 선언했다.", ("삼양식품",), "건강기능식품"),
        ("세계 최대 거래소 바이낸스의 진출이 늦어졌다.", ("바이낸스",), "거래소"),
        ("독서 플랫폼 밀리의서재가 상장했다.", ("밀리의서재",), "독서 플랫폼"),
        ("소프트웨어 계열사로는 현대오토에버가 있다.", ("현대오토에버",), "소프트웨어"),
        ("수소 사업의 중추는 코오롱인더스트리가 맡는다.", ("코오롱인더스트리",), "수소"),
        ("자회사 현대글로비스는 물류 담당.", ("현대글로비스",), "물류"),
        ("포스코는 현대차와 전고체 배터리를 함께 개발한다.", ("포스코", "현대차"), "전고체 배터리"),
        ("게임을 개발하는 넥슨은 일본에 상장했다.", ("넥슨",), "게임"),
    ],
)
def test_a_field_is_told_in_many_ways(
    facts: Callable[[str], Facts], text: str, firms: tuple[str, ...], field: str
) -> None:
    """Lists of a kind of firm, ranks, duties and fields joined to each other all tell of it."""
    assert {(firm, "ACTIVE_IN", field) for firm in firms} <= facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "네이버와 카카오 등 고객사들이 몰렸다.",
        "한화는 우주 사업에서 손을 뗐다.",
        "두산은 감속기를 만드는 회사다.",
        "포스코가 배터리를 만든다.",
    ],
)
def test_what_is_only_near_a_firm_is_not_its_field(
    facts: Callable[[str], Facts], text: str
) -> None:
    """Clients, a field that is left, goods and a single order tell of no field."""
    assert not {fact for fact in facts(text) if fact[1] == "ACTIVE_IN"}


@pytest.mark.parametrize(
    ("text", "name", "field"),
    [
        ("수소 전시회 ‘H2 나래’가 열렸다.", "H2 나래", "수소"),
        ("KT는 핀테크 육성 프로그램 ‘나래 랩’을 운영한다.", "나래 랩", "핀테크"),
        ("‘나래 서비스 로봇 경진대회’가 열렸다.", "나래 서비스 로봇 경진대회", "서비스 로봇"),
    ],
)
def test_an_undertaking_tells_its_field_by_its_name_or_its_sort(
    facts: Callable[[str], Facts], text: str, name: str, field: str
) -> None:
    """Nobody need be said to run it."""
    assert (name, "IN_SECTOR", field) in facts(text)
