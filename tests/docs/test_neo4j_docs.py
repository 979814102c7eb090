"""Every Cypher question of docs/neo4j.md is asked of a real server, and has an answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph.admission import admit
from graph.claims import Claim, Evidence, Proposal, Referent
from graph.documents import DocumentKind, make_document
from graph.ledger import Ledger
from graph.ontology import Label, Modality, Status, ontology
from graph.stores import open_store
from graph.stores.neo4j.address import parse_address

PAGE = Path(__file__).parents[2].joinpath("docs/neo4j.md").read_text("utf-8")
QUESTIONS = re.findall(r"^```cypher\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)
LABELS = {"구광모": Label.PERSON, "배터리": Label.SECTOR} | dict.fromkeys(
    ("오창", "테네시", "미국", "한국"), Label.PLACE
)
KINDS = {"LG": "group", "SK": "group", "얼티엄셀즈": "joint_venture"}


@dataclass(frozen=True)
class Said:
    """A sentence of an article, and the fact in it."""

    subject: str
    type: str
    object: str
    words: str
    qualifiers: dict[str, Any] = field(default_factory=dict)
    status: Status | None = None
    modality: Modality = Modality.ASSERTED


SAID = [
    Said("LG", "HAS_SUBSIDIARY", "LG화학", "LG 계열사인 LG화학이 실적을 냈다."),
    Said(
        "LG화학",
        "HAS_SUBSIDIARY",
        "LG에너지솔루션",
        "LG화학은 LG에너지솔루션 지분 81.84%를 갖고 있다.",
        {"share": 0.8184},
    ),
    Said(
        "LG화학",
        "HAS_SUBSIDIARY",
        "LG에너지솔루션",
        "LG화학이 LG에너지솔루션 지분을 79%대로 낮췄다.",
        {"share": 0.79},
    ),
    Said(
        "LG에너지솔루션",
        "PARTNERS_WITH",
        "GM",
        "LG에너지솔루션과 GM이 배터리 합작에 손잡았다.",
        {"purpose": "배터리 합작"},
    ),
    Said("현대자동차", "PARTNERS_WITH", "LG에너지솔루션", "현대자동차와 LG에너지솔루션의 합작."),
    Said("SK", "HAS_SUBSIDIARY", "SK온", "SK 계열사 SK온은 배터리를 만든다."),
    Said("SK온", "PARTNERS_WITH", "현대자동차", "SK온은 현대자동차와도 협력한다."),
    Said("GM", "HAS_STAKE_IN", "얼티엄셀즈", "GM은 얼티엄셀즈의 절반을 갖는다.", {"share": 0.5}),
    Said(
        "얼티엄셀즈",
        "LOCATED_IN",
        "테네시",
        "얼티엄셀즈는 테네시에 2공장을 짓는다.",
        {"role": "plant"},
        Status.PLANNED,
    ),
    Said("LG에너지솔루션", "LOCATED_IN", "오창", "LG에너지솔루션 오창 공장.", {"role": "plant"}),
    Said("구광모", "LEADS", "LG", "구광모 LG 회장이 말했다.", {"title": "회장"}),
    Said("SK온", "ACTIVE_IN", "배터리", "SK온은 배터리 사업을 한다."),
    Said(
        "LG화학",
        "SUPPLIES",
        "GM",
        "LG화학은 GM에 양극재 24조원어치를 2030년까지 공급한다.",
        {
            "product": "양극재",
            "period": "2030년까지",
            "amount": {"value": 24 * 10**12, "currency": "KRW", "text": "24조원"},
        },
    ),
    Said(
        "현대자동차",
        "ACQUIRED",
        "얼티엄셀즈",
        "현대자동차는 얼티엄셀즈 인수설을 부인했다.",
        modality=Modality.DENIED,
    ),
]
PLACES = [
    Said("오창", "PART_OF", "한국", "오창 한국"),
    Said("테네시", "PART_OF", "미국", "테네시 미국"),
]


def proposal(said: Said, number: int, kind: DocumentKind) -> Proposal:
    """A document of one sentence."""
    plant = said.object == "테네시"
    document = make_document(
        said.words,
        kind=kind,
        title="얼티엄셀즈, 테네시에 2공장" if plant else f"기사 {number}",
        publisher="한국경제",
        published=f"{2022 + number % 3}-0{1 + number % 9}",
        url=f"https://news.example/{kind}/{number}",
    )
    return Proposal(
        document,
        tuple(_referent(name, said.words) for name in (said.subject, said.object)),
        (
            Claim(
                said.subject,
                said.type,
                said.object,
                (Evidence(0, len(said.words), "sample"),),
                said.qualifiers,
                said.status,
                said.modality,
                0.9,
            ),
        ),
    )


def _referent(name: str, words: str) -> Referent:
    label = LABELS.get(name, Label.ORGANIZATION)
    kind = KINDS.get(name, "company") if label is Label.ORGANIZATION else None
    start = words.index(name)
    return Referent(name, label, name, kind, mentions=((start, start + len(name)),))


@pytest.fixture
def session(clean_neo4j: str) -> Iterator[neo4j.Session]:
    """The sample loaded as any load is, and a session that can only read it."""
    readings = [
        admit(proposal(said, number, kind))
        for kind, rows in ((DocumentKind.ARTICLE, SAID), (DocumentKind.REFERENCE, PLACES))
        for number, said in enumerate(rows)
    ]
    assert not [r.rejected for r in readings if r.rejected]
    store = open_store(clean_neo4j)
    Ledger(store).load(readings)
    store.close()
    address = parse_address(clean_neo4j)
    with (
        neo4j.GraphDatabase.driver(address.uri, auth=address.credentials) as driver,
        driver.session(database=address.database, default_access_mode=neo4j.READ_ACCESS) as session,
    ):
        yield session


def test_every_question_has_an_answer(session: neo4j.Session) -> None:
    """As it stands on the page, and without a warning of the server."""
    assert len(QUESTIONS) > 15
    for question in QUESTIONS:
        result = session.run(question)
        rows = [row.data() for row in result]
        assert rows, question
        summary = result.consume()
        assert not [s for s in summary.gql_status_objects if s.is_notification], question


@pytest.mark.parametrize("question", QUESTIONS, ids=[q.splitlines()[0] for q in QUESTIONS])
def test_every_question_is_named_and_limited(question: str) -> None:
    """So that it can be kept in Browser, and never draws more than Browser can."""
    assert question.startswith("// ")
    (limit,) = re.findall(r"^LIMIT (\d+)$", question, flags=re.MULTILINE)
    assert int(limit) <= 1000


def test_the_page_tells_of_what_is_there(session: neo4j.Session) -> None:
    """Every property of a fact and of an entity that the sample has is in the page."""
    shown = session.run(
        "MATCH (e:Entity) UNWIND keys(e) AS key RETURN DISTINCT key "
        "UNION MATCH (d:Document) UNWIND keys(d) AS key RETURN DISTINCT key "
        "UNION MATCH (:Entity)-[f]->(:Entity) UNWIND keys(f) AS key RETURN DISTINCT key"
    )
    assert not [key for (key,) in shown if f"`{key}`" not in PAGE]


def test_the_page_names_relations_that_exist() -> None:
    """A relation that is renamed is renamed here too."""
    named = set(re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b", " ".join(QUESTIONS)))
    assert named <= ontology().relations.keys()
