"""Letters without their accents."""

import unicodedata


def without_accents(text: str) -> str:
    """The text in decomposed letters without marks, and with plain letters for their variants."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))
