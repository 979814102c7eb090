"""What follows a verb: the noun that it modifies, or words that make its clause a whole one."""

from collections.abc import Sequence

from loaders.korean.clauses.clause_words import clause_words
from loaders.korean.words.phrases import Phrase
from loaders.korean.words.words import Part, Word


def is_purpose(words: Sequence[Word], i: int) -> bool:
    """`X를 만들기 위한` states no X."""
    after = words[i + 1] if i + 1 < len(words) else None
    return words[i].ending == "기" and after is not None and after.text == "위하다"


def is_finite(words: Sequence[Word], i: int) -> bool:
    """Whether the adnominal verb ends its clause: `…할 계획이다`, `…한 것으로`."""
    following = words[i + 1] if i + 1 < len(words) else None
    return (
        following is None
        or following.part is Part.MARK
        or (
            following.text in clause_words().finite_nouns
            and following.particle in ("이다", "", "로", "을", "이")
        )
    )


def modified(words: Sequence[Word], i: int) -> Phrase | None:
    """The noun phrase right after the verb, up to its head."""
    run: list[Word] = []
    for word in words[i + 1 :]:
        if word.part is Part.OTHER or (word.part is Part.MARK and word.text == "·" and run):
            continue
        if word.part is not Part.NOUN:
            break
        run.append(word)
        if word.particle and not word.particle.endswith("의"):
            break
        if word.particle.endswith("의") and word.names:
            break
    if not run or run[0].text in clause_words().no_gap:
        return None
    return Phrase(tuple(run))
