"""Every statement of a rule ends as a claim, as evidence of one, or refused with a reason."""

import pytest

from graph.claims import Claim, Evidence
from graph.ontology import Label
from loaders.korean.findings import Finding
from loaders.korean.names import Name
from loaders.korean.statements.referents import Register
from loaders.korean.statements.statements import Statements
from loaders.korean.text.masking import mask

TEXT = "한빛전자와 가람소재, 서울"
HANBIT = Name(0, 4, Label.ORGANIZATION, "company", None, 1, "한빛전자")
GARAM = Name(6, 10, Label.ORGANIZATION, "company", None, 1, "가람소재")
SEOUL = Name(12, 14, Label.PLACE, None, None, 1, "서울")
BEYOND = Name(90, 94, Label.PRODUCT, None, None, 0, "딴 문장의 말")


@pytest.fixture
def register() -> Register:
    """A text's two firms and a place."""
    register = Register(TEXT)
    for name in (HANBIT, GARAM, SEOUL):
        register.note(name, (name.start, name.end))
    return register


@pytest.fixture
def statements(register: Register) -> Statements:
    """What rules state of that text: nothing yet."""
    return Statements(register)


def stated(statements: Statements, relation: str, subject: Name, other: Name) -> None:
    """One more statement, each by the same rule of the same words."""
    evidence = (Evidence(0, len(TEXT), "korean", "a-rule"),)
    statements.add(0, subject, other, Claim(subject.key, relation, other.key, evidence))


def outcome(statements: Statements, register: Register) -> tuple[int, list[str]]:
    """How many claims they add up to, and why each statement was refused."""
    claims, told = statements.concluded(register.referents(statements.ends()))
    return len(claims), [statement.refused for statement in told]


def test_the_same_of_the_same_words_counts_once(statements: Statements, register: Register) -> None:
    """Also where the relation has no direction and the ends change places."""
    stated(statements, "PARTNERS_WITH", HANBIT, GARAM)
    stated(statements, "PARTNERS_WITH", GARAM, HANBIT)
    again = "the same rule states it of the same words already"
    assert outcome(statements, register) == (1, ["", again])


def test_nothing_is_joined_with_itself(statements: Statements, register: Register) -> None:
    stated(statements, "PARTNERS_WITH", HANBIT, HANBIT)
    assert outcome(statements, register) == (0, ["it joins what it names with itself"])


def test_ends_that_the_relation_does_not_join_are_refused(
    statements: Statements, register: Register
) -> None:
    """As admission would, with the same words."""
    stated(statements, "LEADS", SEOUL, HANBIT)
    assert outcome(statements, register) == (0, ["LEADS does not go from Place to Organization"])


def test_an_end_outside_the_sentence_is_no_mention(
    statements: Statements, register: Register
) -> None:
    finding = Finding("DEVELOPED", HANBIT, BEYOND, 0, 4, "a-rule", 0.9)
    statements.find(0, mask(TEXT, 0, len(TEXT)), finding)
    assert outcome(statements, register) == (0, ["'딴 문장의 말' is no mention of the text"])


def test_what_another_sentence_names_gets_no_place_in_this_one(
    statements: Statements, register: Register
) -> None:
    """Though a name of as many syllables stands at its place here."""
    elsewhere = Name(6, 10, Label.PRODUCT, None, None, 0, "누리샘물")
    finding = Finding("DEVELOPED", HANBIT, elsewhere, 0, 4, "a-rule", 0.9)
    statements.find(0, mask(TEXT, 0, len(TEXT)), finding)
    assert outcome(statements, register) == (0, ["an end is no mention of the text"])
