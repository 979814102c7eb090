"""Calibration: what confidences are worth."""

from loaders.korean.learned.calibration import bins


def test_bins_show_the_share_that_holds() -> None:
    """Steps without facts are left out; certainty is in the last step."""
    table = list(bins([(0.05, False), (0.07, True), (1.0, True)]))
    assert [(b.low, b.count, b.share) for b in table] == [(0.0, 2, 0.5), (0.9, 1, 1.0)]
