"""The many ways to say whose a firm is; every sentence is our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "owner", "members"),
    [
        ("롯데는 롯데건설·롯데케미칼 등 전 계열사에 알렸다.", "롯데", ("롯데건설", "롯데케미칼")),
        ("SK스퀘어는 11번가, 티맵모빌리티 등 자회사를 판다.", "SK스퀘어", ("11번가",)),
        ("삼성전자와 자회사 하만이 손잡았다.", "삼성전자", ("하만",)),
        ("하만과 모회사 삼성전자가 손잡았다.", "삼성전자", ("하만",)),
        ("하만은 삼성전자 식구가 됐다.", "삼성전자", ("하만",)),
        ("하만은 삼성전자 계열사로 편입됐다.", "삼성전자", ("하만",)),
        ("텐센트가 지배하는 라이엇게임즈가 나섰다.", "텐센트", ("라이엇게임즈",)),
        ("라이엇게임즈도 텐센트 밑에 있다.", "텐센트", ("라이엇게임즈",)),
        ("라인플러스는 네이버 소속으로 일본에 있다.", "네이버", ("라인플러스",)),
        ("현대모비스는 현대차그룹의 주력사다.", "현대차그룹", ("현대모비스",)),
        ("CJ그룹의 맏형 CJ제일제당이 나섰다.", "CJ그룹", ("CJ제일제당",)),
        ("CJ그룹에는 CJ제일제당과 CJ대한통운이 있다.", "CJ그룹", ("CJ제일제당", "CJ대한통운")),
        ("현대차그룹 계열인 현대로템이 웃었다.", "현대차그룹", ("현대로템",)),
        ("한진그룹 지주회사 한진칼이 움직였다.", "한진그룹", ("한진칼",)),
        ("경동나비엔의 지주사는 한진칼이다.", "한진칼", ("경동나비엔",)),
        ("네이버의 자회사로는 라인플러스가 있다.", "네이버", ("라인플러스",)),
        ("셀트리온의 미국 법인은 셀트리온USA다.", "셀트리온", ("셀트리온USA",)),
        ("교보자산신탁은 모회사 교보생명에서 돈을 받는다.", "교보생명", ("교보자산신탁",)),
        ("하만(삼성전자 자회사)이 웃었다.", "삼성전자", ("하만",)),
    ],
)
def test_whose_a_firm_is_can_be_told_in_many_ways(
    facts: Callable[[str], Facts], text: str, owner: str, members: tuple[str, ...]
) -> None:
    """Nouns of kinship and of rank in a group, lists, holdings and brackets tell of it."""
    assert {(owner, "HAS_SUBSIDIARY", member) for member in members} <= facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "두산그룹 지주회사 ㈜두산이 나섰다.",
        "네이버와 카카오 등 경쟁사들이 나섰다.",
        "카르푸는 웃었다. 자회사 현대모비스가 나섰다.",
        "네이버가 세운 디지털은행 카카오뱅크가 웃었다.",
    ],
)
def test_who_is_only_named_beside_a_firm_is_not_its_own(
    facts: Callable[[str], Facts], text: str
) -> None:
    """Nor is the holding of the group's own name, or a firm known to be of another group."""
    assert not {fact for fact in facts(text) if fact[1] == "HAS_SUBSIDIARY"}
