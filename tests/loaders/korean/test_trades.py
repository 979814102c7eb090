"""What firms are known to do, make and deliver, and how fields and products are told."""

from collections.abc import Callable

import pytest

from tests.loaders.korean.conftest import Facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("LG화학은 여수에 공장을 둔 석유화학 업체다.", ("LG화학", "ACTIVE_IN", "석유화학")),
        ("농심은 제분회사로 부산에 공장을 뒀다.", ("농심", "ACTIVE_IN", "제분")),
        ("게임의 넥슨은 웃었다.", ("넥슨", "ACTIVE_IN", "게임")),
        ("섬유·석유화학이 본업인 태광산업은 웃었다.", ("태광산업", "ACTIVE_IN", "섬유")),
        ("현대로템은 방산이 주력이다.", ("현대로템", "ACTIVE_IN", "방산")),
        ("명품 플랫폼 네이버를 찾았다.", ("네이버", "ACTIVE_IN", "명품")),
        ("대형마트 홈플러스가 문을 닫는다.", ("홈플러스", "ACTIVE_IN", "대형마트")),
        ("네이버는 곧이어 게임사 넥슨을 찾았다.", ("넥슨", "ACTIVE_IN", "게임")),
        (
            "의약품 위탁개발생산 기업 삼성바이오로직스가 웃었다.",
            ("삼성바이오로직스", "ACTIVE_IN", "의약품 위탁개발생산"),
        ),
        ("◇두산로보틱스=협동로봇 업체다.", ("두산로보틱스", "ACTIVE_IN", "협동로봇")),
        ("KT클라우드는 KT의 클라우드 자회사다.", ("KT클라우드", "ACTIVE_IN", "클라우드")),
        ("철강 라이벌 현대제철과 포스코가 만났다.", ("포스코", "ACTIVE_IN", "철강")),
        ("게임 2위 업체 넥슨이 웃었다.", ("넥슨", "ACTIVE_IN", "게임")),
        ("네이버는 넥슨과 게임 분야 업무협약을 맺었다.", ("넥슨", "ACTIVE_IN", "게임")),
        ("네이버와 넥슨이 게임 합작법인을 세운다.", ("네이버", "ACTIVE_IN", "게임")),
        (
            "넥슨은 서울에서 시작해 판교로 옮긴 게임 업체다.",
            ("넥슨", "ACTIVE_IN", "게임"),
        ),
        ("다이어리 앱 ‘나래’ 개발사 네이버가 웃었다.", ("네이버", "DEVELOPED", "나래")),
        ("라면 ‘나래’의 농심은 웃었다.", ("농심", "DEVELOPED", "나래")),
        ("경쟁 상대는 노바티스 ‘나래’가 꼽힌다.", ("노바티스", "DEVELOPED", "나래")),
        ("LG전자는 로봇 ‘나래’로 이름났다.", ("LG전자", "DEVELOPED", "나래")),
        ("LG전자의 새 접이식 로봇 ‘나래’가 나왔다.", ("LG전자", "DEVELOPED", "나래")),
        (
            "LG전자는 드라이버 ‘나래’와 골프공 ‘다온’을 생산한다.",
            ("LG전자", "DEVELOPED", "나래"),
        ),
        ("카카오는 웃었다. 간판 서비스는 ‘나래’다.", ("카카오", "DEVELOPED", "나래")),
        ("네이버는 ‘나래’ 운영사다.", ("네이버", "DEVELOPED", "나래")),
        ("현대차는 SK온 배터리를 쓴다.", ("SK온", "SUPPLIES", "현대차")),
        ("토요타는 파나소닉에서 분리막을 받는다.", ("파나소닉", "SUPPLIES", "토요타")),
        ("네이버는 한국전력 사업을 따냈다.", ("네이버", "SUPPLIES", "한국전력")),
        ("농심은 ‘나래’를 코스트코에 넣었다.", ("농심", "SUPPLIES", "코스트코")),
        ("LS전선은 지멘스를 고객으로 뒀다.", ("LS전선", "SUPPLIES", "지멘스")),
    ],
)
def test_trades_goods_and_clients_are_read(
    facts: Callable[[str], Facts], text: str, fact: tuple[str, str, str]
) -> None:
    """A trade, a product and a client may stand in many places of a sentence."""
    assert fact in facts(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("산업은행은 카카오에 20억원을 댔다.", "SUPPLIES"),
        ("LG화학과 SK온은 니켈을 공급받기로 계약을 맺었다.", "SUPPLIES"),
        ("LG화학과 도레이는 분리막을 함께 개발하고 있다.", "DEVELOPED"),
        ("네이버는 ‘나래 컨벤션 페스티벌’을 연다.", "DEVELOPED"),
        ("카카오는 게임 회사로 넘어간다.", "ACTIVE_IN"),
        ("LG화학은 웃었다. 청주에서는 분리막을 만든다.", "DEVELOPED"),
        ("네이버 데이터센터 ‘각 나래’를 찾았다.", "DEVELOPED"),
        ("네이버의 새 비전 ‘나래’를 소개했다.", "DEVELOPED"),
        ("한국공항공사 삼성전자 협약을 맺었다.", "ACTIVE_IN"),
        ("전기차 배터리는 현대차가 산다.", "ACTIVE_IN"),
    ],
)
def test_what_only_looks_like_one_is_none(
    facts: Callable[[str], Facts], text: str, relation: str
) -> None:
    """Money lent, goods bought, work shared and events held are no trades, goods or deliveries."""
    assert not {fact for fact in facts(text) if fact[1] == relation}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("카카오가 위험 관리 솔루션 ‘나래’를 내놨다.", "위험 관리"),
        ("농심이 AI 기반 위험 관리 솔루션 ‘나래’를 내놨다.", "위험 관리"),
        ("로봇 업체가 양산형 휴머노이드 ‘나래’를 내놨다.", "휴머노이드"),
        ("넥센이 전기차 타이어 ‘나래’를 내놨다.", "전기차 타이어"),
    ],
)
def test_a_sort_of_product_tells_its_field(
    facts: Callable[[str], Facts], text: str, field: str
) -> None:
    """What stands before a sort of product is its field, without what it is built on."""
    assert ("나래", "IN_SECTOR", field) in facts(text)
