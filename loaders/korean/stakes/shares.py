"""Shares in a list: `X 지분은 A가 51%, B가 49%를 나눠 갖는다`, `A와 B가 절반씩 출자한 X`."""

import re
from collections.abc import Iterator, Sequence

from loaders.korean.constructions.facts import pairs
from loaders.korean.findings import Finding
from loaders.korean.names import Name
from loaders.korean.stakes.held_firms import PORTIONS, Before, held_firm, names_stake, organizations
from loaders.korean.words.words import Part, Word

RULE = "shares-in-list"
_CONFIDENCE = 0.9
_LEFT_OUT = "shares-left-out"
_UNSURE = 0.75
_AFTER = re.compile(r"\s*(?:지분 ?)?(?:약 ?|각각 ?)?(\d+(?:\.\d+)?) ?%(씩)?(?!포인트|p)")
_RESPECTIVE = re.compile(r"각각 (?:약 )?((?:\d+(?:\.\d+)? ?%(?:씩)?(?:, ?|와 |과 |·)?)+)")
_ONE = re.compile(r"(\d+(?:\.\d+)?) ?%")
_HALVES = re.compile(
    r"절반씩|반반씩|반씩|50 ?(?:대|:) ?50|(\d{1,2}) ?(?:대|:) ?(\d{1,2})(?=으?로|의)"
)
_PARTS = re.compile(r"([2-6])분의 ?1씩")
_STAKE = re.compile(r"지분|주식|출자|주주|합작|몫|자본금|나눠 (?:갖|가|맡)|보유")
_HOLDS = re.compile(
    r"%[가-힣 ]{0,6}(?:[을를]|씩) (?:계속 |여전히 |각각 )?(?:들고|쥐고|쥔|갖고|가진|가졌|보유)"
)
"""`A도 8%를 쥐고 있다`: it holds them, though no shares are named."""
_SET_UP = re.compile(r"세[우운웠]|설립|차[리린렸]")
_LISTED_STAKE = re.compile(r"지분 ?\d[\d.]* ?%(?:와|과|,)")
"""`X 지분 19%와 Y 37%를`: Y is held, too."""
_WHOLE = 1.02
_MARKET = re.compile(r"점유율|시장|득표|찬성")
_JOINT = re.compile(r"합작|절반씩|반반씩")
_HOLDER_ROLES = frozenset(["이", "", "와"])


def read_shares(words: Sequence[Word], text: str, before: Before) -> Iterator[Finding]:
    """The stakes that a list of holders with percentages gives in one firm."""
    if not (_STAKE.search(text) or _HOLDS.search(text) or _founded(text)) or (
        "지분" not in text and _MARKET.search(text)
    ):
        return
    holders = (
        _halves(words, text)
        or _parts(words, text)
        or _respective(words, text)
        or _each(words, text)
    )
    if not holders:
        return
    rule, sure = (
        (RULE, _CONFIDENCE) if _STAKE.search(text) or _founded(text) else (_LEFT_OUT, _UNSURE)
    )
    if not _STAKE.search(text) and rule == RULE:
        before = Before((), (), (), ())  # only of a firm that the sentence names
    if rule == _LEFT_OUT:
        before = Before((), (), (), before.story)
    if sum(fraction or 0 for _, fraction in holders) > _WHOLE:
        return  # what one firm holds of several
    held = held_firm(words, {name.key for name, _ in holders}, before, text)
    if held is None:
        return
    alone = len(holders) < 2 and not names_stake(words, held)
    if alone and not _holds_alone(words, text, holders[0][0]):
        return
    start, end = _span(words, held, [name for name, _ in holders])
    for name, fraction in holders:
        qualifiers = {} if fraction is None else {"share": fraction}
        yield Finding("HAS_STAKE_IN", name, held, start, end, rule, sure, qualifiers)
    portions = any(w.text in PORTIONS for w in words)
    if not portions and (held.kind == "joint_venture" or _JOINT.search(text)):
        names = [name for name, _ in holders]
        for one, other in pairs(names, names, "PARTNERS_WITH", same=True):
            yield Finding("PARTNERS_WITH", one, other, start, end, RULE, _CONFIDENCE)


def _founded(text: str) -> bool:
    """`A와 B가 60대 40으로 세운`: the ratio is of what they have put in."""
    return _HALVES.search(text) is not None and _SET_UP.search(text) is not None


def _holds_alone(words: Sequence[Word], text: str, holder: Name) -> bool:
    """`(no topic) A가 8%를 쥐고 있다`: the one firm of the sentence holds some of another."""
    firms = [w for w in words if organizations(w)]
    acting = len(firms) == 1 and holder in firms[0].names and firms[0].particle in ("이", "도")
    return acting and _HOLDS.search(text) is not None


def _each(words: Sequence[Word], text: str) -> list[tuple[Name, float | None]]:
    """`A가 60%, B가 34%`, `A와 B가 15%씩`."""
    found: list[tuple[Name, float | None]] = []
    marked = (w for w in words if w.particle == "은" and organizations(w))
    several = sum(_AFTER.match(text, w.end) is not None for w in marked) > 1
    for word in words:
        names = organizations(word)
        match = _AFTER.match(text, word.end)
        if not names or match is None or word.role not in _HOLDER_ROLES:
            continue
        if word.particle == "은" and not several:
            continue
        if len(names) > 1 and not match[2]:
            continue
        if not word.particle and match[0].lstrip().startswith("지분"):
            continue  # `X 지분 20%` is of X
        if not word.particle and _LISTED_STAKE.search(text, 0, word.start + 1):
            continue
        if (fraction := _fraction(match[1])) is not None:
            found.extend((name, fraction) for name in names)
    return found


def _respective(words: Sequence[Word], text: str) -> list[tuple[Name, float | None]]:
    """`A와 B, C는 … 각각 49.5%, 30.5%, 20%`."""
    for match in _RESPECTIVE.finditer(text):
        fractions = [_fraction(value) for value in _ONE.findall(match[1])]
        for word in reversed(words):
            names = organizations(word)
            if word.end > match.start() or len(names) < 2:
                continue
            if len(fractions) == 1:
                return [(name, fractions[0]) for name in names]
            if len(names) == len(fractions):
                return list(zip(names, fractions, strict=True))
    return []


def _parts(words: Sequence[Word], text: str) -> list[tuple[Name, float | None]]:
    """`A, B, C가 3분의 1씩`: as many firms as parts."""
    match = _PARTS.search(text)
    if match is None:
        return []
    lists = (organizations(w) for w in reversed(words) if w.end <= match.start())
    names = next((found for found in lists if len(found) == int(match[1])), ())
    return [(name, round(1 / int(match[1]), 6)) for name in names]


def _halves(words: Sequence[Word], text: str) -> list[tuple[Name, float | None]]:
    """`A와 B가 절반씩 출자한`, `A가 B와 51 대 49로 합작한`."""
    match = _HALVES.search(text)
    if match is None:
        return []
    left = [w for w in words if w.end <= match.start() and organizations(w)]
    both = next((w for w in reversed(left[-2:]) if len(organizations(w)) == 2), None)
    if both is not None:
        names = organizations(both)
    else:
        one = next((w for w in reversed(left) if w.role in ("이", "") and w.particle), None)
        other = next((w for w in reversed(left) if w.role == "와"), None)
        if one is None or other is None:
            return []
        names = (*organizations(one), *organizations(other))
    if len(names) != 2:
        return []
    if match[1] is None:
        return [(name, 0.5) for name in names]
    return [(names[0], _fraction(match[1])), (names[1], _fraction(match[2]))]


def _fraction(value: str) -> float | None:
    number = float(value) / 100
    return round(number, 6) if 0 < number <= 1 else None


def _span(words: Sequence[Word], held: Name, holders: Sequence[Name]) -> tuple[int, int]:
    keys = {held.key, *(n.key for n in holders)}
    shown = [w for w in words if any(n.key in keys for n in w.names)]
    last = max(w.end for w in shown)
    verb = next((w.end for w in words if w.part is Part.VERB and w.start >= last), last)
    return min(w.start for w in shown), verb
