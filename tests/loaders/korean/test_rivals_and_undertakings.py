"""Who is whose rival, and who runs or joins an undertaking."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("두나무는 크다. 카카오와의 점유율 경쟁도 치열하다.", {"두나무", "카카오"}),
        ("카카오는 KT에 밀렸다.", {"카카오", "KT"}),
        ("카카오는 KT, LG유플러스와 빅3를 이룬다.", {"카카오", "LG유플러스"}),
        ("두나무는 크다. 맞은편에는 KT가 버티고 있다.", {"두나무", "KT"}),
        ("두나무는 크다. KT가 이번에는 경쟁자였다.", {"두나무", "KT"}),
        ("두나무는 KT와 늘 견줘진다.", {"두나무", "KT"}),
    ],
)
def test_rivals_are_told_in_many_ways(
    facts: Callable[[str], Facts], text: str, pair: set[str]
) -> None:
    """A contest, a loss, a comparison and being among few make rivals."""
    assert pair in [{a, b} for a, relation, b in facts(text) if relation == "COMPETES_WITH"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "카카오는 ‘나래온’이라는 창업 지원 프로그램을 굴린다.",
            ("카카오", "PURSUES", "나래온"),
        ),
        ("카카오는 KT와 ‘나래온’ 캠페인을 벌인다.", ("KT", "PURSUES", "나래온")),
        ("카카오 ‘나래온’ 프로그램에 두나무가 뽑혔다.", ("카카오", "PURSUES", "나래온")),
        ("‘나래온’ 사업의 시공사는 KT다.", ("KT", "PARTNER_IN", "나래온")),
        ("‘나래온’ 행사에는 KT가 협력사로 나섰다.", ("KT", "PARTNER_IN", "나래온")),
        ("KT와 카카오가 후원하는 ‘나래온’ 대회가 열렸다.", ("KT", "PARTNER_IN", "나래온")),
        (
            "카카오는 ‘나래온’ 프로젝트를 시작했다. 사업에는 KT와 LG유플러스가 참여한다.",
            ("LG유플러스", "PARTNER_IN", "나래온"),
        ),
        (
            "카카오는 ‘나래온’ 대회를 열었다. KT와 LG유플러스가 후원사로 나섰다.",
            ("KT", "PARTNER_IN", "나래온"),
        ),
        ("카카오는 ‘나래온’ 대회를 열었다. KT가 후원한다.", ("KT", "PARTNER_IN", "나래온")),
        ("KT가 ‘나래온’ 프로젝트를 수주했다.", ("KT", "PARTNER_IN", "나래온")),
    ],
)
def test_undertakings_have_who_runs_and_who_joins_them(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """Whoever holds one pursues it, also with another; who backs or wins it takes part."""
    assert fact in facts(text)


def test_who_joins_a_round_joins_no_undertaking(facts: Callable[[str], Facts]) -> None:
    """What was named before is not what investors take part in."""
    story = "카카오는 ‘나래온’ 대회를 열었다. 두나무의 투자 라운드에는 KT가 참여했다."
    assert not any(relation == "PARTNER_IN" for _, relation, _ in facts(story))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("LG는 카카오와 함께 ‘LG 로봇 챌린지’를 개최했다.", "PARTNER_IN"),
        ("LG는 카카오와 함께 ‘로봇 챌린지’를 개최했다.", "PURSUES"),
        ("네이버는 카카오와 함께 ‘카카오 로봇 챌린지’를 개최했다.", "PURSUES"),
    ],
)
def test_who_runs_an_undertaking_named_after_another_firm_takes_part_in_it(
    facts: Callable[[str], Facts], text: str, relation: str
) -> None:
    """An undertaking that bears a firm's name is that firm's own."""
    assert ("카카오", relation) in {(subject, found) for subject, found, _ in facts(text)}
