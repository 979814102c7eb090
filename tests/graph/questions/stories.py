"""Stories: small Korean articles with what they say, written by hand."""

import re
from collections.abc import Iterable
from typing import Any

from graph.admission import admit
from graph.claims import Claim, Evidence, Proposal, Reading, Referent
from graph.documents import Document, make_document
from graph.ontology import Label, Modality, Status

KINDS = {
    "LG": "group",
    "얼티엄셀즈": "joint_venture",
    "EV충전사업담당": "unit",
}
LABELS = {
    "폐배터리 재활용 협력": Label.INITIATIVE,
    "전고체 개발 계획": Label.INITIATIVE,
    "미국": Label.PLACE,
    "구광모": Label.PERSON,
    "엑사원": Label.PRODUCT,
}
TEXT = """LG, 배터리와 신약으로 협력 넓힌다

LG 계열사인 LG화학은 2023년 1월 신약 개발사 아베오 파마슈티컬스를 인수했다.
LG 계열사인 LG에너지솔루션은 GM과의 합작법인 얼티엄셀즈를 운영한다.
LG에너지솔루션은 폐배터리 재활용 협력을 추진하고, 리사이클이 폐배터리 재활용 협력에 참여한다.
LG 계열사인 LG전자는 EV충전사업담당을 신설했다.
EV충전사업담당은 한빛전력과 충전기를 함께 개발하기로 했다.
LG화학은 2022년 솔브에 양극재를 공급했다.
LG화학은 다온바이오와의 제휴설을 부인했다.
"""
SAID: tuple[tuple[Any, ...], ...] = (
    ("LG", "HAS_SUBSIDIARY", "LG화학"),
    ("LG화학", "ACQUIRED", "아베오 파마슈티컬스", {"date": "2023-01"}, Status.COMPLETED),
    ("LG", "HAS_SUBSIDIARY", "LG에너지솔루션"),
    ("LG에너지솔루션", "HAS_STAKE_IN", "얼티엄셀즈"),
    ("GM", "HAS_STAKE_IN", "얼티엄셀즈"),
    ("LG에너지솔루션", "PURSUES", "폐배터리 재활용 협력"),
    ("리사이클", "PARTNER_IN", "폐배터리 재활용 협력"),
    ("LG", "HAS_SUBSIDIARY", "LG전자"),
    ("LG전자", "HAS_UNIT", "EV충전사업담당"),
    ("EV충전사업담당", "PARTNERS_WITH", "한빛전력", {"purpose": "충전기"}, Status.ANNOUNCED),
    ("LG화학", "SUPPLIES", "솔브", {"product": "양극재", "date": "2022"}),
    ("LG화학", "PARTNERS_WITH", "다온바이오", {}, None, Modality.DENIED),
)


def lg_article(**about: Any) -> Document:
    """The article of the house's partners."""
    given = {
        "title": "LG, 배터리와 신약으로 협력 넓힌다",
        "publisher": "한빛경제",
        "published": "2023-05-18",
        "url": "https://news.example/lg",
    }
    return make_document(TEXT, **(given | about))


def read_story(document: Document) -> Reading:
    """What an article of these sentences says: what `SAID` holds and its text names."""
    return reading_of(
        document, [s for s in SAID if s[0] in document.text and s[2] in document.text]
    )


def reading_of(document: Document, said: Iterable[tuple[Any, ...]], **more: Any) -> Reading:
    """A reading of (subject, type, object, qualifiers, status, modality) rows.

    The evidence of a row is the sentence that holds both names.
    """
    rows = [(*row, *({}, None, Modality.ASSERTED)[len(row) - 3 :]) for row in said]
    names = list(dict.fromkeys(name for row in rows for name in (row[0], row[2])))
    sentences = tuple((m.start(), m.end()) for m in re.finditer(r"[^\n]+", document.text))
    claims = [
        Claim(
            subject=subject,
            type=type_,
            object=object_,
            evidence=(_evidence(document.text, sentences, subject, object_),),
            qualifiers=qualifiers,
            status=status,
            modality=modality,
            confidence=0.9,
        )
        for subject, type_, object_, qualifiers, status, modality in rows
    ]
    proposal = Proposal(
        document=document,
        referents=tuple(_referent(name, document.text) for name in names),
        claims=tuple(claims),
        sentences=sentences,
    )
    return admit(proposal, **more)


def _referent(name: str, text: str) -> Referent:
    label = LABELS.get(name, Label.ORGANIZATION)
    kind = KINDS.get(name, "company") if label is Label.ORGANIZATION else None
    mentions = tuple((m.start(), m.end()) for m in re.finditer(re.escape(name), text))
    return Referent(id=name, label=label, name=name, kind=kind, mentions=mentions)


def _evidence(
    text: str, sentences: Iterable[tuple[int, int]], subject: str, object_: str
) -> Evidence:
    holding = [(a, b) for a, b in sentences if subject in text[a:b] and object_ in text[a:b]]
    start, end = holding[0]
    return Evidence(start, end, "by-hand")
