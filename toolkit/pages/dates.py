"""Dates from registers, which may be only a year or a month, in words."""

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
