"""Names: what makes two spellings the same name, and what a name is searched by."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

_RUN = re.compile(r"[a-z]+|[0-9]+|[가-힣]+|[^\W\d_a-z가-힣]+")
_NOT_NAME = re.compile(r"[\W_]+")
_ACCENT = re.compile("[\u0300-\u036f]")
_JOINING = re.compile(r"[\s,]+(?:&|and)$")
_GROUP_WORD = re.compile(r"(?<=.)\s*(?:그룹|\bgroup)$")


class _NamesFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    korean_forms: list[str]
    english_forms: list[str]
    letter_names: dict[str, str]
    digit_identifiers: list[str]
    unique_identifiers: list[str]


@cache
def _data() -> _NamesFile:
    raw = yaml.safe_load(files("graph").joinpath("data/names.yaml").read_text("utf-8"))
    return _NamesFile.model_validate(raw)


@cache
def _korean_form() -> re.Pattern[str]:
    forms = sorted(_data().korean_forms, key=len, reverse=True)
    return re.compile("|".join(re.escape(form) for form in forms))


@cache
def _english_form() -> re.Pattern[str]:
    forms = sorted(_data().english_forms, key=len, reverse=True)
    return re.compile(rf"[\s,]+(?:{'|'.join(re.escape(form) for form in forms)})\.?$")


@cache
def _letter_name() -> re.Pattern[str]:
    names = sorted(_data().letter_names, key=len, reverse=True)
    return re.compile(f"^(?:{'|'.join(names)})")


def unique_identifiers() -> frozenset[str]:
    """The identifier schemes of which one entity has one value."""
    return frozenset(_data().unique_identifiers)


def digit_identifiers() -> frozenset[str]:
    """The identifier schemes whose values are digits alone."""
    return frozenset(_data().digit_identifiers)


def fold(name: str) -> str:
    """The name without what writing varies: width, case, accents, outer white space.

    NFKC turns ㈜ into (주) and full-width letters into ASCII.
    """
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name).casefold())
    return unicodedata.normalize("NFC", _ACCENT.sub("", letters)).strip()


def normal_name(name: str, *, organization: bool = False, group: bool = False) -> str:
    """The form in which two spellings of one name are equal.

    Spaces and punctuation go (`&` reads as `and`); an organization loses its legal form
    and reads spelled-out letters as letters. 홀딩스, 지주 and 그룹 are part of a name:
    only a business group, known to be one, loses the word that says so.
    """
    text = fold(name)
    if organization:
        text = _without_legal_form(text)
    if group:
        text = _GROUP_WORD.sub("", text)
    text = _NOT_NAME.sub("", text.replace("&", "and")) or fold(name)
    if organization:
        text = _letter_name().sub(lambda match: _data().letter_names[match[0]], text)
    return text


def script(name: str) -> str:
    """The language a name is written in: `ko` where Hangul stands, `en` for Latin, else `und`."""
    if re.search("[가-힣]", fold(name)):
        return "ko"
    return "en" if re.search("[A-Za-z]", name) else "und"


def search_terms(name: str) -> list[str]:
    """The words a name is found by: its parts cut at script boundaries, Hangul also in pairs.

    One function serves both stores and the query, so `에너지`, `솔루션` and `LG`
    all find `LG에너지솔루션` whatever the store's own tokenizer does.
    """
    runs = _RUN.findall(fold(name))
    terms = set(runs)
    for run in runs:
        if "가" <= run[0] <= "힣":
            terms.update(run[i : i + 2] for i in range(len(run) - 1))
    return sorted(terms)


def _without_legal_form(text: str) -> str:
    bare = _korean_form().sub(" ", text).strip(" ,.")
    while (cut := _english_form().sub("", bare).rstrip(" ,.")) and cut != bare:
        # Merck & Co. is Merck.
        bare = _JOINING.sub("", cut)
    return bare or text
