"""Partners: who an organization works with, with the whole chain."""

from collections.abc import Collection
from typing import Any

import pytest

from graph.errors import BadInputError, NotFoundError
from graph.facts import Fact
from graph.keys import key_id, name_key
from graph.ontology import Label, Modality, Status
from graph.questions.chains import Chain
from graph.questions.partners import Wanted, partners
from graph.stores.base import Page, Store
from tests.graph.questions.conftest import Tell, id_of

LG = id_of("LG")


def shown(chain: Chain) -> tuple[str, ...]:
    """The chain as names, with the relation that ends it."""
    return (*(h.source.name for h in chain.hops), chain.partner.name, chain.relation)


def chains(store: Store, entity_id: str = LG, **asked: Any) -> list[Chain]:
    """All chains of an answer."""
    return partners(store, entity_id, **asked).page.items


def test_every_partner_comes_with_the_whole_chain(lg: Store) -> None:
    """Acquired, joint parent, in an initiative, of a unit, customer: each from the group down."""
    assert [shown(chain) for chain in chains(lg)] == [
        ("LG", "LG화학", "아베오 파마슈티컬스", "ACQUIRED"),
        ("LG", "LG에너지솔루션", "얼티엄셀즈", "GM", "HAS_STAKE_IN"),
        ("LG", "LG전자", "EV충전사업담당", "한빛전력", "PARTNERS_WITH"),
        ("LG", "LG에너지솔루션", "폐배터리 재활용 협력", "리사이클", "PARTNER_IN"),
        ("LG", "LG화학", "솔브", "SUPPLIES"),
    ]


def test_every_hop_has_its_words_and_its_article(lg: Store) -> None:
    """A quote of the article stands behind each hop."""
    acquired = chains(lg)[0]
    assert [hop.evidence.quote for hop in acquired.hops] == [
        "LG 계열사인 LG화학은 2023년 1월 신약 개발사 아베오 파마슈티컬스를 인수했다."
    ] * 2
    assert {hop.evidence.source.publisher for hop in acquired.hops} == {"한빛경제"}
    assert (acquired.date, acquired.reported) == ("2023-01", "2023-05-18")
    assert acquired.status is Status.COMPLETED
    assert acquired.confidence == 0.81


def test_a_company_is_where_its_own_chains_start(lg: Store) -> None:
    """Asked of the subsidiary, nothing above it shows."""
    assert [shown(chain) for chain in chains(lg, id_of("LG에너지솔루션"))] == [
        ("LG에너지솔루션", "얼티엄셀즈", "GM", "HAS_STAKE_IN"),
        ("LG에너지솔루션", "폐배터리 재활용 협력", "리사이클", "PARTNER_IN"),
    ]


def test_the_other_side_sees_the_same_dealings(lg: Store) -> None:
    """The customer, the joint parent and the partner in the initiative work with LG's."""
    assert [shown(c) for c in chains(lg, id_of("솔브"))] == [("솔브", "LG화학", "SUPPLIES")]
    assert [shown(c) for c in chains(lg, id_of("GM"))] == [
        ("GM", "얼티엄셀즈", "LG에너지솔루션", "HAS_STAKE_IN")
    ]
    assert [shown(c) for c in chains(lg, id_of("리사이클"))] == [
        ("리사이클", "폐배터리 재활용 협력", "LG에너지솔루션", "PURSUES")
    ]


def test_family_is_no_partner(lg: Store, tell: Tell) -> None:
    """Dealings between members of one house are left out."""
    before = {chain.partner.name for chain in chains(lg)}
    tell("LG화학", "SUPPLIES", "LG에너지솔루션")
    tell("LG전자", "PARTNERS_WITH", "LG화학")
    both = [("LG에너지솔루션", "PURSUES", "폐배터리 재활용 협력")]
    tell("LG화학", "PARTNER_IN", "폐배터리 재활용 협력", also=both)
    assert {chain.partner.name for chain in chains(lg)} == before


def test_an_acquired_company_shows_though_it_belongs_to_the_house_now(
    lg: Store, tell: Tell
) -> None:
    """The deal is how it got there."""
    tell("LG화학", "HAS_SUBSIDIARY", "아베오 파마슈티컬스")
    tell("아베오 파마슈티컬스", "PARTNERS_WITH", "비오신스")
    found = [shown(chain) for chain in chains(lg)]
    assert ("LG", "LG화학", "아베오 파마슈티컬스", "ACQUIRED") in found
    assert ("LG", "LG화학", "아베오 파마슈티컬스", "비오신스", "PARTNERS_WITH") in found


def test_a_joint_venture_is_reached_through_who_set_it_up(lg: Store, tell: Tell) -> None:
    """A list of the group's members does not hide which of them holds the venture."""
    tell("LG", "HAS_SUBSIDIARY", "얼티엄셀즈")
    tell("얼티엄셀즈", "PARTNERS_WITH", "리사이클")
    found = [shown(chain) for chain in chains(lg)]
    assert ("LG", "LG에너지솔루션", "얼티엄셀즈", "GM", "HAS_STAKE_IN") in found
    assert ("LG", "LG에너지솔루션", "얼티엄셀즈", "리사이클", "PARTNERS_WITH") in found


def test_the_fact_that_ends_a_chain_ends_no_other(lg: Store, tell: Tell) -> None:
    """Where several members pursue one thing, a company leads there, not its group."""
    pursued = ("LG에너지솔루션", "PURSUES", "폐배터리 재활용 협력")
    tell("LG", "PURSUES", "폐배터리 재활용 협력", also=[pursued])
    tell("LG전자", "PARTNER_IN", "폐배터리 재활용 협력", also=[pursued])
    found = chains(lg)
    ends = [chain.hops[-1].fact.id for chain in found]
    assert len(ends) == len(set(ends)) == 5
    (recycler,) = [shown(c) for c in found if c.partner.name == "리사이클"]
    assert recycler[:3] == ("LG", "LG에너지솔루션", "폐배터리 재활용 협력")


def test_a_stake_in_a_plain_company_leads_nowhere(lg: Store, tell: Tell) -> None:
    """Only a joint venture's holders are partners through it."""
    tell("LG화학", "HAS_STAKE_IN", "켐코")
    tell("고려아연", "HAS_STAKE_IN", "켐코")
    assert not {"켐코", "고려아연"} & {chain.partner.name for chain in chains(lg)}


def test_money_makes_partners_both_ways(lg: Store, tell: Tell) -> None:
    """Whom a member funds, who funds a member, and who funds what a member pursues."""
    tell("LG화학", "INVESTED_IN", "새싹바이오")
    tell("한강펀드", "INVESTED_IN", "LG전자")
    pursued = [("LG에너지솔루션", "PURSUES", "폐배터리 재활용 협력")]
    tell("태산은행", "INVESTED_IN", "폐배터리 재활용 협력", also=pursued)
    tell("LG화학", "INVESTED_IN", "미국")
    found = {shown(c) for c in chains(lg, wanted=Wanted(relations=["INVESTED_IN"]))}
    assert found == {
        ("LG", "LG화학", "새싹바이오", "INVESTED_IN"),
        ("LG", "LG전자", "한강펀드", "INVESTED_IN"),
        ("LG", "LG에너지솔루션", "폐배터리 재활용 협력", "태산은행", "INVESTED_IN"),
    }


def test_what_is_denied_shows_only_where_it_is_asked_for(lg: Store) -> None:
    """A denied alliance is no alliance."""
    assert "다온바이오" not in {c.partner.name for c in chains(lg)}
    denied = [c for c in chains(lg, wanted=Wanted(denied=True)) if c.modality is Modality.DENIED]
    assert [c.partner.name for c in denied] == ["다온바이오"]


def test_a_house_that_was_left_or_denied_does_not_count(lg: Store, tell: Tell) -> None:
    """What the group sold, or denies to own, brings it no partners."""
    tell("LG", "HAS_SUBSIDIARY", "옛계열", {}, Status.ENDED)
    tell("LG", "HAS_SUBSIDIARY", "남의회사", {}, None, Modality.DENIED)
    tell("옛계열", "PARTNERS_WITH", "누군가")
    tell("남의회사", "PARTNERS_WITH", "누군가")
    assert "누군가" not in {c.partner.name for c in chains(lg)}


@pytest.mark.parametrize(
    ("wanted", "partner_names"),
    [
        (Wanted(relations=["ACQUIRED", "SUPPLIES"]), ["아베오 파마슈티컬스", "솔브"]),
        (Wanted(statuses=[Status.ANNOUNCED]), ["한빛전력"]),
        (Wanted(since="2023-02"), ["GM", "한빛전력", "리사이클"]),
        (Wanted(since="2023-01", until="2023-01-31"), ["아베오 파마슈티컬스"]),
        (Wanted(until="2022-06"), ["솔브"]),
        (Wanted(partner=id_of("GM")), ["GM"]),
        (Wanted(partner=key_id(name_key(Label.ORGANIZATION, "한빛 전력 주식회사"))), ["한빛전력"]),
        (Wanted(partner=id_of("LG화학")), []),
        (Wanted(name="파마"), ["아베오 파마슈티컬스"]),
        (Wanted(name="없는 이름"), []),
        (Wanted(name="?!"), []),
    ],
)
def test_filters(lg: Store, wanted: Wanted, partner_names: list[str]) -> None:
    """By relation, status, date (stated, else reported), and the partner's id or name."""
    assert [c.partner.name for c in chains(lg, wanted=wanted)] == partner_names


def test_the_walk_goes_only_so_deep(lg: Store) -> None:
    """A depth of one level reaches the subsidiaries and not their units and ventures."""
    assert [c.partner.name for c in chains(lg, depth=1)] == [
        "아베오 파마슈티컬스",
        "리사이클",
        "솔브",
    ]
    assert chains(lg, depth=0) == []


def test_pages_hold_every_chain_once_in_order(lg: Store) -> None:
    """One at a time gives the same list."""
    found, after = [], None
    while True:
        answer = partners(lg, LG, after=after, limit=1)
        found.extend(answer.page.items)
        after = answer.page.next
        if after is None:
            break
    assert answer.total == 5
    assert [shown(c) for c in found] == [shown(c) for c in chains(lg)]


def test_the_date_is_that_of_the_dealings(lg: Store, tell: Tell) -> None:
    """Not the day on which the unit was set up; that of the undertaking, where both are in it."""
    tell("LG전자", "HAS_UNIT", "EV충전사업담당", {"date": "2020"})
    pursued = ("LG에너지솔루션", "PURSUES", "폐배터리 재활용 협력", {"date": "2021"})
    tell(*pursued, also=[("리사이클", "PARTNER_IN", "폐배터리 재활용 협력")])
    dates = {chain.partner.name: chain.date for chain in chains(lg)}
    assert (dates["한빛전력"], dates["리사이클"]) == (None, "2021")


def test_the_latest_of_a_relation_comes_first(lg: Store, tell: Tell) -> None:
    """By date within a relation; what has none comes last."""
    tell("LG화학", "ACQUIRED", "나중", {"date": "2024-03"})
    tell("LG화학", "ACQUIRED", "언젠가")
    found = chains(lg, wanted=Wanted(relations=["ACQUIRED"]))
    assert [c.partner.name for c in found] == ["나중", "아베오 파마슈티컬스", "언젠가"]


def test_a_circle_of_owners_ends(lg: Store, tell: Tell) -> None:
    """Wrong data that makes a subsidiary its parent's parent does no harm."""
    tell("LG화학", "HAS_SUBSIDIARY", "LG")
    assert len(chains(lg, depth=5)) == 5


def test_each_hop_is_one_round_trip(lg: Store, tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many subsidiaries there are."""
    for n in range(20):
        tell("LG", "HAS_SUBSIDIARY", f"LG{n}호")
        tell(f"LG{n}호", "PARTNERS_WITH", f"상대{n}")
    asked = []
    facts = type(lg).facts

    def counted(store: Store, frontier: Collection[str], **more: Any) -> Page[Fact]:
        asked.append(len(frontier))
        return facts(store, frontier, **more)

    monkeypatch.setattr(type(lg), "facts", counted)
    assert len(chains(lg)) == 25
    assert asked == [1, 23, 2, 1]


def test_only_an_organization_has_partners(lg: Store) -> None:
    """Another label is told so, and an unknown id is unknown."""
    (initiative,) = lg.search("폐배터리", label=Label.INITIATIVE).items
    with pytest.raises(BadInputError, match="organizations; '폐배터리 재활용 협력' is a"):
        partners(lg, initiative.id)
    with pytest.raises(BadInputError, match="organizations"):
        partners(lg, LG, wanted=Wanted(partner=initiative.id))
    with pytest.raises(NotFoundError):
        partners(lg, key_id(name_key(Label.ORGANIZATION, "없는 회사")))


@pytest.mark.parametrize(
    "wrong", [{"relations": ["LEADS"]}, {"since": "May"}, {"until": "2023-13"}]
)
def test_what_cannot_be_wanted(wrong: dict[str, Any]) -> None:
    """A relation that ends no chain, or a date that is none, is refused."""
    with pytest.raises(BadInputError):
        Wanted(**wrong)
