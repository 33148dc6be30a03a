"""From text to the stems that are searched, alike here and in the client's `words.js`.

lunr's own tokenizer, trimmer and stemmer differ between Python and JavaScript (what counts as a
letter, `lay`, `employ`), so that a word could stand in an index and never be found. Here both
sides split a text at the same characters, which the index carries, and stem alike. Scripts that
the stemmer of the site's language can't read are made comparable by rule: Chinese and Japanese
as pairs of characters, Arabic without marks and article, Cyrillic without endings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from lunr.stemmer import PorterStemmer

from toolkit.languages.language import Language

# Everything between words, as ranges of a character class in both languages. Letters, digits and
# combining marks of all scripts stay; what lies beyond U+FFFF (emoji) does not.
SEPARATORS: Final = (
    r"\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b0-\u02ff\u055a-\u055f"
    r"\u0589-\u058f\u05be\u05c0\u05c3\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4"
    r"\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030"
    r"\u30fb\ud800-\uf8ff\ufd3e\ufd3f\ufe10-\ufe6f\ufeff-\uff0f\uff1a-\uff20\uff3b-\uff40"
    r"\uff5b-\uff65\uffe0-\uffff"
)

_BETWEEN_WORDS = re.compile(rf"[{SEPARATORS}\U00010000-\U0010ffff]+")
# The same for plain letters alone, which most texts are made of, at a fraction of the cost.
_PLAIN_WORDS = {
    ord(sign): " " if _BETWEEN_WORDS.fullmatch(sign) else sign.lower()
    for sign in map(chr, range(128))
}
# Accents, Arabic vowel signs, hamza above and below a letter, and the stretching of letters.
_MARKS = re.compile(r"[\u0300-\u036f\u0640\u064b-\u065f\u0670]+")
_HAN = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")
_ARABIC = re.compile(r"[\u0621-\u064a]+")
_ARTICLE = re.compile(r"^(?:وال|بال|فال|كال|لل|ال)(?=...)")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_ENDING = re.compile(r"^(...+?)[аеиоуыэюяйьмх]+$")

_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"

StemWord = Callable[[str], str]


def fold_letters(text: str) -> str:
    """Lower case without marks on letters, compatibility forms made plain."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return text.lower()


def split(text: str) -> list[str]:
    """The folded words of a text; runs of Chinese characters become overlapping pairs."""
    if text.isascii():
        return text.translate(_PLAIN_WORDS).split()
    words = [word for word in _BETWEEN_WORDS.split(fold_letters(text)) if word]
    if not any(_FIRST_HAN <= character <= _LAST_HAN for character in text):
        return words
    return [piece for word in words for run in _HAN.findall(word) for piece in _pairs(run)]


def is_han(word: str) -> bool:
    """Whether a word is Chinese characters."""
    return _FIRST_HAN <= word[:1] <= _LAST_HAN


def _pairs(run: str) -> list[str]:
    if not is_han(run) or len(run) == 1:
        return [run]
    return [run[at : at + 2] for at in range(len(run) - 1)]


class Stems(dict[str, str]):
    """The stem of each folded word, worked out once; empty for words that are not searched."""

    def __init__(self, language: Language) -> None:
        super().__init__(dict.fromkeys(("", *language.stop_words), ""))
        self._stem = STEMMERS.get(language.tag, str)

    def __missing__(self, word: str) -> str:
        stem = self._stem(word) if word.isascii() else _by_script(word, self._stem)
        self[word] = stem
        return stem

    def of(self, text: str) -> list[str]:
        """The stems of a text, in order."""
        return [stem for word in split(text) if (stem := self[word])]


def _by_script(word: str, stem: StemWord) -> str:
    if _ARABIC.fullmatch(word):
        return _ARTICLE.sub("", word.replace("ى", "ي").replace("ة", "ه"))
    if _CYRILLIC.fullmatch(word):
        return _ENDING.sub(r"\1", word)
    return stem(word)


class _English(PorterStemmer):  # type: ignore[misc]  # lunr has no types
    """lunr.py's English stemmer with the step in which it differs from that of lunr.js."""

    b: str
    k: int

    def step1c(self) -> None:
        if self.k > 1 and self.b[self.k] == "y" and self.b[self.k - 1] not in "aeiou":
            self.b = f"{self.b[: self.k]}i"


# How the words of a language become stems; the others are searched as they stand. The client has
# the same, by the same tag.
STEMMERS: Final[dict[str, StemWord]] = {"en": _English().stem}
