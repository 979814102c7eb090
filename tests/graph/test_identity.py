"""Which keys are one entity: ties join, identifiers veto, and the order of reading never shows."""

from hypothesis import given
from hypothesis import strategies as st

from graph.identity import entities_of
from graph.keys import KeyTie, TieBasis, identifier_key, name_key
from graph.ontology import Label

ORGANIZATION = Label.ORGANIZATION


def name(text: str) -> str:
    return name_key(ORGANIZATION, text)


def crn(number: str) -> str:
    return identifier_key(ORGANIZATION, "crn", number)


def tie(one: str, other: str, basis: TieBasis = TieBasis.GLOSS) -> KeyTie:
    return KeyTie.of(one, other, basis)


def together(ties: list[KeyTie], *keys: str) -> bool:
    known = {k for t in ties for k in (t.a, t.b)} | set(keys)
    found = entities_of(known, ties)
    return len({found[key] for key in keys}) == 1


def test_names_that_a_gloss_ties_are_one() -> None:
    assert together([tie(name("엑사원"), name("EXAONE"))], name("엑사원"), name("EXAONE"))


def test_names_without_a_tie_are_two() -> None:
    assert not together([], name("한화시스템"), name("한아시스템"))


def test_a_tie_never_joins_two_companies_of_different_identifiers() -> None:
    """However the names are tied, two registration numbers are two companies."""
    ties = [
        tie(name("가나"), crn("1"), TieBasis.IDENTIFIER),
        tie(name("다라"), crn("2"), TieBasis.IDENTIFIER),
        tie(name("가나"), name("다라")),
    ]
    assert not together(ties, name("가나"), name("다라"))


def test_a_name_of_two_companies_belongs_to_neither() -> None:
    """Both registered as 삼성물산: who only says so means one of them, and does not say which."""
    ties = [tie(name("삼성물산"), crn(n), TieBasis.IDENTIFIER) for n in "12"]
    assert not together(ties, crn("1"), crn("2"))
    assert not together(ties, name("삼성물산"), crn("1"))
    assert not together(ties, name("삼성물산"), crn("2"))


def test_the_firmer_tie_wins() -> None:
    """A register's word for who is called so outweighs a gloss in the news."""
    ties = [
        tie(name("가나"), crn("1"), TieBasis.IDENTIFIER),
        tie(name("다라"), crn("2"), TieBasis.IDENTIFIER),
        tie(name("G"), name("다라"), TieBasis.GLOSS),
        tie(name("G"), name("가나"), TieBasis.REGISTER),
    ]
    assert together(ties, name("G"), name("가나"))
    assert not together(ties, name("G"), name("다라"))


KEYS = [name(letter) for letter in "abcdefgh"] + [crn(n) for n in "123"]
TIES = st.builds(
    tie, st.sampled_from(KEYS), st.sampled_from(KEYS), st.sampled_from(list(TieBasis))
).filter(lambda t: t.a != t.b)


@given(st.lists(TIES, max_size=14), st.randoms())
def test_the_order_of_ties_does_not_show(ties: list[KeyTie], random: object) -> None:
    shuffled = sorted(ties, key=lambda _: random.random())  # type: ignore[attr-defined]  # a Random
    assert entities_of(KEYS, ties) == entities_of(KEYS, shuffled)


@given(st.lists(TIES, max_size=14))
def test_no_entity_has_two_values_of_one_identifier(ties: list[KeyTie]) -> None:
    found = entities_of(KEYS, ties)
    assert len({found[crn(n)] for n in "123"}) == 3
