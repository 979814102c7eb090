"""Lists of briefs and of appointments: whose item it is, and where it ends."""

from collections.abc import Callable

from graph.claims import Reading
from graph.ontology import Status
from tests.loaders.korean.conftest import Facts


def led(found: Facts) -> set[tuple[str, str]]:
    """Who leads what."""
    return {(s, o) for s, relation, o in found if relation == "LEADS"}


def test_what_heads_an_item_is_a_firm_and_its_topic(facts: Callable[[str], Facts]) -> None:
    """`▲X=` names an organization that nothing else knows; it is the topic up to the item's end."""
    found = facts(
        "▲ 모루테크닉스=폴란드 바르샤바에 공장을 짓는다. 김도윤 대표는 웃었다.\n"
        "▲ 가람소재산업=체코에 공장을 짓는다. 박민서 대표는 걸었다."
    )
    assert ("모루테크닉스", "LOCATED_IN", "바르샤바") in found
    assert ("가람소재산업", "LOCATED_IN", "체코") in found
    assert led(found) == {("김도윤", "모루테크닉스"), ("박민서", "가람소재산업")}


def test_a_topic_does_not_leak_into_the_next_item(facts: Callable[[str], Facts]) -> None:
    """An item that no organization heads is about none, and so is the text after the list."""
    found = facts(
        "▲LG화학=헝가리에 공장을 짓는다.\n▲ 해외 동향=폴란드에 공장을 짓는다.\n"
        "체코에 공장을 짓는다."
    )
    assert {o for s, r, o in found if s == "LG화학" and r == "LOCATED_IN"} == {"헝가리"}


def test_numbers_and_dashes_head_items_too(facts: Callable[[str], Facts]) -> None:
    """`1. X — …` is read as `▲X=…` is."""
    found = facts("1. 모루테크닉스 — 폴란드 바르샤바에 공장을 짓는다. 김도윤 대표는 웃었다.")
    assert ("김도윤", "LEADS", "모루테크닉스") in found


def test_whoever_has_a_head_is_an_organization(facts: Callable[[str], Facts]) -> None:
    """A post in brackets, or between a person and it, shows an organization."""
    assert led(facts("전북의 모루아이씨(대표 김도윤)가 웃었다.")) == {("김도윤", "모루아이씨")}
    assert led(facts("김도윤 모루테크닉스 회장이 웃었다.")) == {("김도윤", "모루테크닉스")}
    assert led(facts("모루테크닉스의 김도윤 대표가 웃었다.")) == {("김도윤", "모루테크닉스")}
    assert led(facts("벤츠코리아(대표 하랄트 빙어)가 웃었다.")) == {("하랄트 빙어", "벤츠코리아")}


def test_appointments_stand_under_the_company_that_heads_them(
    facts: Callable[[str], Facts],
) -> None:
    """Posts after a mark are in the company at the head, or in the one that the item names."""
    found = facts(
        "◇LG화학 ▲대표이사 사장 김도윤(유임) ▲첨단소재사업본부장 최선 "
        "▲최고재무책임자 박민서 이서준\n"
        "◇ 사장 승진 △ 롯데케미칼 대표이사 한지우(부사장)"
    )
    assert led(found) == {
        ("김도윤", "LG화학"),
        ("최선", "첨단소재사업본부"),
        ("박민서", "LG화학"),
        ("이서준", "LG화학"),
        ("한지우", "롯데케미칼"),
    }
    assert ("LG화학", "HAS_UNIT", "첨단소재사업본부") in found


def test_a_company_on_a_line_of_its_own_heads_the_lines_below(
    facts: Callable[[str], Facts],
) -> None:
    """The lines below a company's name are about it, up to the next one."""
    found = facts("■ LG화학\n▲ 대표이사 김도윤(연임)\n■ 롯데케미칼\n▲ 대표이사 회장 박민서")
    assert led(found) == {("김도윤", "LG화학"), ("박민서", "롯데케미칼")}


def test_a_market_makes_no_person(facts: Callable[[str], Facts]) -> None:
    """시장 is a mayor only beside a person: `전기차 배터리 시장` names nobody."""
    assert not led(facts("LG화학은 전기차 배터리 시장을 키운다."))


def test_a_bare_post_is_in_the_firm_that_the_line_is_about(facts: Callable[[str], Facts]) -> None:
    """Where the topic is another than what the line began with, nobody says whose post it is."""
    story = "LG화학은 헝가리에 공장을 짓는다. {}김도윤 대표는 웃었다."
    assert led(facts(story.format(""))) == {("김도윤", "LG화학")}
    assert not led(facts(story.format("롯데케미칼은 울었다. ")))


def test_who_holds_a_post_may_stand_before_it(facts: Callable[[str], Facts]) -> None:
    """`X가 대표다`, `대표 X.` and two words before one post are persons with posts."""
    assert led(facts("모루테크닉스(대표 김도윤)는 폴란드 회사로 마르코 벨리니가 회장이다.")) == {
        ("김도윤", "모루테크닉스"),
        ("마르코 벨리니", "모루테크닉스"),
    }
    assert led(facts("▲LG화학=헝가리에 공장을 짓는다. 대표 김도윤.")) == {("김도윤", "LG화학")}
    assert led(facts("닛산은 웃었다. 우치다 마코토 사장은 울었다.")) == {("우치다 마코토", "닛산")}


def test_brackets_in_a_list_hold_the_other_post(read: Callable[[str], Reading]) -> None:
    """What stands in brackets after who is appointed is a post too: `현` says that it ends."""
    reading = read("◇LG화학 ▲대표이사 김도윤(현 롯데케미칼 대표) ▲CFO 박민서(재무개발실장)")
    names = {r.id: r.name for r in reading.referents}
    leads = [c for c in reading.claims if c.type == "LEADS"]
    posts = {(names[c.subject], names[c.object]): c.status for c in leads}
    assert posts == {
        ("김도윤", "LG화학"): None,
        ("김도윤", "롯데케미칼"): Status.ENDED,
        ("박민서", "LG화학"): None,
        ("박민서", "재무개발실"): None,
    }


def test_a_post_may_head_the_list_of_those_who_get_it(facts: Callable[[str], Facts]) -> None:
    """Under `◇ 대표이사 선임` names alone are who is appointed, in the company above."""
    found = facts("■ LG화학\n◇대표이사 선임 ▲김도윤 ▲박민서\n◇상무 승진 ▲한지우")
    assert led(found) == {("김도윤", "LG화학"), ("박민서", "LG화학")}
