"""Products of whom a sentence is about: named with what they are, whatever is done with them.

`가나다는 배달 앱 ‘나래’로 이름을 알렸다`: no verb of making is needed, for what a firm is told
of with a sort before its name is mostly its own. What is done with another's product is told
by the verb (도입하다, 인수하다), or by whose it is (`라마바의 ‘나래’`).
"""

from collections.abc import Iterator, Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict

from graph.ontology import Label
from loaders.korean.discourse.focus import firms
from loaders.korean.findings import Finding
from loaders.korean.lexicon import load_data
from loaders.korean.names import Name
from loaders.korean.words.words import Part, Word

_ACTING = ("은", "이", "도", "에서은")
_OPEN = ("을", "로", "와", "의", "까지", "이", "은", "도")
"""The particles of a product that the sentence tells something of."""
_SAID, _CARRIED = 0.75, 0.6
_BESIDE = 5
"""How many words before a product are looked at for whose it is."""


class _OfferingsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    others: list[str]
    built: list[str]
    beside: list[str]
    after: list[str]


@cache
def _others() -> tuple[frozenset[str], tuple[str, ...], frozenset[str], tuple[str, ...]]:
    file = _OfferingsFile.model_validate(load_data("offerings"))
    after, built = frozenset(file.after), tuple(file.built)
    return frozenset(file.others), tuple(file.beside), after, built


def read_offerings(line: Sequence[Word], carried: Sequence[Name]) -> Iterator[Finding]:
    """Whose the products of a sentence are; `carried` stands in where it names no firm."""
    if not any(n.label is Label.PRODUCT for word in line for n in word.names):
        return
    topic: tuple[Name, ...] = ()
    inner: tuple[Name, ...] = ()
    named = any(firms(word) for word in line)
    for at, word in enumerate(line):
        if word.part is Part.VERB and word.ending == "ㄴ":
            inner = ()  # the subject of a relative clause is none of what comes after
        elif word.particle in _ACTING and firms(word):
            inner = firms(word)
            topic = inner if word.topic else topic
        products = [n for n in word.names if n.label is Label.PRODUCT]
        owners = (inner or topic) if named else carried
        if not products or len(owners) != 1 or not _is_own(line, at):
            continue
        products = [p for p in products if not _is_anothers(p, word, owners[0])]
        sorted_ = _sorted(line, at)
        if not (named or sorted_):
            continue
        rule = f"{'topic' if named else 'carried'}-and-{'sorted-' if sorted_ else ''}product"
        sure = _SAID if named else _CARRIED
        for product in products:
            yield Finding("DEVELOPED", owners[0], product, word.start, word.end, rule, sure)


def _sorted(line: Sequence[Word], at: int) -> bool:
    """Whether a plain noun stands before the product: what it is."""
    before = line[at - 1] if at else None
    if before is None or before.part is not Part.NOUN:
        return False
    return not before.particle and not before.names


def _is_built(product: Name) -> bool:
    """Whether what stands in quotation marks is a place or an agreement, and no product."""
    return product.surface.endswith(_others()[3])


def _is_anothers(product: Name, word: Word, owner: Name) -> bool:
    """Whether the reference data, or the story so far, has others make the product."""
    makers = {n.key for n in word.owners}
    if product.entry is not None:
        makers |= set(product.entry.firms)
    return bool(makers) and owner.key not in makers


def _is_own(line: Sequence[Word], at: int) -> bool:
    """Whether nothing says that the product is another's: its owner, or what is done with it."""
    others, beside, after, _ = _others()
    if line[at].particle not in _OPEN and (line[at].particle or at + 2 >= len(line)):
        return False
    for word in reversed(line[max(0, at - _BESIDE) : at]):
        if word.part is Part.VERB or word.particle in _ACTING:
            break
        if firms(word) and word.particle in ("의", ""):
            return False
    for number, word in enumerate(line[at + 1 :], at + 1):
        if word.part is Part.VERB:
            return word.text not in others and not (word.ending == "ㄴ" and _of_firm(line, number))
        if firms(word) and (word.particle in ("이", "은") or line[at].particle == "의"):
            return False
        if word.text in after or word.text.endswith(beside):
            return False
    return True


def _of_firm(line: Sequence[Word], verb: int) -> bool:
    """Whether the clause that ends at the verb tells of a firm: `‘나래’를 만든 라마바에`."""
    for word in line[verb + 1 : verb + 1 + _BESIDE]:
        if firms(word):
            return True
        if word.particle or word.part is not Part.NOUN:
            return False
    return False
