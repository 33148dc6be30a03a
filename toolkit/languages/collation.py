"""The order of names and titles in each language.

Letters with accents stand with those without, as in dictionaries, except where a language counts
them as letters of their own. Arabic lists leave the article out of account, as those of the United
Nations do. Chinese is in the order of pinyin, with its tones.
"""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"\w+")
_ARTICLE = "ال"
# Sorts after every letter.
_LAST = "\uffff"
_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"}
# Letters of their own, each after the one that it is made of.
_OWN = {"es": {"ñ": f"n{_LAST}"}, "ru": {"й": f"и{_LAST}"}}


@lru_cache(maxsize=20_000)
def collation_key(text: str, tag: str) -> str:
    """The text that `text` is sorted by in the language with this tag."""
    words = " ".join(_WORD.findall(unicodedata.normalize("NFC", text.casefold())))
    if tag == "ar":
        words = words.removeprefix(_ARTICLE)
    if tag == "zh":
        words = _pinyin(words)
    own = _OWN.get(tag, {})
    return "".join(own.get(letter) or _LETTERS.get(letter) or _plain(letter) for letter in words)


@lru_cache(maxsize=5_000)
def _plain(letter: str) -> str:
    """A letter without its accents."""
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _pinyin(words: str) -> str:
    """Chinese characters as syllables with the number of their tone; all else as it is."""
    if words.isascii():
        return words
    # Its tables take a tenth of a second and some memory: only a Chinese list pays for them.
    from pypinyin import Style, lazy_pinyin

    return " ".join(lazy_pinyin(words, style=Style.TONE3, neutral_tone_with_five=True))
