"""Language and direction of texts in another language or script than their page."""

from collections.abc import Container, Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from toolkit.languages.language import Language
from toolkit.languages.writing_systems import (
    language_of,
    script_of,
    script_of_language,
    script_of_letter,
)


def foreign(
    text: str, page: Language, tags: Iterable[str] = (), english: Container[str] = ()
) -> Markup:
    """Attributes for an element that holds only `text`; empty if it is in the page's script.

    `tags` and `english` are as in `language_of`.
    """
    tag, direction = language_of(text, page, tags, english)
    marks = {"lang": tag, "dir": direction}
    return Markup().join(
        Markup(' {}="{}"').format(name, value) for name, value in marks.items() if value
    )


def marked(
    text: str, page: Language, tags: Iterable[str] = (), english: Container[str] = ()
) -> Markup:
    """A text as HTML, within such attributes if it needs any.

    Words in another script in brackets at its end get their own: "Правила (Rules of referral)".
    """
    tags = tuple(tags)
    whole, made = foreign(text, page, tags, english), escape(text)
    first, last = _with_brackets(text, script_of_language(page.tag))
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
    letters = {script_of_letter(one) for one in last if one.isalpha()}
    is_apart = text.endswith((")", "）")) and ")" not in last and "）" not in last
    # An abbreviation is no text in a language.
    is_text = len(letters) == 1 and (" " in last or "Hani" in letters)
    is_other = len({script_of(first, own), *letters, ""}) == 3
    return (first, last) if is_apart and is_text and is_other else (text, "")
