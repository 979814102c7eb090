"""List ends: the words after a list of names that say how many or of what kind they are."""

import re
from collections.abc import Sequence

from loaders.korean.words.words import Part, Word

_REST = re.compile(
    r"(?:등|등지|측|쪽|사|들|\d+개?(?:사|곳|국|개국|개사|명|인|종)"
    r"|[두세네다섯여섯]+ ?(?:곳|회사|기업|나라)|양사|양국)"
)
_KIND = re.compile(
    r"[가-힣]*(?:업체|기업|(?<![자모])회사|그룹|스타트업|사업자)들?"
    r"|[가-힣]+(?<![객쟁력너회열계급문])사들?"
)
"""What a list of firms may end with: a kind that does not relate them to anyone."""
_COUNT = re.compile(r"\d+개?(?:사|곳|국|개국|개사|명)")
_NUMERAL = re.compile(r"두|세|네|다섯|여섯|일곱|여덟|아홉|열|\d+여?개?")
_COUNTED = frozenset(
    [
        "곳",
        "회사",
        "기업",
        "업체",
        "사",
        "개사",
        "계열사",
        "자회사",
        "그룹",
        "은행",
        "기관",
        "대학",
        "법인",
        "통신사",
        "운용사",
        "병원",
        "단체",
        "팀",
        "스타트업",
        "나라",
        "도시",
        "지역",
        "개국",
        "지자체",
    ]
)
"""`A, B 등 세 회사`, `등 24개 기관`."""


def list_end(words: Sequence[Word], i: int) -> int | None:
    """Where the end of a list ends that begins at `i`: `등`, `등 지상파 3사`; None without one."""
    if words[i].names or not _REST.fullmatch(words[i].text):
        return None
    return _counted_end(words, i)


def numbered_end(words: Sequence[Word], i: int) -> int | None:
    """Where `세 회사` ends that begins at `i`, if it does."""
    if i + 1 >= len(words) or words[i].particle or not _NUMERAL.fullmatch(words[i].text):
        return None
    return i + 1 if words[i + 1].text in _COUNTED else None


def _counted_end(words: Sequence[Word], i: int) -> int:
    """Where `등 지상파 3사` or `등 세계 10여 개국` ends that begins at `i`."""
    for j in (i + 1, i + 2):
        if words[j - 1].particle or j >= len(words) or words[j].part is not Part.NOUN:
            break
        if (end := numbered_end(words, j)) is not None:
            return end
    for j in (i + 1, i + 2):
        if words[j - 1].particle or j >= len(words) or words[j].part is not Part.NOUN:
            break
        if _COUNT.fullmatch(words[j].text):
            return j
    return _kind_end(words, i)


def _kind_end(words: Sequence[Word], i: int) -> int:
    """Where `등 유통 회사를` ends that begins at `i`: the kind says no more of whom it is."""
    if words[i].text != "등" or words[i].particle not in ("", "의"):
        return i
    for j in range(i + 1, min(i + 5, len(words))):
        word = words[j]
        if word.part is not Part.NOUN or word.names or word.proper:
            break
        if word.particle:
            return j if _KIND.fullmatch(word.text) else i
    return i
