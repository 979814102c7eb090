"""What the rules state leaves no room for some of what the model would add."""

import pytest

from graph.documents import make_document
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.considered import Triple, canonical
from loaders.korean.learned.lines import lines
from loaders.korean.learned.objections import Objections
from loaders.korean.learned.pairs import RELATIONS

STORY = "삼성전자의 자회사 하만은 LG화학과 업무협약을 맺고 ‘나래 프로젝트’를 시작했다."
STATED = (
    ("삼성전자", "HAS_SUBSIDIARY", "하만"),
    ("하만", "PARTNERS_WITH", "LG화학"),
    ("하만", "PURSUES", "나래 프로젝트"),
)
Fact = tuple[str, str, str]


@pytest.fixture(scope="module")
def found(extractor: KoreanExtractor) -> Candidates:
    """The names that the rules see in the story."""
    read = extractor.by_rules(make_document(STORY))
    return Candidates(read.proposal, lines(read.reads))


def _triple(found: Candidates, fact: Fact) -> Triple:
    subject, relation, other = fact
    number = {candidate.surface: i for i, candidate in enumerate(found.all)}
    return canonical(RELATIONS.index(relation), number[subject], number[other])


def _objection(found: Candidates, fact: Fact) -> str | None:
    stated = [_triple(found, told) for told in STATED]
    return Objections(stated, found).to(_triple(found, fact))


@pytest.mark.parametrize(
    "fact",
    [
        ("삼성전자", "PARTNERS_WITH", "LG화학"),
        ("LG화학", "PARTNERS_WITH", "삼성전자"),
        ("삼성전자", "PURSUES", "나래 프로젝트"),
    ],
)
def test_what_a_part_does_its_owner_does_not_as_well(found: Candidates, fact: Fact) -> None:
    """The graph says whose the part is; to repeat its deeds there would count them twice."""
    assert _objection(found, fact) == "it says so of '하만', which is a part of it"


def test_whose_a_company_is_may_be_known_from_the_reference_data(
    extractor: KoreanExtractor,
) -> None:
    """The article need not say that LG화학 is one of LG."""
    text = "LG는 미래를 준비한다. LG화학은 아베오 파마슈티컬스를 인수했다."
    read = extractor.by_rules(make_document(text))
    found = Candidates(read.proposal, lines(read.reads))
    stated = [_triple(found, ("LG화학", "ACQUIRED", "아베오 파마슈티컬스"))]
    echo = _triple(found, ("LG", "ACQUIRED", "아베오 파마슈티컬스"))
    assert Objections(stated, found).to(echo) == "it says so of 'LG화학', which is a part of it"


@pytest.mark.parametrize(
    ("fact", "instead"),
    [
        (("삼성전자", "HAS_UNIT", "하만"), "HAS_SUBSIDIARY"),
        (("하만", "PARTNER_IN", "나래 프로젝트"), "PURSUES"),
    ],
)
def test_of_two_relations_that_exclude_each_other_the_stated_one_stays(
    found: Candidates, fact: Fact, instead: str
) -> None:
    """A company is no unit, and who runs an undertaking does not just join it."""
    assert _objection(found, fact) == f"it says that {instead} holds of them"


@pytest.mark.parametrize(
    "fact",
    [
        ("LG화학", "PARTNER_IN", "나래 프로젝트"),
        ("삼성전자", "COMPETES_WITH", "LG화학"),
        ("삼성전자", "SUPPLIES", "LG화학"),
    ],
)
def test_nothing_speaks_against_other_facts(found: Candidates, fact: Fact) -> None:
    """An owner may be where its part is, compete with whom it does, and act by itself."""
    assert _objection(found, fact) is None


def test_whose_a_body_of_a_state_is_does_not_say_where_it_is(extractor: KoreanExtractor) -> None:
    """미국 FDA is the one of 미국; where else it has an office is news."""
    read = extractor.by_rules(make_document("미국 FDA는 인도에 사무소를 열었다."))
    found = Candidates(read.proposal, lines(read.reads))
    objections = Objections([], found)
    own = objections.to(_triple(found, ("FDA", "LOCATED_IN", "미국")))
    assert own == "'FDA' is that state's own body"
    assert objections.to(_triple(found, ("FDA", "LOCATED_IN", "인도"))) is None
