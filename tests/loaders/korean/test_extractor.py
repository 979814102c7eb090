"""What a user gets from a Korean news text."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Basis, Claim, Reading
from graph.documents import make_document
from graph.ontology import Modality, Status
from loaders.korean.extractor import KoreanExtractor
from tests.loaders.korean.conftest import Facts

STORY = """한빛전자, 폴란드에 공장…새 로봇 ‘모아봇’ 공개

한빛전자(대표 김도윤)는 지난 3일 미국 로봇 업체 오르빗(Orbit)을 1200억원에 인수했다고 밝혔다.
이 회사는 폴란드 바르샤바에 배터리 공장을 짓기로 했다.
ⓒ 가나일보, 무단 전재 및 재배포 금지"""


def claim(reading: Reading, type_: str) -> Claim:
    """The first claim of a type."""
    return next(c for c in reading.claims if c.type == type_)


def test_evidence_is_what_stands_in_the_raw_text(read: Callable[[str], Reading]) -> None:
    """Every claim's span holds words of the story, and every mention is the name itself."""
    reading = read(STORY)
    text = reading.document.text
    assert reading.claims
    for item in reading.claims:
        for evidence in item.evidence:
            assert text[evidence.start : evidence.end].strip()
            assert evidence.extractor == "korean"
            assert evidence.rule
    for referent in reading.referents:
        assert any(text[a:b] == referent.name for a, b in referent.mentions)


def test_the_same_document_gives_the_same_proposal(extractor: KoreanExtractor) -> None:
    """The same document gives the same proposal."""
    document = make_document(STORY, published="2024-05-20")
    assert extractor(document).proposal == extractor(document).proposal


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "삼성전자는 미국 로봇 업체 오르빗(Orbit)을 인수했다.",
            ("삼성전자", "ACQUIRED", "오르빗"),
        ),
        ("LG화학은 GM과 손을 잡았다.", ("LG화학", "PARTNERS_WITH", "GM")),
        ("조주완 LG전자 사장이 말했다.", ("조주완", "LEADS", "LG전자")),
        ("LG전자(대표 조주완)가 신제품을 냈다.", ("조주완", "LEADS", "LG전자")),
        ("삼성SDI는 헝가리에 배터리 공장을 짓는다.", ("삼성SDI", "LOCATED_IN", "헝가리")),
        ("통신사 LG유플러스가 요금을 내렸다.", ("LG유플러스", "ACTIVE_IN", "통신")),
        ("네이버의 자회사 라인은 일본에 있다.", ("네이버", "HAS_SUBSIDIARY", "라인")),
        (
            "포스코퓨처엠은 삼성SDI에 양극재를 공급한다.",
            ("포스코퓨처엠", "SUPPLIES", "삼성SDI"),
        ),
        (
            "한화솔루션은 큐브 지분 30%를 보유한 한화의 계열사다.",
            ("한화", "HAS_SUBSIDIARY", "한화솔루션"),
        ),
        (
            "LG유플러스는 ‘전기차충전사업단’을 신설했다.",
            ("LG유플러스", "HAS_UNIT", "전기차충전사업단"),
        ),
        ("카카오는 AI 모델 ‘나래’를 공개했다.", ("카카오", "DEVELOPED", "나래")),
        (
            "SK텔레콤은 앤트로픽에 1억달러를 투자했다.",
            ("SK텔레콤", "INVESTED_IN", "앤트로픽"),
        ),
    ],
)
def test_a_plain_sentence_gives_its_fact(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """One sentence of each kind yields the relation that it states, in its direction."""
    assert fact in facts(text)


def test_every_member_of_a_list_takes_part(facts: Callable[[str], Facts]) -> None:
    """`A, B와` names two partners."""
    found = facts("SK텔레콤은 일본 소프트뱅크, 독일 도이치텔레콤과 손잡았다.")
    partners = {("SK텔레콤", "PARTNERS_WITH", name) for name in ("소프트뱅크", "도이치텔레콤")}
    seats = {("소프트뱅크", "LOCATED_IN", "일본"), ("도이치텔레콤", "LOCATED_IN", "독일")}
    assert partners | seats <= found


def test_a_bought_firm_comes_with_its_price_and_day(read: Callable[[str], Reading]) -> None:
    """Money, relative dates and shares are read against the day of publication."""
    reading = read("삼성전자는 지난 3일 미국 로봇 업체 오르빗(Orbit)을 1200억원에 인수했다.")
    qualifiers = claim(reading, "ACQUIRED").qualifiers
    assert qualifiers["amount"]["value"] == 120_000_000_000
    assert qualifiers["amount"]["currency"] == "KRW"
    assert qualifiers["date"] == "2024-05-03"


def test_a_plan_is_not_a_deed(read: Callable[[str], Reading]) -> None:
    """검토 중 and 예정 never yield a completed fact."""
    for text in (
        "삼성전자는 셀트리온을 인수하는 방안을 검토 중이다.",
        "삼성전자는 셀트리온을 인수할 예정이라고 밝혔다.",
    ):
        for item in read(text).claims:
            assert item.status is not Status.COMPLETED


def test_what_is_denied_is_not_stated(facts: Callable[[str], Facts]) -> None:
    """A rumor that the text takes back yields no acquisition."""
    found = facts("삼성전자는 셀트리온을 인수한다는 소문을 부인했다.")
    assert not any(relation == "ACQUIRED" for _, relation, _ in found)


def test_hearsay_is_marked(read: Callable[[str], Reading]) -> None:
    """알려졌다 makes a claim a reported one."""
    reading = read("LG화학은 GM과 손을 잡은 것으로 알려졌다.")
    assert all(c.modality is Modality.REPORTED for c in reading.claims)


def test_a_gloss_ties_two_full_names(read: Callable[[str], Reading]) -> None:
    """The Latin name in brackets is the same thing everywhere, and later stands for it."""
    reading = read(
        "삼성전자는 미국 로봇 업체 오르빗(Orbit)을 인수했다. 직원은 300명이다. "
        "Orbit은 로봇을 만든다."
    )
    orbit = next(r for r in reading.referents if r.name == "오르빗")
    tie = next(t for t in orbit.ties if t.name == "Orbit")
    assert tie.basis is Basis.GLOSS
    assert tie.span is not None
    assert reading.document.text[tie.span[0] : tie.span[1]] == "Orbit"
    assert len(orbit.mentions) == 3


def test_this_firm_is_the_one_just_spoken_of(facts: Callable[[str], Facts]) -> None:
    """이 회사 and 두 회사 stand for the topic and the pair."""
    found = facts("LG전자는 로봇을 만든다. 이 회사는 폴란드에 공장을 지었다.")
    assert ("LG전자", "LOCATED_IN", "폴란드") in found
    found = facts("LG화학과 GM은 배터리를 만든다. 두 회사는 업무협약을 맺었다.")
    assert ("GM", "PARTNERS_WITH", "LG화학") in found or ("LG화학", "PARTNERS_WITH", "GM") in found


def test_the_furniture_of_a_page_is_not_read(read: Callable[[str], Reading]) -> None:
    """Copyright lines, bylines and lists of other stories yield nothing."""
    reading = read(
        "김민수 기자 kim@daily.example\nLG전자가 웃었다.\n"
        "ⓒ 가나일보 무단 전재 금지\n많이 본 뉴스\n삼성전자는 셀트리온을 인수했다."
    )
    assert {r.name for r in reading.referents} == {"LG전자"}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    cut=st.integers(0, len(STORY)),
    junk=st.text(alphabet="()[]‘’“”\"'·,.=▲%\n\t가A1㈜\u200b\U0001f600", max_size=12),
)
def test_mangled_text_neither_fails_nor_moves_a_span(
    extractor: KoreanExtractor, cut: int, junk: str
) -> None:
    """Whatever is cut or inserted, nothing is raised and every span stays inside the text."""
    text = STORY[:cut] + junk + STORY[cut:]
    proposal = extractor(make_document(text)).proposal
    spans = [span for r in proposal.referents for span in r.mentions]
    spans += [(e.start, e.end) for c in proposal.claims for e in c.evidence]
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_a_coined_abbreviation_stands_for_its_fields(facts: Callable[[str], Facts]) -> None:
    """What the brackets spell out after an abbreviation are the fields."""
    found = facts("두산은 ‘R·S’(로봇·반도체) 사업을 육성한다.")
    assert {("두산", "ACTIVE_IN", "로봇"), ("두산", "ACTIVE_IN", "반도체")} <= found


def test_a_place_named_twice_as_large_and_small_counts_for_both(
    facts: Callable[[str], Facts],
) -> None:
    """A city after its state is one address, and both are places of the plant."""
    found = facts("SK온은 미국 조지아주에 배터리 공장을 운영하고 있다.")
    assert {("SK온", "LOCATED_IN", "미국"), ("SK온", "LOCATED_IN", "조지아주")} <= found


def test_shares_in_a_list_go_to_their_holders(read: Callable[[str], Reading]) -> None:
    """Each holder of a list has the percentage after its name."""
    reading = read("웨이브는 SK스퀘어가 40.5%, SBS가 19.8%를 나눠 갖고 있다.")
    names = {r.id: r.name for r in reading.referents}
    shares = {
        names[c.subject]: c.qualifiers["share"] for c in reading.claims if c.type == "HAS_STAKE_IN"
    }
    assert shares == {"SK스퀘어": 0.405, "SBS": 0.198}


@pytest.mark.parametrize(
    "text",
    [
        "한화오션도 특수선을, 삼성중공업도 시추선을 맡는다.",
        "한화오션도 특수선을, 필리조선소가 정비를 맡는다.",
    ],
)
def test_two_firms_that_share_a_verb_are_read(read: Callable[[str], Reading], text: str) -> None:
    """Each with an object of its own; it once raised."""
    assert len(read(text).referents) == 2


def test_a_name_with_another_in_brackets_stands_where_it_stands(
    read: Callable[[str], Reading],
) -> None:
    """Not only where its other name does."""
    text = "서빙 로봇 ‘모아봇(Moabot)’으로 이름을 알린 한빛전자는 네이버와 손잡았다."
    robot = next(r for r in read(text).referents if r.name == "모아봇")
    assert {text[a:b] for a, b in robot.mentions} == {"모아봇", "Moabot"}


def test_what_stands_for_speech_is_part_of_no_name(read: Callable[[str], Reading]) -> None:
    """A stray quotation mark inside or beside a name opens no name that the text has not."""
    for text in ('네이버의 게임 ‘하늘이" 러시’ 값이 올랐다.', "가온로보틱스“험한 길”을 샀다."):
        assert not any("그렇" in referent.name for referent in read(text).referents)


def test_a_field_is_mentioned_wherever_a_rule_reads_it(read: Callable[[str], Reading]) -> None:
    """Not only where it was first read."""
    text = "네이버는 수소 사업에 진출했다. 한화오션은 수소 시장에 뛰어들었다."
    hydrogen = next(r for r in read(text).referents if r.name == "수소")
    assert [text[a:b] for a, b in hydrogen.mentions] == ["수소", "수소"]
