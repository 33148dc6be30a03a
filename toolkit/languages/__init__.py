"""The languages of the site: each has a module, its strings in a `.po` file, and a line here."""

from toolkit.languages import ar, en, es, fr, ru, zh
from toolkit.languages.language import Language

LANGUAGES: dict[str, Language] = {
    one.LANGUAGE.tag: one.LANGUAGE for one in (en, fr, es, ar, ru, zh)
}

# The languages that texts are translated into.
TARGETS: tuple[str, ...] = tuple(tag for tag in LANGUAGES if tag != "en")


def languages_with(keys: str) -> tuple[Language, ...]:
    """The languages, by tag, that say all strings whose keys begin so. One may not be complete."""
    return tuple(
        one
        for _, one in sorted(LANGUAGES.items())
        if one.strings and not any(fault.key.startswith(keys) for fault in one.faults)
    )
