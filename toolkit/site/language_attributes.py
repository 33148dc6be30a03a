"""Language and direction of texts in another language or script than their page."""

import unicodedata
from collections.abc import Container, Iterable
from functools import lru_cache

from babel.core import get_global
from markupsafe import Markup, escape

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

    `tags` are languages that it may be in: the first one with its script is taken. If there is
    none, only the direction is known, and no language is made up.

    The `english` texts are not translated. They are in English, whatever the script of the page, or
    in one of the `tags`: the title of a work is in a language of the work. On English pages, this
    is true of every title of a work that is not in English.
    """
    own, tags = _script_of_language(page.tag), tuple(tags)
    if text in english and not tags:
        return Markup(' lang="en" dir="ltr"')
    script = _script(text, own)
    as_written = text in english or (page.tag == _CONTENT and page.tag not in tags)
    if not script or (script == own and not as_written):
        return Markup("")
    direction = "rtl" if script in _FROM_THE_RIGHT else "ltr"
    for tag in (*tags, _CONTENT):
        if _script_of_language(tag) == script:
            marks = Markup(' lang="{}" dir="{}"').format(tag, direction)
            return Markup("") if tag == page.tag else marks
    return Markup(' dir="{}"').format(direction)


def marked(
    text: str, page: Language, tags: Iterable[str] = (), english: Container[str] = ()
) -> Markup:
    """A text as HTML, within such attributes if it needs any.

    Words in another script in brackets at its end get their own: "Правила (Rules of referral)".
    """
    tags = tuple(tags)
    whole, made = foreign(text, page, tags, english), escape(text)
    first, last = _with_brackets(text, _script_of_language(page.tag))
    if last and (tags or text not in english):
        parts = (first, last) if text in english else ()
        of_page = Markup(' lang="{}" dir="{}"').format(page.tag, page.direction)
        whole = foreign(first, page, tags, parts)
        inner = foreign(last, page, tags, parts) or of_page
        made = Markup("{}<bdi{}>{}</bdi>{}").format(first, inner, last, text[-1])
    return Markup("<bdi{}>{}</bdi>").format(whole, made) if whole else made


@lru_cache(maxsize=4096)
def _with_brackets(text: str, own: str) -> tuple[str, str]:
    """A text up to a last bracket, and what is in it if that is in another script, or empty."""
    start = max(text.rfind("("), text.rfind("（")) + 1
    first, last = text[:start], text[start:-1]
    letters = {_script_of_letter(one) for one in last if one.isalpha()}
    is_apart = text.endswith((")", "）")) and ")" not in last and "）" not in last
    # An abbreviation is no text in a language.
    is_text = len(letters) == 1 and (" " in last or "Hani" in letters)
    is_other = len({_script(first, own), *letters, ""}) == 3
    return (first, last) if is_apart and is_text and is_other else (text, "")


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
