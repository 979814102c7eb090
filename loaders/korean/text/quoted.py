"""Quoted names: what a name in quotation marks is of, told by its end and by what is beside it."""

import re

from graph.ontology import Label
from loaders.korean.lexicon import Lexicon

_SITE_BEFORE = re.compile(
    r"(?:사옥|데이터센터|공장|캠퍼스|단지|타워|빌딩|매장|점포|플래그십|연구소|거점|공간|건물|리조트|복합시설|라인)"
    r" ?$"
)
_SORT_BEFORE = re.compile(
    r"(?:앱|플랫폼|서비스|브랜드|게임|솔루션|시스템|모델|칩|로봇|드라마|영화|웹툰|카드|제품|소프트웨어|기술"
    r"|신약|치료제|엔진|콘텐츠|신작|차기작) ?$"
)
"""A sort of product: what stands after it is one, whatever is done with it."""
_AIM_BEFORE = re.compile(
    r"(?:(?:비전|슬로건|구호|표어|목표|정책|제도|작전|선언|구상|공모사업인|사업인|행사인|대회인) ?"
    r"|(?:운영|진행|주관|주최|발족|추진)(?:한|하는|해 온) |참여(?:한|하는) |벌(?:인|이는) "
    r"|열린 |고르는 )$"
)
_UNDERTAKING = re.compile(
    r"(?:공동연구|공동 연구|실증|캠프|공모|월드컵|테스트베드|인큐베이션|오픈 ?이노베이션"
    r"|드라이브|미션|구축|전략|연합|비전|협약|고속도로|로드쇼|위크|마켓플레이스|공동행동"
    r"|[^\d]20[2-9]\d|[^\d]\d\.0)$|^프로젝트 |^플랜 ?[A-Z]$"
)
_DONE_AFTER = re.compile(
    r"(?: \S{1,6})? (?:구축|건설|개발|조성|육성|지원|실증)? ?(?:사업|프로젝트)(?![가-힣]{3})"
    r"| (?:연합|동맹|연합체|협력체)[을를에이은는의로](?![가-힣])"
    r"| (?:협약|공동연구|공동 연구|예선|본선|개막|개최|참가사|참가팀"
    r"|\d+기 (?:웰컴|참가|모집|선발|졸업|출범)[가-힣]*)(?![가-힣]{3})"
    r"|[을를] (?:\S{1,8} ){0,3}?(?:내걸|밀어붙|마련|꺼내|주관|추진|진행|벌이|벌여|벌인|함께[하한]"
    r"|발주|개설|선언)"
    r"|[을를] (?:굴리|굴린|거[친쳐치])|부터 (?:착수|시작)"
    r"|(?:[이은는의을를]|에는?)? (?:\S{1,8} ){0,4}?(?:(?:참가|입주|졸업)사|참가팀"
    r"|(?:참가|입주|졸업) 기업|데모데이|참가자를|\d+기[를로 ])"
    r"|에 (?:\S{1,8} ){0,2}?(?:참가|참여|선정|합류|동참|뽑[혔혀힌히]|이름을 올)"
    r"|(?:이)?라는 (?:\S{1,6} ){0,2}?"
    r"(?:프로그램|사업|전략|프로젝트|캠페인|구상|계획|행사|대회|축제|공모)"
)
_SAID_AFTER = re.compile(
    r"(?:이)?라(?:고|며|면서|고만)(?! (?:\S{1,6} )?(?:이름|부르|불렀|불리|명명|지었|짓))"
)
"""What stands for words: `‘독과점’이라며`."""
_WORDS = re.compile(
    r"(?:집중|졸업|전환|확대|강화|도약|혁신|경영|원년|시대|효과|리스크|논란|쇼크|특수|바람|열풍|전쟁|승부수|청구서"
    r"|성적표|늪|겨울|부활|질주|독주|굴기|사수|탈출|다이어트|재편|구조조정|대전환|체질|개선|원칙"
    r"|위기|기회|공포|악재|호재|불씨|갈등|내홍|역풍|훈풍|한파|밑그림)$"
)
"""What is set apart for its wit, and names nothing."""
_FIRM = re.compile(r"(?:유한회사|합자회사|주식회사|(?<=\S\S)사모펀드|(?<=\S )펀드|투자조합)$")
_FIRM_AFTER = re.compile(
    r"(?:이)?라는 (?:\S{1,6} ){0,1}?(?:회사|법인|자회사|합자회사|스타트업|업체|벤처)"
)

_BRAND_BEFORE = re.compile(
    r"(?:의|앱|플랫폼|서비스|브랜드|게임|솔루션|상표|체인|웹툰|음원|카드|페이|메신저|화장품|의류|패션"
    r"|치킨|버거|커피|편의점|카페|거래소|콘텐츠|마트|위성|로봇"
    r"|(?:만든|만드는|운영하는|키운|거느린|보유한|인수한|내놓은|앞세운)) $"
)
_BRAND_AFTER = re.compile(
    r"(?:[을를])? (?:공동 )?(?:운영|보유|개발|제조|제작|유통)사"
    r"|이?라는 (?:\S{1,6} )?(?:브랜드|앱|상표|서비스)"
    r"|[을를] (?:\S{1,8} ){0,3}?(?:운영|만드|만들|만든|보유|키우|키운|서비스|내놓|선보|출시|앞세"
    r"|판매|팔|수출|유통|굴리|가진)"
    r"|으?로 (?:\S{1,6} ){0,1}?(?:유명|알려|이름|뜬|떠|뜨|맞[섰서]|승부|재미)"
    r"| (?:앱|브랜드|서비스|플랫폼|상표|시리즈|매장|제품|선크림|크림|쿠션)(?![가-힣]{3})"
)

_DEFINED = re.compile(
    r"(?:은|는|이?란) .*"
    r"(?:말한다|말하는데|뜻한다|의미한다|일컫는다|가리킨다|이르는 말이다|뜻이다|개념이다)\W*$"
)


def is_defined(after: str) -> bool:
    """Whether the rest of the sentence says what the quoted words mean: a term, and no name."""
    return _DEFINED.match(after) is not None


def is_brand(before: str, after: str, *, alias: bool) -> bool:
    """Whether a known firm's name in quotation marks means what the firm makes or runs.

    `alias` says that the firm goes by another name, and this is what its product is called.
    """
    if _FIRM_AFTER.match(after) or _SAID_AFTER.match(after):
        return False
    told = _BRAND_BEFORE.search(before) or _BRAND_AFTER.match(after)
    return told is not None or (alias and bool(before.strip()))


def quoted_kind(
    surface: str, before: str, after: str, lexicon: Lexicon
) -> tuple[Label, str | None] | None:
    """The label and kind that its end or its neighbors give a quoted name; None of mere words.

    What nothing is said of is a product.
    """
    if _SAID_AFTER.match(after):
        return None
    if _SITE_BEFORE.search(before):
        return Label.PLACE, None
    if _FIRM.search(surface) or _FIRM_AFTER.match(after):
        return Label.ORGANIZATION, "fund" if "펀드" in surface[-4:] else "company"
    if surface.endswith(lexicon.undertakings):
        return Label.INITIATIVE, None
    if _WORDS.search(surface) and not _SORT_BEFORE.search(before):
        return None
    shown = _UNDERTAKING.search(surface) or _AIM_BEFORE.search(before) or _DONE_AFTER.match(after)
    if shown and not _SORT_BEFORE.search(before):
        return Label.INITIATIVE, None
    if " " in surface and (unit := lexicon.unit_ending.search(surface)):
        return Label.ORGANIZATION, lexicon.unit_kind[unit[0]]
    if " " in surface and lexicon.site_ending.search(surface):
        return Label.PLACE, None
    return Label.PRODUCT, None
