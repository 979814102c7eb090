"""Who supplies, buys and joins whom by way of a product, a plant, a person or a list."""

from collections.abc import Callable

import pytest

from graph.claims import Reading
from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "LG이노텍의 카메라모듈은 애플의 새 스마트폰에 탑재된다.",
            ("LG이노텍", "SUPPLIES", "애플"),
        ),
        ("애플 스마트폰에는 LG이노텍의 카메라모듈이 들어간다.", ("LG이노텍", "SUPPLIES", "애플")),
        (
            "애플 스마트폰에 들어가는 카메라모듈은 LG이노텍이 만든다.",
            ("LG이노텍", "SUPPLIES", "애플"),
        ),
        ("테슬라는 SK온이 만든 배터리를 새 차에 얹는다.", ("SK온", "SUPPLIES", "테슬라")),
        ("포스코는 SK온의 미국 조지아 공장에 음극재를 댄다.", ("포스코", "SUPPLIES", "SK온")),
        ("한화오션은 HMM이 발주한 컨테이너선을 수주했다.", ("한화오션", "SUPPLIES", "HMM")),
        ("HMM이 발주한 컨테이너선을 한화오션이 따냈다.", ("한화오션", "SUPPLIES", "HMM")),
        ("화이자의 의약품을 셀트리온이 위탁생산한다.", ("셀트리온", "SUPPLIES", "화이자")),
        ("한미반도체, SK하이닉스에 장비 공급 1년 연장", ("한미반도체", "SUPPLIES", "SK하이닉스")),
    ],
)
def test_goods_are_supplied_through_what_is_made_of_them(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """Whose product or plant a part goes into is the client, and whose part it is the supplier."""
    assert fact in facts(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "조주완 LG전자 사장은 김영섭 KT 대표와 업무협약을 맺었다.",
            ("LG전자", "PARTNERS_WITH", "KT"),
        ),
        ("두나무는 KT와 함께 새 단말기를 판매한다.", ("두나무", "PARTNERS_WITH", "KT")),
        (
            "두나무는 KT와, 네이버는 카카오와 계약학과를 함께 운영한다.",
            ("네이버", "PARTNERS_WITH", "카카오"),
        ),
        ("두나무는 KT와 공급망 업무협약을 체결했다.", ("두나무", "PARTNERS_WITH", "KT")),
        (
            "KT가 웃었다. 카카오도 웃었다.\n두나무는 서울에 있다. KT와는 업무협약을 맺었다.",
            ("두나무", "PARTNERS_WITH", "KT"),
        ),
    ],
)
def test_partners_are_named_in_many_ways(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """A head acts for the firm, `X와는` is beside who is spoken of, and one verb serves two."""
    assert fact in facts(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("두나무는 KT까지 인수했다.", ("두나무", "ACQUIRED", "KT")),
        ("두나무는 지난해 카카오를 인수했고 KT도 사들였다.", ("두나무", "ACQUIRED", "KT")),
        ("두나무가 2021년 산 KT는 웃었다.", ("두나무", "ACQUIRED", "KT")),
        ("두나무, KT 전격 인수", ("두나무", "ACQUIRED", "KT")),
        (
            "두나무는 KT를 네이버와 카카오로 짜인 컨소시엄에 넘겼다.",
            ("카카오", "ACQUIRED", "KT"),
        ),
        ("두나무는 KT와 카카오가 합쳐 출범한 회사다.", ("두나무", "ACQUIRED", "카카오")),
        ("두나무는 KT, 카카오, 네이버 등 세 회사를 인수했다.", ("두나무", "ACQUIRED", "네이버")),
        ("두나무는 KT에서 300억원을 유치했다.", ("KT", "INVESTED_IN", "두나무")),
        (
            "두나무는 KT가 252억원, 카카오가 100억원을 넣는 시리즈D를 마쳤다.",
            ("KT", "INVESTED_IN", "두나무"),
        ),
        ("두나무에 1조원을 태운 KT가 웃었다.", ("KT", "INVESTED_IN", "두나무")),
    ],
)
def test_deals_reach_every_firm(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """`까지` and `도` mark what is bought, and a list goes on to its count."""
    assert fact in facts(text)


def test_a_quoted_sentence_speaks_of_its_speaker_s_firm(facts: Callable[[str], Facts]) -> None:
    """Who says `we` in quotation marks is the firm of the person who is quoted."""
    text = "카카오가 웃었다.\n김영섭 KT 대표는 “네이버와 손잡고 로봇을 개발하겠다”고 했다."
    assert ("KT", "PARTNERS_WITH", "네이버") in facts(text)


_ABOUT = "KT가 웃었다.\nKT는 크다. KT는 서울에 있다.\n"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("국민연금도 8% 남짓을 쥐고 있다.", ("국민연금", "HAS_STAKE_IN", "KT")),
        (
            "두나무가 7.75%, 카카오가 5.05%를 들고 있다.",
            ("카카오", "HAS_STAKE_IN", "KT"),
        ),
        ("두나무가 2020년 2000억원에 인수했다.", ("두나무", "ACQUIRED", "KT")),
        ("올해 회사는 두나무와 손잡았다.", ("KT", "PARTNERS_WITH", "두나무")),
        ("두나무에도 제품이 나간다.", ("KT", "SUPPLIES", "두나무")),
    ],
)
def test_what_no_words_name_is_who_the_story_speaks_of(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """A deed without an object, or without a subject, is about the story's own firm."""
    assert fact in facts(_ABOUT + text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("두나무는 카카오와 네이버의 합작사다.", ("네이버", "HAS_STAKE_IN", "두나무")),
        ("두나무는 카카오와 50대 50으로 세운 회사다.", ("카카오", "HAS_STAKE_IN", "두나무")),
        ("카카오와 네이버의 합작사도 웃었다.", ("네이버", "PARTNERS_WITH", "카카오")),
        ("두나무는 2021년 네이버 식구가 됐다.", ("네이버", "ACQUIRED", "두나무")),
        ("카카오가 진행한 시리즈C를 KT가 이끌었다.", ("KT", "INVESTED_IN", "카카오")),
    ],
)
def test_firms_are_tied_by_what_they_are(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """A venture has its parents, a family its new member, and a round the firm that ran it."""
    found = facts(text)
    assert {fact, fact[::-1]} & found if fact[1] == "PARTNERS_WITH" else fact in found


@pytest.mark.parametrize(
    "text",
    [
        "가누엘산업은 웃었다.",
        "캐나다 리시온(Lithion)에도 봄이 왔다.",
        "미국 페르고니, 캐나다 삼성전자가 웃었다.",
    ],
)
def test_a_name_nobody_knows_shows_by_its_end_its_gloss_or_its_list(
    facts: Callable[[str], Facts], read: Callable[[str], Reading], text: str
) -> None:
    """A firm's end after a beginning of its own, a country with a gloss, a list with a firm."""
    names = {r.name for r in read(f"{text}").referents}
    assert names & {"가누엘산업", "리시온", "페르고니"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("네이버와 카카오는 오랜 라이벌이다.", ("네이버", "COMPETES_WITH", "카카오")),
        ("두나무는 KT의 대항마로 꼽힌다.", ("KT", "COMPETES_WITH", "두나무")),
        ("KT에 1위를 내준 두나무가 반격한다.", ("두나무", "COMPETES_WITH", "KT")),
        ("LG화학과 GS칼텍스는 업무협약을 맺었다.", ("LG화학", "PARTNERS_WITH", "GS칼텍스")),
        (_ABOUT + "두나무가 큰손이다.", ("KT", "SUPPLIES", "두나무")),
    ],
)
def test_rivals_and_clients_are_told_by_their_part(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """Two rivals by one noun, a lead that is lost, a list with a known venture, a big buyer."""
    found = facts(text)
    assert fact in found or (fact[1] != "SUPPLIES" and fact[::-1] in found)


def test_rivals_are_named_of_the_story_s_own_firm(facts: Callable[[str], Facts]) -> None:
    """A rival that no words give an owner is none of a firm named in passing."""
    text = _ABOUT + "두나무가 최근 상장했다. 경쟁사로는 카카오가 있다."
    assert not any("두나무" in fact for fact in facts(text) if fact[1] == "COMPETES_WITH")
