"""Which firm a predicate is about where its own words do not name one; sentences of our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("두나무는 2019년 카카오가 인수했다.", ("카카오", "ACQUIRED", "두나무")),
        ("카카오는 두나무를 인수해 자회사로 편입했다.", ("카카오", "HAS_SUBSIDIARY", "두나무")),
        (
            "카카오는 두나무 지분율을 높여 자회사로 만들었다.",
            ("카카오", "HAS_SUBSIDIARY", "두나무"),
        ),
        ("카카오는 두나무의 신주를 받아 지분 9%를 확보했다.", ("카카오", "HAS_STAKE_IN", "두나무")),
        ("제품은 카카오가 만들어 KT에 공급한다.", ("카카오", "SUPPLIES", "KT")),
        ("카카오는 KT 지분 30%, 두나무 지분 68%를 들고 있다.", ("카카오", "HAS_STAKE_IN", "KT")),
        ("카카오는 11번가를 비롯해 KT, 네이버와 제휴했다.", ("11번가", "PARTNERS_WITH", "카카오")),
        ("카카오, 두나무 1조원에 인수", ("카카오", "ACQUIRED", "두나무")),
        ("카카오, 두나무 인수 마무리…새 간판 단다", ("카카오", "ACQUIRED", "두나무")),
        ("KT도 같은 시장에서 두나무와 겨루는 사이다.", ("KT", "COMPETES_WITH", "두나무")),
        ("네이버와 KT, 카카오가 2021년 세운 두나무가 웃었다.", ("KT", "HAS_STAKE_IN", "두나무")),
        ("카카오는 KT와 손잡고 두나무를 세웠다.", ("KT", "HAS_STAKE_IN", "두나무")),
        ("SK이노베이션 밑에는 SK온과 KT가 있다.", ("SK이노베이션", "HAS_SUBSIDIARY", "KT")),
    ],
)
def test_a_firm_is_found_outside_the_clause(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """The topic, the clause before or the head of a list says who is acted on."""
    found = facts(text)
    assert fact in found or (fact[1].endswith("_WITH") and fact[::-1] in found)


def test_one_founder_is_no_holder_among_others(facts: Callable[[str], Facts]) -> None:
    """A firm that one set up alone is not held by whoever is named beside it."""
    found = facts("카카오가 세운 두나무가 KT와 만났다.")
    assert not any(relation == "HAS_STAKE_IN" for _, relation, _ in found)
