"""Anaphors: words of a line that stand for what was named before."""

from collections.abc import Iterator

from loaders.korean.learned.lines import Line

_SELF = frozenset(["회사", "업체", "기업", "법인", "그룹"])
_PAIR = frozenset(["양사", "양측"])


def anaphors(line: Line) -> Iterator[tuple[int, int, bool]]:
    """Tokens that stand for what was named before, and whether for two."""
    for i, form in enumerate(line.forms):
        if form in _PAIR:
            yield i, i + 1, True
        elif form in _SELF and i:
            before = line.forms[i - 1]
            if before in ("이", "해당") and line.tags[i - 1] == "MM":
                yield i - 1, i + 1, False
            elif before in ("두", "양") and line.tags[i - 1] == "MM":
                yield i - 1, i + 1, True
