"""Which constructions of the language state which facts; every sentence is our own."""

from collections.abc import Callable

import pytest

from graph.claims import Reading
from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("SK스퀘어는 11번가를 큐텐에 매각했다.", ("큐텐", "ACQUIRED", "11번가")),
        ("아시아나항공은 대한항공에 인수됐다.", ("대한항공", "ACQUIRED", "아시아나항공")),
        (
            "카카오, SM엔터테인먼트 인수 완료",
            ("카카오", "ACQUIRED", "SM엔터테인먼트"),
        ),
        (
            "두나무는 소프트뱅크로부터 2000억원의 투자를 유치했다.",
            ("소프트뱅크", "INVESTED_IN", "두나무"),
        ),
        (
            "포드는 LG에너지솔루션으로부터 배터리를 공급받는다.",
            ("LG에너지솔루션", "SUPPLIES", "포드"),
        ),
        (
            "LG이노텍이 만든 카메라모듈은 애플 아이폰에 들어간다.",
            ("LG이노텍", "SUPPLIES", "애플"),
        ),
        ("삼성전자는 TSMC를 추격하고 있다.", ("삼성전자", "COMPETES_WITH", "TSMC")),
        ("현대차의 경쟁사인 토요타는 웃었다.", ("현대차", "COMPETES_WITH", "토요타")),
        ("국민연금의 삼성전자 지분율은 7.8%다.", ("국민연금", "HAS_STAKE_IN", "삼성전자")),
        (
            "SK온을 자회사로 둔 SK이노베이션은 적자를 냈다.",
            ("SK이노베이션", "HAS_SUBSIDIARY", "SK온"),
        ),
        ("LG화학은 양극재와 분리막을 생산한다.", ("LG화학", "DEVELOPED", "분리막")),
        ("바이오에서는 LG화학이 앞서 있다.", ("LG화학", "ACTIVE_IN", "바이오")),
        ("LG전자는 로봇, 전장 사업을 키운다.", ("LG전자", "ACTIVE_IN", "로봇")),
        ("현대차그룹은 ‘나래’ 프로그램을 운영한다.", ("현대차그룹", "PURSUES", "나래")),
        ("롯데케미칼은 부산을 거점으로 삼는다.", ("롯데케미칼", "LOCATED_IN", "부산")),
        ("카카오의 SM엔터테인먼트 인수가 끝났다.", ("카카오", "ACQUIRED", "SM엔터테인먼트")),
        ("카카오는 SM엔터테인먼트를 손에 넣었다.", ("카카오", "ACQUIRED", "SM엔터테인먼트")),
        ("SM엔터테인먼트는 카카오의 품에 안겼다.", ("카카오", "ACQUIRED", "SM엔터테인먼트")),
        ("SM엔터테인먼트의 새 주인은 카카오다.", ("카카오", "ACQUIRED", "SM엔터테인먼트")),
        ("카카오가 11번가 인수전에 뛰어들었다.", ("카카오", "ACQUIRED", "11번가")),
        ("카카오가 11번가 지분 전량을 사들였다.", ("카카오", "ACQUIRED", "11번가")),
        ("카카오는 LG전자와 함께 11번가를 인수했다.", ("LG전자", "ACQUIRED", "11번가")),
        ("SK스퀘어는 11번가를 큐텐에, 티빙을 KT에 넘겼다.", ("큐텐", "ACQUIRED", "11번가")),
        ("카카오는 두나무에 돈을 댔다.", ("카카오", "INVESTED_IN", "두나무")),
        ("두나무에는 카카오가 10억원, KT가 5억원을 넣었다.", ("KT", "INVESTED_IN", "두나무")),
        ("두나무는 카카오로부터 투자를 받았다.", ("카카오", "INVESTED_IN", "두나무")),
        ("카카오의 투자를 받은 두나무가 웃었다.", ("카카오", "INVESTED_IN", "두나무")),
        ("두나무는 카카오의 연결 자회사가 됐다.", ("카카오", "HAS_SUBSIDIARY", "두나무")),
        ("SK이노베이션은 SK온을 거느린다.", ("SK이노베이션", "HAS_SUBSIDIARY", "SK온")),
        ("KT는 LG전자의 유통 협력사다.", ("LG전자", "PARTNERS_WITH", "KT")),
        ("카카오는 LG전자와의 협력을 넓힌다.", ("카카오", "PARTNERS_WITH", "LG전자")),
        ("카카오와 LG전자의 동맹이 굳어졌다.", ("LG전자", "PARTNERS_WITH", "카카오")),
        ("삼성전자의 경쟁사로는 TSMC가 꼽힌다.", ("삼성전자", "COMPETES_WITH", "TSMC")),
        ("TSMC는 삼성전자의 오랜 맞수다.", ("TSMC", "COMPETES_WITH", "삼성전자")),
        ("SK텔레콤이 지분 20%를 가진 두나무가 웃었다.", ("SK텔레콤", "HAS_STAKE_IN", "두나무")),
        ("KT가 2대 주주로 있는 두나무가 웃었다.", ("KT", "HAS_STAKE_IN", "두나무")),
        ("두나무는 KT가 최대주주다.", ("KT", "HAS_STAKE_IN", "두나무")),
        ("두나무는 웃었다. 기존 주주로는 KT와 카카오가 있다.", ("KT", "HAS_STAKE_IN", "두나무")),
        (
            "두나무가 커졌다. 두나무는 웃었다. 이번 라운드는 KT가 이끌고 카카오가 참여했다.",
            ("카카오", "INVESTED_IN", "두나무"),
        ),
        ("카카오와 LG전자 자회사 포티투닷가 웃었다.", ("LG전자", "HAS_SUBSIDIARY", "포티투닷")),
        ("카카오는 KT와 데이터센터를 짓는다.", ("KT", "PARTNERS_WITH", "카카오")),
        ("카카오는 10월 ‘나래온’을 개최했다.", ("카카오", "PURSUES", "나래온")),
        ("카카오는 KT와 ‘나래온’ 프로그램을 진행한다.", ("KT", "PURSUES", "나래온")),
        ("카카오의 창업 지원 프로그램 ‘나래온’이 떴다.", ("카카오", "PURSUES", "나래온")),
        ("KT는 협의체 ‘나래온’의 회원사다.", ("KT", "PURSUES", "나래온")),
        ("두나무의 모기업은 카카오다.", ("카카오", "HAS_SUBSIDIARY", "두나무")),
        ("카카오의 해외 투자법인 두나무가 떴다.", ("카카오", "HAS_SUBSIDIARY", "두나무")),
        ("카카오 식구인 두나무가 떴다.", ("카카오", "HAS_SUBSIDIARY", "두나무")),
        ("카카오는 KT를 협력사로 골랐다.", ("카카오", "PARTNERS_WITH", "KT")),
        ("카카오는 KT와 컨소시엄을 구성했다.", ("카카오", "PARTNERS_WITH", "KT")),
        ("KT는 카카오가 가진 두나무 지분을 노린다.", ("카카오", "HAS_STAKE_IN", "두나무")),
        ("두나무는 카카오가 지분 7%를 들고 있는 곳이다.", ("카카오", "HAS_STAKE_IN", "두나무")),
        ("카카오는 두나무에 투자해 지분 2%를 샀다.", ("카카오", "HAS_STAKE_IN", "두나무")),
        ("통신 라이벌 SK텔레콤과 KT가 만났다.", ("SK텔레콤", "COMPETES_WITH", "KT")),
    ],
)
def test_each_construction_states_its_fact(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """Sellers, passives, headlines, relative clauses and topics give the fact its direction."""
    found = facts(text)
    symmetric = fact[1] in ("COMPETES_WITH", "PARTNERS_WITH")
    assert fact in found or (symmetric and fact[::-1] in found)


@pytest.mark.parametrize(
    ("text", "leader", "organization"),
    [
        ("조주완 사장이 이끄는 LG전자는 웃었다.", "조주완", "LG전자"),
        ("신학철 부회장이 대표를 맡은 LG화학은 웃었다.", "신학철", "LG화학"),
        ("엔비디아의 젠슨 황 CEO는 말했다.", "젠슨 황", "엔비디아"),
        ("LG전자의 대표이사는 조주완 사장이다.", "조주완", "LG전자"),
        ("카카오는 웃었다. 대표이사는 정신아 사장이다.", "정신아", "카카오"),
    ],
)
def test_who_leads_is_told_by_clauses_too(
    facts: Callable[[str], Facts], text: str, leader: str, organization: str
) -> None:
    """A post may stand before or after its holder, in a clause, or in the next sentence."""
    assert (leader, "LEADS", organization) in facts(text)


def stakes(reading: Reading) -> dict[tuple[str, str], float | None]:
    """The stakes with their shares, by holder and held."""
    names = {r.id: r.name for r in reading.referents}
    return {
        (names[c.subject], names[c.object]): c.qualifiers.get("share")
        for c in reading.claims
        if c.type == "HAS_STAKE_IN"
    }


@pytest.mark.parametrize(
    "text",
    [
        "포티투닷 지분은 LG전자가 60%, GS에너지가 40%를 갖고 있다.",
        "LG전자와 GS에너지는 자회사 포티투닷를 세우고 지분을 각각 60%, 40%씩 나눈다.",
        "LG전자와 GS에너지는 합작법인 포티투닷를 세웠다. 지분은 LG전자가 60%, GS에너지가 40%다.",
    ],
)
def test_a_list_of_shares_gives_each_holder_its_own(
    read: Callable[[str], Reading], text: str
) -> None:
    """Whose shares they are stands before 지분, is set up by the holders, or came before."""
    assert stakes(read(text)) == {("LG전자", "포티투닷"): 0.6, ("GS에너지", "포티투닷"): 0.4}


def test_halves_are_shares(read: Callable[[str], Reading]) -> None:
    """절반씩 is a half for each of two."""
    found = stakes(read("LG전자와 GS에너지가 절반씩 출자한 합작사 포티투닷가 문을 열었다."))
    assert found == {("LG전자", "포티투닷"): 0.5, ("GS에너지", "포티투닷"): 0.5}


def test_one_verb_serves_two_clauses(facts: Callable[[str], Facts]) -> None:
    """`A가 X를, B가 Y를` pairs each subject with its own object."""
    found = facts("LG화학이 양극재를, 롯데케미칼이 분리막을 각각 생산한다.")
    assert ("LG화학", "DEVELOPED", "양극재") in found
    assert ("롯데케미칼", "DEVELOPED", "분리막") in found
    assert ("LG화학", "DEVELOPED", "분리막") not in found


def test_a_plain_topic_beside_a_subject_is_the_object(facts: Callable[[str], Facts]) -> None:
    """`X는 A가 만든다` says what A makes."""
    assert ("LG화학", "DEVELOPED", "양극재") in facts("양극재는 LG화학이 만든다.")


def test_this_firm_is_who_acted_in_the_clause_before(facts: Callable[[str], Facts]) -> None:
    """이 회사 after a subject of its own means who acted before, never the subject itself."""
    found = facts("카카오가 공장을 운영하고, LG전자와 KT는 이 회사 지분을 확보할 예정이다.")
    assert {("LG전자", "HAS_STAKE_IN", "카카오"), ("KT", "HAS_STAKE_IN", "카카오")} <= found
    assert ("LG전자", "HAS_STAKE_IN", "KT") not in found


def test_a_story_about_a_group_tells_its_firms(facts: Callable[[str], Facts]) -> None:
    """Firms that the reference data has in the group are its members where enough of them act."""
    found = facts(
        "LG그룹이 투자를 늘린다. LG전자는 웃었다. LG화학은 울었다. LG유플러스는 걸었다. "
        "삼성전자는 뛰었다."
    )
    members = {o for s, relation, o in found if relation == "HAS_SUBSIDIARY" and s == "LG그룹"}
    assert members == {"LG전자", "LG화학", "LG유플러스"}


def test_what_a_quantity_counts_is_no_part_of_a_name(facts: Callable[[str], Facts]) -> None:
    """Amounts and dates stay out of the names of products and fields."""
    found = facts("LG화학은 양극재 4만5000t을 생산한다. 이달 16일 로봇 업체 오르빗(Orbit)이 왔다.")
    assert ("LG화학", "DEVELOPED", "양극재") in found
    assert ("오르빗", "ACTIVE_IN", "로봇") in found


def test_what_could_be_is_not_stated(facts: Callable[[str], Facts]) -> None:
    """A possibility is neither a delivery nor a takeover."""
    found = facts("포스코퓨처엠은 삼성SDI에 양극재를 공급할 수 있다.")
    assert not any(relation == "SUPPLIES" for _, relation, _ in found)


def test_qualifiers_say_from_whom_of_what_and_in_which_sense(
    read: Callable[[str], Reading],
) -> None:
    """The seller, the goods and the kind of subsidiary are kept where the words give them."""
    sold = read("SK스퀘어는 11번가를 큐텐에 매각했다.")
    assert next(c for c in sold.claims if c.type == "ACQUIRED").qualifiers["seller"] == "SK스퀘어"
    goods = read("포스코퓨처엠은 삼성SDI에 양극재를 공급한다.")
    supply = next(c for c in goods.claims if c.type == "SUPPLIES")
    assert supply.qualifiers["product"] == "양극재"
    below = read("네이버의 자회사 라인은 일본에 있다.")
    owned = next(c for c in below.claims if c.type == "HAS_SUBSIDIARY")
    assert owned.qualifiers["basis"] == "subsidiary"


def test_a_known_unit_is_the_same_in_every_document(read: Callable[[str], Reading]) -> None:
    """A brand that the reference data has as a unit carries its identifier."""
    unit = next(r for r in read("롯데백화점이 문을 열었다.").referents if r.name == "롯데백화점")
    assert unit.kind == "unit"
    assert "reference" in unit.identifiers


def test_a_dropped_subject_is_whom_the_story_is_about(facts: Callable[[str], Facts]) -> None:
    """Where the sentence before begins with another firm, it is that one."""
    story = "카카오가 커진다. 카카오는 웃었다. 카카오는 뛰었다. {} 지난해 11번가를 인수했다."
    assert ("카카오", "ACQUIRED", "11번가") in facts(story.format(""))
    assert ("KT", "ACQUIRED", "11번가") in facts(story.format("KT는 걸었다."))


def test_a_heading_says_whom_its_entry_is_about(facts: Callable[[str], Facts]) -> None:
    """`▲X=` is as good as a subject, also where nobody knows the name."""
    entries = "▲KT=새로 열었다. 지난해 11번가를 인수했다.\n▲모라리=LG전자와 제휴했다."
    found = facts(entries)
    assert ("KT", "ACQUIRED", "11번가") in found
    partners = [{a, b} for a, relation, b in found if relation == "PARTNERS_WITH"]
    assert partners == [{"모라리", "LG전자"}]


def test_a_share_in_brackets_is_held_of_whom_is_spoken(read: Callable[[str], Reading]) -> None:
    """Shareholders have it beside them, and so do the firms below a parent."""
    found = stakes(read("포티투닷 주주인 LG전자(60%)와 GS에너지(지분 40%)는 말이 없다."))
    assert found == {("LG전자", "포티투닷"): 0.6, ("GS에너지", "포티투닷"): 0.4}
    below = stakes(read("SK이노베이션 아래에는 SK온(90%)이 있다."))
    assert below == {("SK이노베이션", "SK온"): 0.9}
    assert not stakes(read("SK이노베이션 아래에는 점유율 1위인 SK온(90%)이 있다."))


def test_what_two_do_is_not_yet_done_together(facts: Callable[[str], Facts]) -> None:
    """Two makers of one thing are no partners, and a list's owner is the last of it."""
    assert not any(r == "PARTNERS_WITH" for _, r, _ in facts("카카오와 KT가 충전기를 만든다."))
    found = facts("카카오와 LG전자 자회사 포티투닷가 웃었다.")
    assert ("카카오", "HAS_SUBSIDIARY", "포티투닷") not in found


def test_appointments_list_the_group_s_firms(facts: Callable[[str], Facts]) -> None:
    """An entry that names a firm by its head's post alone names a firm of the group."""
    found = facts(
        "KB금융그룹이 인사를 냈다.\n▲ KB국민은행장 이환주\n▲ KB증권 대표 김성현\n"
        "▲ KB국민카드 대표 김재관"
    )
    members = {o for s, relation, o in found if relation == "HAS_SUBSIDIARY" and s == "KB금융그룹"}
    assert members == {"KB국민은행", "KB증권", "KB국민카드"}
