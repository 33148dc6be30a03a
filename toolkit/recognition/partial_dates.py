"""Dates of which only the year, or year and month, may be known."""

import re
from calendar import monthrange
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def first_day(text: str) -> date | None:
    """The first day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None if it isn't a date."""
    return _day(text, last=False)


def last_day(text: str) -> date | None:
    """The last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None if it isn't a date."""
    return _day(text, last=True)


def full_date(text: str) -> date | None:
    """The day `YYYY-MM-DD`; None if it isn't a date, or only a part of one."""
    return _day(text, last=False) if len(text) == len("YYYY-MM-DD") else None


def _day(text: str, *, last: bool) -> date | None:
    match = _PARTIAL.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        number = int(month) if month else 12 if last else 1
        most = monthrange(int(year), number)[1] if last else 1
        return date(int(year), number, int(day) if day else most)
    except ValueError:
        return None
