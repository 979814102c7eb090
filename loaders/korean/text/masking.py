"""A sentence without its brackets, quotation marks and speech, and the way back to the raw text."""

import re
from dataclasses import dataclass

from graph.claims import Span

_BRACKET = re.compile(r"\s?\([^()]{0,200}\)|\s?（[^（）]{0,200}）|\s?\[[^\[\]]{0,60}\]")
_NESTED = re.compile(r"\s?\((?:[^()]|\([^()]{0,60}\)){0,200}\)")
_SPEECH = re.compile(r"“([^“”]*)(?:”|$)|\"([^\"]*)(?:\"|$)")
_NAMED = re.compile(
    r"‘([^‘’]{1,60})’|(?<!\w)'([^']{1,60})'|「([^「」]{1,60})」|『([^『』]{1,60})』"
    r"|〈([^〈〉]{1,60})〉|《([^《》]{1,60})》|<([^<>]{1,60})>"
)
_COINED = re.compile(r"[‘'\"“][A-Z](?:[-·/]?[A-Z]){1,5}[’'\"”](?=\(([^()]*·[^()]*)\))")
_PREDICATE_END = re.compile(r"(?:다|요|까|라|자|죠|음|함|네)[.!?…]?$")
_MARKED = re.compile(r"[(（\[“\"‘'「『〈《<]")
"""What opens a bracket, a quotation or speech: a sentence without any stays as it is."""
_SPACE = re.compile(r"\s")
_NAME_LENGTH = 20
_STAND_IN = "그렇다"
SPOKEN = "그렇"
"""What a masked word holds that stands for speech."""
_SAID_ON = re.compile(r"이?라?(?:고|며|면서|는|던|지)|이?라|[을를에은의도]|으?로|\W|$")
"""What may follow upon speech; anything else is a word of its own, and no part of the stand-in."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """What stands in brackets: its place in the raw text, and where it was lifted out."""

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence as the grammar reads it; `raw[i]` is where its character i comes from."""

    text: str
    raw: tuple[int, ...]
    brackets: tuple[Bracket, ...]
    quotes: tuple[Span, ...]
    speech: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """The raw span of the masked span `[start, end)`."""
        return self.raw[start], self.raw[end - 1] + 1


def mask(text: str, start: int, end: int) -> Masked:
    """The sentence at `[start, end)` with brackets lifted out, speech stood for, quotes noted."""
    if _MARKED.search(text, start, end) is None:
        raw = tuple(range(start, end))
        return Masked(_SPACE.sub(" ", text[start:end]), raw, (), (), ())
    gone, stand_ins, speech = [False] * (end - start), dict[int, str](), list[Span]()
    sentence = text[start:end]
    for coined in _COINED.finditer(sentence):
        _prefer_expansion(coined, gone)
    brackets = _lift_brackets(sentence, start, gone)
    for match in _SPEECH.finditer(sentence):
        inner = match[1] if match[1] is not None else match[2]
        if _is_name(inner):
            gone[match.start()] = gone[match.end() - 1] = True
            continue
        for i in range(match.start(), match.end()):
            gone[i] = True
        said_on = _SAID_ON.match(sentence, match.end())
        stand_ins[match.start()] = _STAND_IN if said_on else f"{_STAND_IN} "
        speech.append((start + match.start() + 1, start + match.start() + 1 + len(inner)))
    named = [m.span() for m in _NAMED.finditer(sentence) if not gone[m.start()]]
    named += [m.span() for m in _SPEECH.finditer(sentence) if _is_name(m[1] or m[2] or "")]
    named = [(a, b) for a, b in named if not any(a <= i < b for i in stand_ins)]
    for a, b in named:
        gone[a] = gone[b - 1] = True
    return _assemble(sentence, start, gone, stand_ins, brackets, named, speech)


def _prefer_expansion(coined: re.Match[str], gone: list[bool]) -> None:
    """`‘R·S’(로봇·반도체) 분야` is read as `로봇·반도체 분야`."""
    for i in range(coined.start(), coined.end() + 1):
        gone[i] = True
    gone[coined.end(1)] = True


def _is_name(inner: str) -> bool:
    return 0 < len(inner) <= _NAME_LENGTH and not _PREDICATE_END.search(inner)


def _lift_brackets(sentence: str, start: int, gone: list[bool]) -> list[tuple[int, int, int]]:
    found = []
    for pattern in (_NESTED, _BRACKET):
        for match in pattern.finditer(sentence):
            if gone[match.start()] or match.start() == 0:
                continue
            lead = match[0].startswith((" ", "\u00a0", "\t"))
            found.append((match.start(), start + match.start() + 1 + lead, start + match.end() - 1))
            for i in range(match.start(), match.end()):
                gone[i] = True
    return sorted(found)


def _assemble(
    sentence: str,
    start: int,
    gone: list[bool],
    stand_ins: dict[int, str],
    brackets: list[tuple[int, int, int]],
    named: list[Span],
    speech: list[Span],
) -> Masked:
    characters: list[str] = []
    raw: list[int] = []
    at = [0] * (len(sentence) + 1)
    for i, character in enumerate(sentence):
        at[i] = len(characters)
        if i in stand_ins:
            # What stands for the speech must not become the end of a name.
            stand_in = stand_ins[i] if "".join(characters[-1:]).isspace() else f" {stand_ins[i]}"
            characters.extend(stand_in)
            raw.extend([start + i] * len(stand_in))
        elif not gone[i]:
            characters.append(" " if character.isspace() else character)
            raw.append(start + i)
    at[len(sentence)] = len(characters)
    return Masked(
        text="".join(characters),
        raw=tuple(raw),
        brackets=tuple(Bracket(at[a], b, c) for a, b, c in brackets if c > b),
        quotes=tuple(sorted((at[a], at[b]) for a, b in named if at[b] > at[a])),
        speech=tuple(speech),
    )
