"""Quantities: shares, money and dates; relative dates are told from the day of publication."""

import calendar
import re
from datetime import date, timedelta
from typing import Any

_SHARE = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|퍼센트|프로)(?!포인트|p)")
_CURRENCIES = {
    "원": "KRW", "달러": "USD", "유로": "EUR", "엔": "JPY", "위안": "CNY", "파운드": "GBP",
    "호주달러": "AUD", "캐나다달러": "CAD", "홍콩달러": "HKD", "싱가포르달러": "SGD",
    "루피": "INR", "동": "VND", "바트": "THB", "링깃": "MYR", "프랑": "CHF",
}  # fmt: skip
_MONEY = re.compile(
    rf"(?P<number>(?:\d[\d,.]*(?: ?[조억만천백]+ ?)?)+) ?"
    rf"(?P<unit>{'|'.join(sorted(_CURRENCIES, key=len, reverse=True))})"
)
_PART = re.compile(r"(\d[\d,.]*) ?(조|천억|백억|억|천만|백만|만|천|백)?")
_UNITS = {
    "조": 1e12,
    "천억": 1e11,
    "백억": 1e10,
    "억": 1e8,
    "천만": 1e7,
    "백만": 1e6,
    "만": 1e4,
    "천": 1e3,
    "백": 1e2,
}
_DATE = re.compile(
    r"(?:(?P<year>\d{4})년|(?P<rel>지난해|작년|재작년|올해|올|내년|내후년|이듬해))? ?"
    r"(?:(?P<month_rel>지난달|이달|이번 ?달|다음 ?달|내달)|(?P<past>지난 )?(?P<month>\d{1,2})월)? ?"
    r"(?:(?P<past_day>지난 )?(?P<day>\d{1,2})일)?"
)
_YEARS = {"지난해": -1, "작년": -1, "재작년": -2, "올해": 0, "올": 0, "내년": 1, "내후년": 2}
_MONTHS = {"지난달": -1, "이달": 0, "이번달": 0, "이번 달": 0, "다음달": 1, "다음 달": 1, "내달": 1}


def share(text: str) -> float | None:
    """The first percentage as a fraction, if it can be one."""
    match = _SHARE.search(text)
    value = round(float(match[1]) / 100, 6) if match else None
    return value if value is not None and value <= 1 else None


def money(text: str) -> dict[str, Any] | None:
    """The first sum of money: its value, its currency, and its words."""
    match = _MONEY.search(text)
    if match is None:
        return None
    value = 0.0
    for number, unit in _PART.findall(match["number"]):
        digits = number.replace(",", "").strip(".")
        if not re.fullmatch(r"\d+(?:\.\d+)?", digits):
            return None
        value += float(digits) * _UNITS.get(unit, 1)
    whole = round(value)
    return {"value": whole, "currency": _CURRENCIES[match["unit"]], "text": match[0].strip()}


def day(text: str, published: str | None) -> str | None:
    """The first date of the text in ISO form, as exact as it is given."""
    today = _published(published)
    for match in _DATE.finditer(text):
        if match[0].strip():
            found = _resolved(match, today)
            if found:
                return found
    return None


def _published(published: str | None) -> date | None:
    if published is None:
        return None
    parts = [int(part) for part in published.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 12, parts[2] if len(parts) > 2 else 28)


def _resolved(match: re.Match[str], today: date | None) -> str | None:
    year = int(match["year"]) if match["year"] else None
    month = int(match["month"]) if match["month"] else None
    number = int(match["day"]) if match["day"] else None
    if today is not None:
        if match["rel"] in _YEARS:
            year = today.year + _YEARS[match["rel"]]
        if match["month_rel"]:
            shifted = today.year * 12 + today.month - 1 + _MONTHS[match["month_rel"]]
            year, month = divmod(shifted, 12)[0], shifted % 12 + 1
        if year is None and month is not None:
            year = today.year - (month > today.month)
        if year is None and number is not None:
            return _recent_day(number, today)
    return _iso(year, month, number)


def _recent_day(number: int, today: date) -> str | None:
    """`19일` is the last nineteenth that had come, or today's."""
    current = today
    for _ in range(62):
        if current.day == number:
            return current.isoformat()
        current -= timedelta(days=1)
    return None


def _iso(year: int | None, month: int | None, number: int | None) -> str | None:
    if year is None or not 1900 <= year <= 2100:
        return None
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if number is None or not 1 <= number <= calendar.monthrange(year, month)[1]:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{number:02d}"
