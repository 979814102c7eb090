"""Whom investors put money into where their sentence does not say so; sentences of our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


def _investors(found: Facts, firm: str) -> set[str]:
    return {s for s, relation, o in found if relation == "INVESTED_IN" and o == firm}


def test_a_round_goes_on_through_its_paragraph(facts: Callable[[str], Facts]) -> None:
    """Who led it and who came in later are told in sentences of their own."""
    found = facts(
        "두나무는 152억원 규모 시리즈A 투자를 마쳤다. KT가 이끌었고 카카오가 뒤를 받쳤다. "
        "SK텔레콤도 이름을 올렸다."
    )
    assert _investors(found, "두나무") == {"KT", "카카오", "SK텔레콤"}


def test_who_holds_shares_already_holds_those_of_who_raised_money(
    facts: Callable[[str], Facts],
) -> None:
    """Another investor that was named in between has no shareholders here."""
    found = facts(
        "두나무는 시리즈A 투자를 마쳤다. 앞서 SK텔레콤이 돈을 냈다. 기존 주주로는 KT가 있다."
    )
    assert ("KT", "HAS_STAKE_IN", "두나무") in found
    assert ("KT", "HAS_STAKE_IN", "SK텔레콤") not in found


def test_a_round_ends_with_its_paragraph(facts: Callable[[str], Facts]) -> None:
    """What firms take part in later is another matter."""
    found = facts("두나무는 시리즈A 투자를 마쳤다.\nKT는 행사에 참여했다.")
    assert not _investors(found, "두나무")


def test_the_round_of_a_firm_that_nobody_knows_is_no_one_s(facts: Callable[[str], Facts]) -> None:
    """It is not put on whom the story spoke of before."""
    found = facts("두나무는 크다. 벨로니쿠가 시리즈A 투자를 마쳤다. KT가 이끌었다.")
    assert not _investors(found, "두나무")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("카카오는 자회사 두나무를 통해 KT에 돈을 넣었다.", ("두나무", "INVESTED_IN", "KT")),
        ("KT, 네이버 등 카카오의 다른 자회사도 웃었다.", ("카카오", "HAS_SUBSIDIARY", "KT")),
        ("두나무는 카카오의 사업 자회사로, 전무가 맡는다.", ("카카오", "HAS_SUBSIDIARY", "두나무")),
        (
            "카카오는 크다. 계열사로는 카카오페이가 있다.",
            ("카카오", "HAS_SUBSIDIARY", "카카오페이"),
        ),
        ("KT와 네이버의 합작사 두나무 물량을 따냈다.", ("네이버", "HAS_STAKE_IN", "두나무")),
        ("카카오는 두나무 지분 10%대를 쥐고 있다.", ("카카오", "HAS_STAKE_IN", "두나무")),
    ],
)
def test_a_phrase_tells_who_holds_whom(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """A list before its owner, a daughter that acts, a share that is rounded."""
    assert fact in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "카카오는 KT와 북미 공급망 공동 구축에 합의했다.",
        "카카오는 KT와 기본설계를 함께 한다.",
        "카카오는 KT를 공식 후원사로 확보했다.",
    ],
)
def test_partners_agree_and_work_together(facts: Callable[[str], Facts], text: str) -> None:
    """Who agrees on a joint work is a partner as much as who signs."""
    assert {frozenset(("카카오", "KT"))} == {
        frozenset((a, b)) for a, relation, b in facts(text) if relation == "PARTNERS_WITH"
    }
