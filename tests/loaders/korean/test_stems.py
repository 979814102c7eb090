"""Words without their particles, told by all the forms that they take in a document."""

import pytest

from loaders.korean.strangers.stems import Stems
from loaders.korean.text.masking import mask


def stems(text: str) -> Stems:
    """The stems of a text of one sentence."""
    return Stems([mask(text, 0, len(text))])


@pytest.mark.parametrize(
    ("text", "word", "stem"),
    [
        ("가도루와는 샀다. 가도루와의 지분, 가도루와를", "가도루와는", "가도루와"),
        ("미트론은 크고 미트론의 값", "미트론은", "미트론"),
        ("엠브레서는 접었고 엠브레서의 공장", "엠브레서는", "엠브레서"),
    ],
)
def test_the_stem_is_what_takes_the_most_forms(text: str, word: str, stem: str) -> None:
    """An ending that may be a particle belongs to the name where another particle follows it."""
    assert stems(text).of(word) == stem


def test_a_word_in_a_list_is_bare() -> None:
    """Before a comma the last syllable is the name's own."""
    assert stems("이토루카도, 데니룸이 왔다").of("이토루카도", listed=True) == "이토루카도"


def test_a_stem_that_is_always_followed_by_one_syllable_is_cut_too_short() -> None:
    """가도루 that only shows in 가도루와 is a part of that."""
    found = stems("가도루와 최대주주. 가도루와는 샀다. 가도루와를 노린다")
    assert found.whole("가도루") == "가도루와"
    assert found.whole("가도루와") == "가도루와"
    assert stems("미트로와는 달리 미트로와의 계약").whole("미트로") == "미트로"
