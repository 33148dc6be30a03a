"""The scripts of texts and languages, and in which language a text on a page is."""

import unicodedata
from collections.abc import Container, Iterable
from functools import lru_cache

from babel.core import get_global

from toolkit.languages.language import Language

# The ISO 15924 script for the first word of a letter's Unicode name.
_SCRIPTS = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "CYRILLIC": "Cyrl",
    "HEBREW": "Hebr",
    "CJK": "Hani",
    "HIRAGANA": "Hani",
    "KATAKANA": "Hani",
}
_FROM_THE_RIGHT = {"Arab", "Hebr"}
_CHINESE = {"Hans", "Hant", "Jpan"}
# How many letters say as much as one Chinese character.
_LETTERS = 3
# The language in which entries are written, unless their file says otherwise.
_CONTENT = "en"


def language_of(
    text: str, page: Language, tags: Iterable[str] = (), english: Container[str] = ()
) -> tuple[str, str]:
    """The tag and the direction of a text that isn't as its page is; both empty if it is.

    `tags` are languages that it may be in: the first one with its script is taken. If there is
    none, only the direction is known, and no language is made up.

    The `english` texts are not translated. They are in English, whatever the script of the page, or
    in one of the `tags`: the title of a work is in a language of the work. On English pages, this
    is true of every title of a work that is not in English.
    """
    own, tags = script_of_language(page.tag), tuple(tags)
    if text in english and not tags:
        return "en", "ltr"
    script = script_of(text, own)
    as_written = text in english or (page.tag == _CONTENT and page.tag not in tags)
    if not script or (script == own and not as_written):
        return "", ""
    direction = "rtl" if script in _FROM_THE_RIGHT else "ltr"
    for tag in (*tags, _CONTENT):
        if script_of_language(tag) == script:
            return ("", "") if tag == page.tag else (tag, direction)
    return "", direction


@lru_cache(maxsize=4096)
def script_of(text: str, own: str) -> str:
    """The script of the first letter, which also decides the direction of the whole text.

    A text that merely begins with a name in another script counts as the page's `own`: there is an
    Arabic title whose first words are "Disrupting Harm".
    """
    scripts = [script_of_letter(letter) for letter in text if letter.isalpha()]
    first = scripts[0] if scripts else ""
    weight = _LETTERS if own == "Hani" else 1
    return own if scripts.count(own) * weight > scripts.count(first) else first


@lru_cache(maxsize=4096)
def script_of_letter(letter: str) -> str:
    """The script of a letter, empty if it is none of those that languages of the site have."""
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")


@lru_cache(maxsize=256)
def script_of_language(tag: str) -> str:
    """The script in which a language is usually written, or the one that its tag names."""
    parts = tag.split("-")
    named = next((part.title() for part in parts[1:] if len(part) == 4), "")
    likely = get_global("likely_subtags").get(parts[0], "").split("_")
    script = named or next((part for part in likely if len(part) == 4), "Latn")
    return "Hani" if script in _CHINESE else script
