"""Dates in words: of registers, which may be a year or a month, and of what scripts show."""

from datetime import date

from toolkit.languages.language import Language


def date_text(text: str, language: Language) -> str:
    """`2000-11-15` or `2000-11` in words; anything else unchanged."""
    try:
        if len(text) == len("2000-11-15"):
            return language.date(date.fromisoformat(text))
        if len(text) == len("2000-11"):
            month = date.fromisoformat(f"{text}-01")
            return language.month(month)
    except ValueError:
        pass
    return text


def date_forms(language: Language) -> tuple[str, ...]:
    """The first and any other day of each month in words, with `{d}` and `{y}` for its numbers."""
    days = (date(2001, month, day) for month in range(1, 13) for day in (1, 25))
    return tuple(language.date(day).replace("2001", "{y}").replace("25", "{d}") for day in days)
