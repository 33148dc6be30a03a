"""Letters without their accents."""

import unicodedata


def without_accents(text: str) -> str:
    """The text in decomposed letters without marks, and with plain letters for their variants."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def with_plain(words: str) -> frozenset[str]:
    """The words of a text as they are written, and without the marks that the search ignores."""
    return frozenset((*words.split(), *without_accents(words).split()))
