"""The language of a text, by the shares of its scripts and a few languages' commonest words."""

import re
import unicodedata
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "GREEK": "el",
    "HEBREW": "he",
    "THAI": "th",
    "DEVANAGARI": "hi",
}
_COMMON = {
    "en": "the of and to in a is that for on with as by at from its it has was are said will an be",
    "de": "der die das und ist von mit den dem des ein eine für auf im nicht sich auch werden wird",
    "fr": "le la les de des et est du en une un que pour dans par sur au avec ses aux qui",
    "es": "el la los las de y en que un una por con para del se su al es como más",
    "it": "il la di e che in un una per con del della dei al da si gli nel sono le",
    "pt": "o a os as de e que do da em um uma para com não por dos das no na",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om bij ook door",
}
_COMMON_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_SAMPLE = 20_000
_FOREIGN_SHARE = 0.2


def detect(text: str) -> str:
    """The ISO 639 code of the text's language, `und` where there is too little to tell.

    Korean news is full of Latin names, so a fifth of Hangul letters decides for Korean;
    likewise kana for Japanese.
    """
    counts: Counter[str] = Counter()
    for character in text[:_SAMPLE]:
        if character.isalpha():
            counts[_script(character)] += 1
    total = sum(counts.values())
    if not total:
        return "und"
    for code in ("ko", "ja"):
        if counts[code] >= _FOREIGN_SHARE * total:
            return code
    code, _ = counts.most_common(1)[0]
    return _latin(text) if code == "latin" else code


def _script(character: str) -> str:
    if character.isascii():
        return "latin"
    name = unicodedata.name(character, "LATIN").split(" ")[0]
    return _SCRIPTS.get(name, "latin" if name == "LATIN" else "und")


def _latin(text: str) -> str:
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    shares = {code: sum(word in common for word in words) for code, common in _COMMON_WORDS.items()}
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    return best if shares[best] else "und"
