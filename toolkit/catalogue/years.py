"""When an entry was published or carried out, in words, marked if nobody has checked it."""

from toolkit.content.entry import Entry
from toolkit.content.schema import Kind
from toolkit.languages.language import Language


def when_text(entry: Entry, language: Language) -> str:
    """When a work was published, or since when something has been done."""
    year = year_text(entry, language)
    if entry.kind is Kind.RESOURCE:
        return year
    if entry.until is None:
        # The mark follows the whole phrase: in some languages a word follows the year.
        since = entry.began or language.text("facts.no-year")
        return marked("since", language.text("facts.since", since=since), entry, language)
    until = marked("until", str(entry.until), entry, language)
    if until == year:
        return year
    return language.text("facts.from-to", since=year, until=until)


def year_text(entry: Entry, language: Language) -> str:
    """The year in which an entry began, marked if nobody has checked it."""
    field = "year" if entry.kind is Kind.RESOURCE else "since"
    if entry.began is None:
        return language.text("facts.no-year")
    return marked(field, str(entry.began), entry, language)


def marked(field: str, text: str, entry: Entry, language: Language) -> str:
    """The text of a field, marked if nobody has checked the field."""
    return language.text("value.not-checked", value=text) if field in entry.unverified else text
