"""Where firms are: addresses, plants and their owners, markets; every sentence is our own."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


def _places(found: Facts, firm: str) -> set[str]:
    return {o for s, r, o in found if r == "LOCATED_IN" and s == firm}


@pytest.mark.parametrize(
    ("text", "firm", "places"),
    [
        ("경기 성남 판교에 본사를 둔 카카오는 웃었다.", "카카오", {"경기", "성남", "판교"}),
        ("LG화학은 충북 진천에 공장을 짓는다.", "LG화학", {"충북", "진천"}),
        ("유한양행은 서울 동작구에 본사가 있다.", "유한양행", {"서울", "동작구"}),
        ("경남 창원의 두산에너빌리티는 웃었다.", "두산에너빌리티", {"경남", "창원"}),
        ("두산에너빌리티 본사는 경남 창원에 있다.", "두산에너빌리티", {"경남", "창원"}),
        ("경북 포항으로 본사를 옮긴 포스코는 웃었다.", "포스코", {"경북", "포항"}),
        ("중국 상하이에 뿌리를 둔 트립닷컴은 웃었다.", "트립닷컴", {"중국", "상하이"}),
        ("노보노디스크(덴마크)는 웃었다.", "노보노디스크", {"덴마크"}),
        ("영국 명품 플랫폼 파페치가 웃었다.", "파페치", {"영국"}),
        ("구광모 LG 회장은 16일 서울 여의도 본사에서 웃었다.", "LG", {"서울", "여의도"}),
    ],
)
def test_an_address_names_each_of_its_places(
    facts: Callable[[str], Facts], text: str, firm: str, places: set[str]
) -> None:
    """Two places in a row are two; a seat is said by a noun phrase, a clause or a bracket."""
    assert places <= _places(facts(text), firm)


@pytest.mark.parametrize(
    ("text", "firm", "places"),
    [
        ("SK온은 미국 조지아주 에이콘빌에 공장을 짓는다.", "SK온", {"조지아주", "에이콘빌"}),
        (
            "SK온은 오하이오주 로언턴, 테네시주 하르본에 공장을 둔다.",
            "SK온",
            {"오하이오주", "로언턴", "테네시주", "하르본"},
        ),
        ("네바다주 스파르넌에 본사를 둔 테슬라는 웃었다.", "테슬라", {"네바다주", "스파르넌"}),
        ("삼성SDI는 인디애나주 코코모 인근에 공장을 지었다.", "삼성SDI", {"인디애나주", "코코모"}),
        ("경북 봉화의 영풍은 웃었다.", "영풍", {"경북", "봉화"}),
        ("삼성SDI는 헝가리 라디마르 공장에서 배터리를 만든다.", "삼성SDI", {"라디마르"}),
    ],
)
def test_a_town_that_no_reference_data_has_is_one_where_the_words_say_so(
    facts: Callable[[str], Facts], text: str, firm: str, places: set[str]
) -> None:
    """What follows a state, or a country where something is built there, is a town in it."""
    assert places <= _places(facts(text), firm)


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("LG화학은 웃었다. 헝가리에는 삼성SDI가 공장을 짓는다.", "LG화학"),
        ("SK온은 웃었다. LG화학은 운다. 헝가리에 공장을 짓는다.", "SK온"),
        ("LG전자는 롯데케미칼 대산공장에서 원료를 받는다.", "LG전자"),
        ("GM은 얼티엄셀즈를 통해 오하이오주에 공장을 짓는다.", "GM"),
        ("LG화학은 중국을 위해 웃었다.", "LG화학"),
    ],
)
def test_a_plant_is_not_the_topics_where_another_owns_it(
    facts: Callable[[str], Facts], text: str, firm: str
) -> None:
    """The plant is whose the sentence says it is."""
    assert _places(facts(text), firm) == set()


@pytest.mark.parametrize(
    ("text", "firm", "places"),
    [
        ("GM은 얼티엄셀즈를 통해 오하이오주에 공장을 짓는다.", "얼티엄셀즈", {"오하이오주"}),
        ("한화오션은 전남 영암 HD현대삼호 공장을 찾았다.", "HD현대삼호", {"전남", "영암"}),
        ("LG화학은 경기 이천과 인천에 공장이 있다.", "LG화학", {"경기", "이천", "인천"}),
        ("네이버는 웃었다. 베트남 하노이에 연구소가 있다.", "네이버", {"베트남", "하노이"}),
        ("농심은 베트남과 태국을 공략 중이다.", "농심", {"베트남", "태국"}),
        ("농심은 캐나다에 라면을 수출한 경험이 있다.", "농심", {"캐나다"}),
        ("농심은 도쿄에 1호점을 열었다.", "농심", {"도쿄"}),
        ("SK텔레콤은 미국 앤트로픽, 오픈AI와 협력한다.", "오픈AI", {"미국"}),
        ("美 인텔은 웃었다.", "인텔", {"美"}),
    ],
)
def test_plants_sites_and_markets_go_to_who_has_them(
    facts: Callable[[str], Facts], text: str, firm: str, places: set[str]
) -> None:
    """Through whom a firm builds builds; a list shares its predicate and its country."""
    assert places <= _places(facts(text), firm)


@pytest.mark.parametrize(
    ("text", "firm", "places"),
    [
        ("LG화학은 웃었다. 헝가리에 공장을 짓는다.", "LG화학", {"헝가리"}),
        ("LG화학은 웃었다. 생산은 경기 이천 공장이 맡는다.", "LG화학", {"경기", "이천"}),
        ("네이버는 웃었다. 본사는 경기 성남.", "네이버", {"경기", "성남"}),
        (
            "네이버는 웃었다. 서울 종로에 본사가, 대전에 데이터센터가 있다.",
            "네이버",
            {"서울", "종로", "대전"},
        ),
        ("네이버는 웃었다. 태국 방콕 법인을 키운다.", "네이버", {"태국", "방콕"}),
        ("네이버는 검색 회사로 태국 방콕에 법인이 있다.", "네이버", {"태국", "방콕"}),
        (
            "한화오션은 웃었다. 전북 군산에 시험장을, 충북 옥천에 연구소를 갖췄다.",
            "한화오션",
            {"전북", "군산", "충북", "옥천"},
        ),
    ],
)
def test_a_place_without_an_owner_is_what_its_line_began_with_and_goes_on_about(
    facts: Callable[[str], Facts], text: str, firm: str, places: set[str]
) -> None:
    """The firm is left out from the second sentence on."""
    assert places <= _places(facts(text), firm)


@pytest.mark.parametrize(
    ("text", "firm", "places"),
    [
        ("LG화학은 헝가리나 경기 이천 등 다른 공장에서도 웃었다.", "LG화학", {"헝가리", "이천"}),
        ("DL이앤씨는 캐나다 자회사 카본코를 통해 웃었다.", "카본코", {"캐나다"}),
        ("GM은 얼티엄셀즈를 통해 미국 합작공장의 협력에 나섰다.", "얼티엄셀즈", {"미국"}),
        ("서울 강남 사무실에서 만난 김민수 네이버 대표는 웃었다.", "네이버", {"서울", "강남"}),
        ("네이버는 미국 법인을 세워 웃었다.", "네이버", {"미국"}),
        ("중국 BOE의 텍사스주 모듈 공장을 삼성SDI가 샀다.", "BOE", {"중국", "텍사스주"}),
        ("레고랜드코리아리조트는 강원 춘천에 있다.", "레고랜드코리아리조트", {"강원", "춘천"}),
        ("LG화학은 충북 청주에서 동박을, SK온은 대전에서 전지를 만든다.", "LG화학", {"청주"}),
        ("LG화학은 충북 청주에서 동박을, SK온은 대전에서 전지를 만든다.", "SK온", {"대전"}),
    ],
)
def test_a_plant_or_an_office_is_whose_the_sentence_is_about(
    facts: Callable[[str], Facts], text: str, firm: str, places: set[str]
) -> None:
    """What stands between the firm and the place, or sets firms against each other, is read."""
    assert places <= _places(facts(text), firm)


@pytest.mark.parametrize(
    ("text", "firm", "unit"),
    [
        ("네이버는 웃었다. ‘네이버 AI연구소’는 울었다.", "네이버", "네이버 AI연구소"),
        ("LG는 AI 연구 허브로 ‘LG AI연구원’을 설립했다.", "LG", "LG AI연구원"),
    ],
)
def test_a_unit_that_bears_a_firms_name_is_the_firms(
    facts: Callable[[str], Facts], text: str, firm: str, unit: str
) -> None:
    """The name says whose it is, whatever the sentence says of it."""
    assert (firm, "HAS_UNIT", unit) in facts(text)


@pytest.mark.parametrize(
    ("text", "firm", "places"),
    [
        ("현대차는 인도 첸나이에 현지법인 가나모터스를 세웠다.", "가나모터스", {"인도", "첸나이"}),
        (
            "네이버는 미국 디트로이트에, 카카오는 독일 베를린에 지사를 열었다.",
            "네이버",
            {"미국", "디트로이트"},
        ),
        (
            "네이버는 미국 디트로이트에, 카카오는 독일 베를린에 지사를 열었다.",
            "카카오",
            {"독일", "베를린"},
        ),
        ("ASML은 독일에서 나온 네덜란드 장비 회사로 지난해 웃었다.", "ASML", {"네덜란드"}),
        ("영국 런던, 미국 오스틴에도 테슬라 공장이 있다.", "테슬라", {"영국", "런던", "오스틴"}),
        ("김민수 박사가 대전에 차린 쎄트렉아이가 웃었다.", "쎄트렉아이", {"대전"}),
        ("미국 댈러스가 본거지인 AT&T가 웃었다.", "AT&T", {"미국", "댈러스"}),
        ("부산 대선조선은 웃었다.", "대선조선", {"부산"}),
        ("태국에서는 네이버가 현지 통신 업체 가나통신과 웃었다.", "가나통신", {"태국"}),
        ("경북 봉화의 영풍 석포제련소는 웃었다.", "영풍", {"경북", "봉화", "석포제련소"}),
        ("SK넥실리스는 말레이시아의 코타키나발루에 공장을 짓는다.", "SK넥실리스", {"말레이시아"}),
        ("오뚜기는 태국 방콕에 공장 터를 마련했다.", "오뚜기", {"태국", "방콕"}),
        ("파리에 본사를 둔 로레알은 웃었다.", "로레알", {"파리"}),
    ],
)
def test_where_a_firm_was_set_up_or_is_at_home_is_where_it_is(
    facts: Callable[[str], Facts], text: str, firm: str, places: set[str]
) -> None:
    """A founder's or a parent's verb says it of the firm that is founded."""
    assert places <= _places(facts(text), firm)


def test_a_paragraph_that_names_nobody_goes_on_about_the_storys_own_firm(
    facts: Callable[[str], Facts],
) -> None:
    """The plant is of the firm that the story is about, though its line does not name it."""
    text = (
        "네이버, 태국에 간다\n네이버는 웃었다.\n데이터센터는 경기 이천에 있고 대전에 연구소가 있다."
    )
    assert {"경기", "이천", "대전"} <= _places(facts(text), "네이버")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("농심은 도쿄에 이어 오사카에도 매장을 냈다.", {"도쿄", "오사카"}),
        ("농심은 도쿄를 시작으로 오사카로 매장을 늘린다.", {"도쿄", "오사카"}),
        ("농심의 생산거점은 구미, 안양, 부산 세 곳이다.", {"구미", "안양", "부산"}),
        ("농심은 호주, 뉴질랜드 등 세계 10여 개국에 라면을 판다.", {"호주", "뉴질랜드"}),
        ("농심의 라면 공장은 경북 구미에 있다.", {"경북", "구미"}),
        ("농심이 공장을 둔 부산은 항구다.", {"부산"}),
        ("농심은 서울 동작구에 자리 잡은 식품 회사다.", {"서울", "동작구"}),
        ("농심은 판교에 둥지를 튼 식품 회사다.", {"판교"}),
        ("농심의 다음 행선지는 베트남이다.", {"베트남"}),
        ("일본은 농심의 최대 시장이다.", {"일본"}),
        ("농심은 매출의 절반을 미국에서 거둔다.", {"미국"}),
        ("농심은 유럽으로 눈을 돌렸다.", {"유럽"}),
        ("농심이 호주에 깃발을 꽂았다.", {"호주"}),
    ],
)
def test_a_place_is_told_by_a_list_by_what_stands_there_or_by_what_is_earned_there(
    facts: Callable[[str], Facts], text: str, places: set[str]
) -> None:
    """Places take turns in a list; a market is where a firm goes, sells and earns."""
    assert _places(facts(text), "농심") == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "농심은 웃었다. 본사는 서울 동작구, 공장은 경북 구미에 있다.",
            {"서울", "동작구", "경북", "구미"},
        ),
        ("농심은 웃었다. 공장이 있는 곳은 경북 구미다.", {"경북", "구미"}),
        ("농심은 웃었다. 생산은 경북 구미에서 한다.", {"경북", "구미"}),
        ("농심은 웃었다. 매출의 70%가 중국에서 나온다.", {"중국"}),
        ("농심은 웃었다. 중국은 상하이 법인이 맡는다.", {"중국", "상하이"}),
        ("농심이 웃었다. 서울 중구에 사옥을 마련했다.", {"서울", "중구"}),
    ],
)
def test_whoever_is_spoken_of_has_what_a_sentence_places_without_an_owner(
    facts: Callable[[str], Facts], text: str, places: set[str]
) -> None:
    """Nominal sentences give the place of what the firm of the line has."""
    assert _places(facts(text), "농심") == places


@pytest.mark.parametrize(
    ("text", "firm", "places"),
    [
        ("KT는 부산에서 서버를 고친다.", "KT", {"부산"}),
        ("KT는 2012년 대전에서 창업해 커졌다.", "KT", {"대전"}),
        ("◇KT : 경기 성남.", "KT", {"경기", "성남"}),
        ("KT 관계자는 부산에 공장을 짓겠다고 말했다.", "KT", {"부산"}),
        ("김민수 KT 대표는 부산에 공장을 짓겠다고 말했다.", "KT", {"부산"}),
        ("KT는 부산에 물류센터 두 곳을 굴린다.", "KT", {"부산"}),
        ("LG화학은 여수 MDI 공장을 키웠다.", "LG화학", {"여수"}),
        ("미국계 인텔은 웃었다.", "인텔", {"미국"}),
    ],
)
def test_a_firm_is_where_it_acts_and_where_those_who_speak_for_it_build(
    facts: Callable[[str], Facts], text: str, firm: str, places: set[str]
) -> None:
    """What is done in a town is done by a firm that is there."""
    assert _places(facts(text), firm) == places
