"""Language and direction of texts in a different script from their page."""

import unicodedata
from collections.abc import Container, Iterable
from functools import lru_cache

from babel.core import get_global
from markupsafe import Markup

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


def foreign(
    text: str, page: Language, tags: Iterable[str] = (), english: Container[str] = ()
) -> Markup:
    """Attributes for an element that holds only `text`; empty if it is in the page's script.

    A text among the `english` ones is in English, whatever the script of the page.

    `tags` are languages that it may be in: the first one with its script is taken. If there is
    none, only the direction is known, and no language is made up.
    """
    if text in english:
        return Markup(' lang="en" dir="ltr"')
    own = _script_of_language(page.tag)
    script = _script(text, own)
    if not script or script == own:
        return Markup("")
    direction = "rtl" if script in _FROM_THE_RIGHT else "ltr"
    for tag in (*tags, _CONTENT):
        if _script_of_language(tag) == script:
            return Markup(' lang="{}" dir="{}"').format(tag, direction)
    return Markup(' dir="{}"').format(direction)


@lru_cache(maxsize=4096)
def _script(text: str, own: str) -> str:
    """The script of the first letter, which also decides the direction of the whole text.

    A text that merely begins with a name in another script counts as the page's `own`: there is an
    Arabic title whose first words are "Disrupting Harm".
    """
    scripts = [_script_of_letter(letter) for letter in text if letter.isalpha()]
    first = scripts[0] if scripts else ""
    weight = _LETTERS if own == "Hani" else 1
    return own if scripts.count(own) * weight > scripts.count(first) else first


@lru_cache(maxsize=4096)
def _script_of_letter(letter: str) -> str:
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")


@lru_cache(maxsize=256)
def _script_of_language(tag: str) -> str:
    parts = tag.split("-")
    named = next((part.title() for part in parts[1:] if len(part) == 4), "")
    likely = get_global("likely_subtags").get(parts[0], "").split("_")
    script = named or next((part for part in likely if len(part) == 4), "Latn")
    return "Hani" if script in _CHINESE else script
