"""From text to the stems that are searched, alike here and in `search.js`.

lunr's own tokenizer, trimmer and stemmer differ between Python and JavaScript (what counts as a
letter, `lay`, `employ`), so that a word could stand in an index and never be found. Here both
sides fold a text, split it at the same characters, which the index carries, and stem alike.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from lunr.stemmer import PorterStemmer

from toolkit.languages.language import Language

# Everything between words, as ranges of a character class in both languages. Letters, digits and
# combining marks of all scripts stay; what lies beyond U+FFFF (emoji) does not.
SEPARATORS: Final = (
    r"\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b0-\u02ff\u055a-\u055f"
    r"\u0589-\u058f\u05be\u05c0\u05c3\u0600-\u060f\u061b-\u061f\u0640\u066a-\u066d\u06d4"
    r"\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030"
    r"\u30fb\ud800-\uf8ff\ufd3e\ufd3f\ufe10-\ufe6f\ufeff-\uff0f\uff1a-\uff20\uff3b-\uff40"
    r"\uff5b-\uff65\uffe0-\uffff"
)

_BETWEEN_WORDS = re.compile(rf"[{SEPARATORS}\U00010000-\U0010ffff]+")
_MARKS = re.compile(r"[\u0300-\u036f]+")


def fold(text: str) -> str:
    """Lower case without marks on letters, compatibility forms made plain."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return text.lower()


def split(text: str) -> list[str]:
    """The folded words of a text, and empty strings at its ends."""
    return _BETWEEN_WORDS.split(fold(text))


class Stems(dict[str, str]):
    """The stem of each folded word, worked out once; empty for words that are not searched."""

    def __init__(self, language: Language) -> None:
        super().__init__(dict.fromkeys(("", *language.stop_words), ""))
        self._stemmer = _Stemmer()

    def __missing__(self, word: str) -> str:
        stem: str = self._stemmer.stem(word)
        self[word] = stem
        return stem


class _Stemmer(PorterStemmer):  # type: ignore[misc]  # lunr has no types
    """lunr.py's English stemmer with the step in which it differs from that of lunr.js."""

    b: str
    k: int

    def step1c(self) -> None:
        if self.k > 1 and self.b[self.k] == "y" and self.b[self.k - 1] not in "aeiou":
            self.b = f"{self.b[: self.k]}i"
