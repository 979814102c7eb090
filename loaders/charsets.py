"""Charsets: the text of a page's bytes, by what the page declares and what it turns out to be."""

import codecs
import re
from collections.abc import Iterator

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.-]{2,30})""", re.IGNORECASE)
_SEARCHED = 8_000
_KOREAN = "cp949"
# What pages call EUC-KR is its superset, as in every browser: 똠, 펲 and 햏 are only there.
_SUPERSETS = {"euc_kr": _KOREAN, "iso8859-1": "cp1252", "ascii": "cp1252"}
_HANGUL = re.compile("[가-힣]")
_REPLACED = "\ufffd"


def decode_page(raw: bytes, charset: str | None = None) -> str:
    """The text of a page; `charset` is what the server says of it.

    A declaration that does not fit the bytes is not followed: the charset counts under which the
    fewest bytes are no text, and of those the one that gives the most Hangul.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return min(_decodings(raw, charset), key=_faults)


def _decodings(raw: bytes, charset: str | None) -> Iterator[str]:
    declared = _DECLARED.search(raw, 0, _SEARCHED)
    named = (charset, declared and declared[1].decode("ascii", "ignore"), "utf-8", _KOREAN)
    for codec in dict.fromkeys(_codec(name) for name in named if name):
        try:
            yield raw.decode(codec, "replace")
        except (LookupError, ValueError):
            continue


def _codec(name: str) -> str:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return name
    return _SUPERSETS.get(known, known)


def _faults(text: str) -> tuple[int, int]:
    return text.count(_REPLACED), -len(_HANGUL.findall(text))
