"""Who evaluated a practice and what they found, in words."""

from toolkit.content.entry import Entry
from toolkit.languages.language import Language, lowered


def evaluation(entry: Entry, language: Language) -> list[str]:
    """Who evaluated a practice, and what they found; empty if nobody did."""
    keys = ("evaluation", entry.value("evaluated_by")), ("finding", entry.value("finding"))
    return [lowered(language.text(f"{name}.{value}")) for name, value in keys if value]
