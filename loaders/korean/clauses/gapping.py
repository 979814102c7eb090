"""Gapping and topics: one verb for `A가 X를, B가 Y를 맡는다`; an object in `X는 A가 맡는다`."""

from collections.abc import Sequence

from graph.ontology import Label
from loaders.korean.words.phrases import Phrase, is_quantity

_TO = ("에", "에게", "로")
_OBJECT = ("을",)
_AT = ("에", "에서", "로")
_TWO_PAIRS = 4
_GOALS = ("에", "에게", "에서", "로부터", "와")


def gapped(phrases: Sequence[Phrase]) -> list[list[Phrase]]:
    """The phrases before a verb, parted where each part has a subject and a rest of its own.

    Also where topics set firms against each other: `A는 X를, B는 Y를 만든다`.
    """
    parts: list[list[Phrase]] = [[]]
    for phrase in phrases:
        last = parts[-1][-1] if parts[-1] else None
        if last is not None and (
            _begins_by_subject(last, phrase)
            or _begins_by_topic(last, phrase)
            or _begins_by_contrast(parts[-1], phrase)
        ):
            parts.append([])
        parts[-1].append(phrase)
    whole = all(acting(part) and len(part) > 1 for part in parts)
    parts = _with_goal(_with_shared(_with_place(parts))) if whole else [list(phrases)]
    return [_with_object(part) for part in parts]


def _with_place(parts: list[list[Phrase]]) -> list[list[Phrase]]:
    """`X에는 A가 얼마를, B가 얼마를 넣었다`: where it goes holds for every part."""
    place = parts[0][0]
    if place.head.particle not in ("에은", "에") or not _is_firm(place):
        return parts
    rest = [part if any(p.role == "에" for p in part) else [place, *part] for part in parts[1:]]
    return [parts[0], *rest]


def _with_shared(parts: list[list[Phrase]]) -> list[list[Phrase]]:
    """`A는 미국에, B는 독일에 지사를 열었다`: what only the last part has to be acted on."""
    objects = [p for p in parts[-1] if p.role == "을"]
    gaps = [all(p.role in _AT or p is part[0] for p in part) for part in parts[:-1]]
    if not objects or not all(gaps):
        return parts
    return [*([*part, *objects] for part in parts[:-1]), parts[-1]]


def _with_goal(parts: list[list[Phrase]]) -> list[list[Phrase]]:
    """`A는 X를, B는 Y를 C에 납품한다`: the firm that it all goes to or comes from."""
    goal = [p for p in parts[-1] if p.role in _GOALS and _is_firm(p)]
    bare = all(p.role == "을" or acts(p) or _contrasts(p) for part in parts[:-1] for p in part)
    if len(goal) != 1 or not bare:
        return parts
    return [*([*part, *goal] for part in parts[:-1]), parts[-1]]


def paired(phrases: Sequence[Phrase]) -> tuple[list[list[Phrase]], list[Phrase]]:
    """The earlier pairs of `X를 A에, Y를 B에 넘기다`, and the phrases with the last pair alone."""
    if len(phrases) < _TWO_PAIRS:
        return [], list(phrases)
    for begin, end in ((_OBJECT, _TO), (_TO, _OBJECT)):
        first = next((i for i, p in enumerate(phrases) if p.role in begin), len(phrases))
        run = phrases[first:]
        pairs = [list(run[i : i + 2]) for i in range(0, len(run), 2)]
        alike = all(
            len(p) == 2 and _is(p[0], begin) and _is(p[1], end, last=p is pairs[-1]) for p in pairs
        )
        if len(pairs) > 1 and alike:
            return pairs[:-1], [*phrases[:first], *pairs[-1]]
    return [], list(phrases)


def _is(phrase: Phrase, roles: tuple[str, ...], *, last: bool = True) -> bool:
    """Whether the phrase plays one of the roles: of a sum the last one alone need be marked."""
    sum_ = not last and not phrase.role and roles == _OBJECT and is_quantity(phrase.head.text)
    return phrase.role in roles or sum_


def _begins_by_subject(last: Phrase, phrase: Phrase) -> bool:
    """`… X를, B가`."""
    return last.head.particle in ("을", "") and (acts(phrase) or _contrasts(phrase))


def _begins_by_contrast(part: Sequence[Phrase], phrase: Phrase) -> bool:
    """`A는 … X에, B는`, `A는 X와, B는`."""
    return part[-1].role in (*_AT, "와") and _contrasts(part[0]) and _contrasts(phrase)


def _begins_by_topic(last: Phrase, phrase: Phrase) -> bool:
    """`… A가, Y는`."""
    return acts(last) and phrase.head.particle == "은" and not _is_firm(phrase)


def _with_object(part: list[Phrase]) -> list[Phrase]:
    """A plain topic beside a subject is the object, where there is no other: `X는 A가 만든다`."""
    if any(p.role == "을" for p in part) or not any(acts(p) for p in part):
        return part
    for i, phrase in enumerate(part):
        if phrase.head.particle == "은" and not _is_firm(phrase):
            head = phrase.head._replace(particle="을")
            return [*part[:i], Phrase((*phrase.words[:-1], head)), *part[i + 1 :]]
    return part


def acts(phrase: Phrase) -> bool:
    """Whether the phrase is a company that does something: `A가`, `A도`."""
    return phrase.head.particle in ("이", "도") and _is_firm(phrase)


def acting(part: Sequence[Phrase]) -> Phrase | None:
    """The phrase of the firm that a part is about."""
    subject = next((p for p in part if acts(p)), None)
    return subject or next((p for p in part if _contrasts(p)), None)


def _contrasts(phrase: Phrase) -> bool:
    """`A는`, beside `B는`."""
    return phrase.head.particle == "은" and _is_firm(phrase)


def _is_firm(phrase: Phrase) -> bool:
    return any(name.label is Label.ORGANIZATION for name in phrase.head.names)
