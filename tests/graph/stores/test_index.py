"""The index of what readings say: keys, ties, namings, mentions and claims."""

from collections.abc import Iterable

from graph.claims import ClaimPlace
from graph.entities import Naming, NamingRole
from graph.facts import FactEvidence
from graph.keys import Key, KeyTie, TieBasis, key_id
from graph.ontology import Label
from graph.stores.base import Store
from graph.stores.writing import Between
from tests.graph.stores.samples import article, claim, entity, file_entities, key, reading

LG, GM, SK = key("LG화학"), key("GM"), key("SK온")
PERSON = f"Person:김민석@{LG}"


def documents(said: Iterable[FactEvidence]) -> set[str]:
    """Which documents a fact's evidence stands in."""
    return {e.source.document for e in said}


def test_a_key_exists_while_a_referent_holds_it(store: Store) -> None:
    """Counts add up over transactions, and a key at zero is gone."""
    with store.transaction() as transaction:
        transaction.count_keys({LG: 2, GM: 1, SK: 0})
        assert transaction.assigned([LG, GM, SK]) == {LG: None, GM: None}
    with store.transaction() as transaction:
        transaction.count_keys({LG: -1, GM: -1})
        assert transaction.assigned([LG, GM, SK]) == {LG: None}
        transaction.count_keys({LG: -1})
        assert transaction.assigned([LG]) == {}


def test_a_key_is_filed_under_an_entity(store: Store) -> None:
    """A key of no referent is not filed; one that goes and comes again is not filed any more."""
    with store.transaction() as transaction:
        transaction.count_keys({LG: 1, GM: 1})
        transaction.assign({LG: "org_1", SK: "org_1"})
        assert transaction.assigned([LG, GM, SK]) == {LG: "org_1", GM: None}
    assert store.assigned([LG, GM, SK]) == {LG: "org_1"}
    with store.transaction() as transaction:
        transaction.count_keys({LG: -1})
        transaction.count_keys({LG: 1})
        assert transaction.assigned([LG]) == {LG: None}


def test_an_entity_has_its_keys_in_order(store: Store) -> None:
    """Order is by code point; entities without keys are left out."""
    keys = ["Organization:가", "Organization:lg", "Organization:あ", "Organization#crn:1"]
    with store.transaction() as transaction:
        transaction.count_keys(dict.fromkeys([*keys, GM], 1))
        transaction.assign(dict.fromkeys(keys, "org_1") | {GM: "org_2"})
        assert transaction.keys_of(["org_1", "org_3"]) == {"org_1": sorted(keys)}
        transaction.assign({GM: "org_1"})
        assert transaction.keys_of(["org_1", "org_2"]) == {"org_1": sorted([*keys, GM])}


def test_what_a_key_scopes_is_found(store: Store) -> None:
    """A scope can also be a document, where nothing says who somebody belongs to."""
    stranger = "Person:김민석@document:doc_1"
    with store.transaction() as transaction:
        transaction.count_keys({LG: 1, PERSON: 1, stranger: 1, f"Person:이영희@{LG}": 1})
        assert transaction.keys_within([LG]) == [PERSON, f"Person:이영희@{LG}"]
        assert transaction.keys_within(["document:doc_1", GM]) == [stranger]


def test_ties_are_found_from_either_end(store: Store) -> None:
    """The same two keys tied for two reasons are two ties; one at zero is gone."""
    gloss = KeyTie.of(LG, GM, TieBasis.GLOSS)
    rename = KeyTie.of(LG, GM, TieBasis.RENAME)
    other = KeyTie.of(SK, GM, TieBasis.SCOPE)
    with store.transaction() as transaction:
        transaction.count_ties({gloss: 2, rename: 1, other: 1})
        assert set(transaction.ties([LG])) == {gloss, rename}
        assert set(transaction.ties([GM])) == {gloss, rename, other}
        assert sorted(transaction.ties([LG, GM, SK])) == sorted([gloss, rename, other])
        transaction.count_ties({gloss: -1, rename: -1})
        assert set(transaction.ties([LG])) == {gloss}


def test_namings_are_counted(store: Store) -> None:
    """Each value of each role counts by itself; one at zero is gone."""
    name = Naming(LG, NamingRole.NAME, "LG화학")
    alias = Naming(LG, NamingRole.ALIAS, "LG화학")
    other = Naming(GM, NamingRole.NAME, "GM")
    with store.transaction() as transaction:
        transaction.count_namings({name: 2, alias: 1, other: 1})
    with store.transaction() as transaction:
        transaction.count_namings({name: 1, alias: -1})
        assert transaction.namings([LG]) == [(name, 3)]
        assert sorted(transaction.namings([LG, GM, SK])) == [(other, 1), (name, 3)]


def test_claims_are_found_at_either_end(store: Store) -> None:
    """A claim that two readings make shows once."""
    with store.transaction() as transaction:
        transaction.put_claims(
            [
                claim(1, "ACQUIRED", LG, GM),
                claim(2, "ACQUIRED", LG, GM),
                claim(3, "SUPPLIES", SK, LG),
            ]
        )
        assert set(transaction.claims_at([LG])) == {("ACQUIRED", LG, GM), ("SUPPLIES", SK, LG)}
        assert set(transaction.claims_at([GM])) == {("ACQUIRED", LG, GM)}
        assert list(transaction.claims_at([])) == []


def test_claims_between_come_in_the_order_of_the_pairs(store: Store) -> None:
    """Each pair has its own evidence, over all keys of both ends."""
    renamed = key("럭키화학")
    with store.transaction() as transaction:
        transaction.put_claims(
            [
                claim(1, "ACQUIRED", LG, GM),
                claim(2, "ACQUIRED", renamed, GM),
                claim(3, "ACQUIRED", GM, LG),
                claim(4, "SUPPLIES", LG, GM),
            ]
        )
        found = transaction.claims_between(
            [
                Between("SUPPLIES", (GM,), (LG,), symmetric=False),
                Between("ACQUIRED", (LG, renamed), (GM,), symmetric=False),
                Between("SUPPLIES", (LG,), (SK, GM), symmetric=False),
            ]
        )
    assert [documents(said) for said in found] == [
        set(),
        {article(1).id, article(2).id},
        {article(4).id},
    ]
    assert found[2] == list(claim(4, "SUPPLIES", LG, GM).evidence)


def test_symmetric_claims_count_in_both_directions(store: Store) -> None:
    """Who is named first does not matter for a partnership."""
    with store.transaction() as transaction:
        transaction.put_claims(
            [claim(1, "PARTNERS_WITH", LG, GM), claim(2, "PARTNERS_WITH", GM, LG)]
        )
        (both,) = transaction.claims_between([Between("PARTNERS_WITH", (LG,), (GM,), True)])
        (one,) = transaction.claims_between([Between("PARTNERS_WITH", (LG,), (GM,), False)])
    assert documents(both) == {article(1).id, article(2).id}
    assert documents(one) == {article(1).id}
    assert len(both) == 2


def test_claims_go_with_their_reading(store: Store) -> None:
    """Those of another source of the same document stay."""
    with store.transaction() as transaction:
        transaction.put_claims(
            [claim(1, "ACQUIRED", LG, GM), claim(1, "SUPPLIES", LG, GM, source="by-hand")]
        )
        transaction.drop_claims([(article(1).id, "text")])
        assert transaction.claims_at([LG]) == [("SUPPLIES", LG, GM)]


def mentioned_in(store: Store, name: str) -> list[str]:
    """The documents that name the company of this name."""
    return [d.id for d in store.mentions(entity(name).id).items]


def mention(store: Store, *places: tuple[int, str, Key]) -> None:
    """Store mentions in articles of these numbers."""
    with store.transaction() as transaction:
        transaction.put_mentions([(article(n).id, source, k) for n, source, k in places])


def put_articles(store: Store, *numbers: int) -> None:
    """Store articles without anything else."""
    with store.transaction() as transaction:
        transaction.put_readings([reading(n) for n in numbers])


def test_an_entity_has_the_documents_that_mention_it(store: Store) -> None:
    """Each once, by id, in pages, however many sources and keys name it."""
    file_entities(store, entity("LG화학"), entity("GM"))
    put_articles(store, 1, 2, 3)
    mention(store, (1, "text", LG), (1, "by-hand", LG), (2, "text", LG), (3, "text", GM))
    assert mentioned_in(store, "LG화학") == sorted([article(1).id, article(2).id])
    first = store.mentions(entity("LG화학").id, limit=1)
    assert first.next is not None
    second = store.mentions(entity("LG화학").id, limit=1, after=first.next)
    assert [d.id for d in [*first.items, *second.items]] == mentioned_in(store, "LG화학")
    assert second.next is None
    assert store.mentions("org_unknown").items == []


def test_a_mention_follows_its_key(store: Store) -> None:
    """When a key moves to another entity, the documents that name it are the other's."""
    file_entities(store, entity("LG화학"), entity("GM"))
    put_articles(store, 1, 2)
    mention(store, (1, "text", LG), (2, "text", GM))
    with store.transaction() as transaction:
        transaction.assign({LG: key_id(GM)})
    assert mentioned_in(store, "LG화학") == []
    assert mentioned_in(store, "GM") == sorted([article(1).id, article(2).id])


def test_a_mention_counts_from_when_its_key_is_filed(store: Store) -> None:
    """The order within a transaction is: mention, file, store the entity."""
    put_articles(store, 1)
    with store.transaction() as transaction:
        transaction.count_keys({LG: 1})
        transaction.put_mentions([(article(1).id, "text", LG)])
        transaction.assign({LG: key_id(LG)})
        transaction.put_entities([entity("LG화학")])
    assert mentioned_in(store, "LG화학") == [article(1).id]


def test_a_mention_goes_with_its_last_reading(store: Store) -> None:
    """Two sources name it: the document counts until both are taken back."""
    file_entities(store, entity("LG화학"))
    put_articles(store, 1)
    mention(store, (1, "text", LG), (1, "by-hand", LG))
    for source, left in (("text", [article(1).id]), ("by-hand", [])):
        with store.transaction() as transaction:
            transaction.drop_mentions([(article(1).id, source)])
        assert mentioned_in(store, "LG화학") == left


def test_keys_of_any_length_are_kept_apart(store: Store) -> None:
    """Two names of a hundred thousand letters that differ in the last are two keys."""
    one, other = key("가" * 100_000 + "나"), key("가" * 100_000 + "다")
    scoped = f"{Label.PERSON}:김민석@{one}"
    tie = KeyTie.of(one, other, TieBasis.GLOSS)
    naming = Naming(one, NamingRole.NAME, "가" * 100_000)
    with store.transaction() as transaction:
        transaction.count_keys({one: 1, other: 2, scoped: 1})
        transaction.count_ties({tie: 1})
        transaction.count_namings({naming: 1})
        transaction.put_claims([claim(1, "ACQUIRED", one, other)])
    with store.transaction() as transaction:
        transaction.count_keys({one: -1})
        assert transaction.assigned([one, other]) == {other: None}
        assert transaction.ties([other]) == [tie]
        assert transaction.namings([one]) == [(naming, 1)]
        assert transaction.keys_within([one]) == [scoped]
        assert transaction.claims_at([one]) == [("ACQUIRED", one, other)]


def test_a_refused_claim_states_nothing(store: Store) -> None:
    """It does again when the last judgement against it is taken back; others never noticed."""
    pair = Between("PARTNERS_WITH", (LG,), (GM,), symmetric=True)
    first, second = claim(1, "PARTNERS_WITH", LG, GM), claim(2, "PARTNERS_WITH", LG, GM)
    place = ClaimPlace(first.document, first.type, first.subject, first.object)
    with store.transaction() as transaction:
        transaction.put_claims([first, second])
        transaction.count_refusals({place: 2})
        (said,) = transaction.claims_between([pair])
        assert documents(said) == {second.document}
        transaction.count_refusals({place: -1})
    with store.transaction() as transaction:
        (said,) = transaction.claims_between([pair])
        assert documents(said) == {second.document}
        transaction.count_refusals({place: -1})
        (said,) = transaction.claims_between([pair])
        assert documents(said) == {first.document, second.document}
