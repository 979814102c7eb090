"""Quantities: money, shares and dates in the words of the news."""

import pytest

from loaders.korean.statements.quantities import day, money, share


@pytest.mark.parametrize(
    ("words", "value", "currency"),
    [
        ("2조7000억원", 2_700_000_000_000, "KRW"),
        ("1조3천억원", 1_300_000_000_000, "KRW"),
        ("350만달러", 3_500_000, "USD"),
        ("10억2000만호주달러", 1_020_000_000, "AUD"),
        ("3억 유로", 300_000_000, "EUR"),
    ],
)
def test_money_is_a_number_and_a_currency(words: str, value: int, currency: str) -> None:
    """Money is a number and a currency."""
    found = money(f"회사를 {words}에 샀다")
    assert found is not None
    assert (found["value"], found["currency"], found["text"]) == (value, currency, words)


def test_a_share_is_a_fraction() -> None:
    """A share is a fraction."""
    assert share("지분 53.3%를") == pytest.approx(0.533)
    assert share("매출이 350% 늘었다") is None


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("지난해 12월", "2023-12"),
        ("지난 1월", "2024-01"),
        ("지난달 30일", "2024-04-30"),
        ("19일", "2024-05-19"),
        ("오는 2027년", "2027"),
        ("작년 9월", "2023-09"),
        ("11월", "2023-11"),
    ],
)
def test_dates_are_told_from_the_day_of_publication(words: str, iso: str) -> None:
    """Dates are told from the day of publication."""
    assert day(words, "2024-05-20") == iso


def test_a_relative_date_without_a_publication_date_stays_unknown() -> None:
    """A relative date without a publication date stays unknown."""
    assert day("지난달 30일", None) is None
