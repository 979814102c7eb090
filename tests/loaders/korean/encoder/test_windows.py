"""Windows: every piece of a text is read once as its own, and no window is too long."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.korean.encoder.windows import BEFORE, LONGEST, windows


@given(st.integers(0, 5000))
def test_every_piece_is_some_window_s_own_once(count: int) -> None:
    own = [piece for w in windows(count) for piece in range(w.own, w.last)]
    assert own == list(range(count))


@given(st.integers(0, 5000))
def test_no_window_is_longer_than_the_network_can_read(count: int) -> None:
    assert all(w.last - w.first <= LONGEST for w in windows(count))


@given(st.integers(LONGEST + 1, 5000))
def test_a_later_window_begins_with_what_came_before(count: int) -> None:
    assert all(w.own - w.first == BEFORE for w in windows(count)[1:])
