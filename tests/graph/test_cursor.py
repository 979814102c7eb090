"""Cursors: opaque words that lead on in a list."""

import base64

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.cursor import decode_cursor, encode_cursor
from graph.errors import BadInputError

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.integers(-(2**63) + 1, 2**63 - 1) | texts))
def test_a_cursor_holds_its_sort_key(values: list[str | int]) -> None:
    """It is a word that may stand in a URL as it is."""
    cursor = encode_cursor(values)
    assert decode_cursor(cursor) == values
    assert decode_cursor(cursor, *map(type, values)) == values
    assert cursor.isascii()
    assert cursor.replace("-", "").replace("_", "").isalnum()


@given(st.text().filter(lambda word: not _is_ours(word)))
def test_any_other_word_is_refused(word: str) -> None:
    """With one sentence, whatever the word is."""
    with pytest.raises(BadInputError, match=r"^the cursor is not one of this list's$"):
        decode_cursor(word)


def _is_ours(word: str) -> bool:
    try:
        return isinstance(orjson.loads(base64.urlsafe_b64decode(word + "===")), list)
    except ValueError:
        return False


@pytest.mark.parametrize("values", [[], ["a"], [1], [1, 2], ["1", "a"], [1, "a", "b"]])
def test_a_cursor_of_another_shape_is_refused(values: list[str | int]) -> None:
    """Lists that are sorted by other keys do not take each other's cursors."""
    with pytest.raises(BadInputError, match="cursor"):
        decode_cursor(encode_cursor(values), int, str)
