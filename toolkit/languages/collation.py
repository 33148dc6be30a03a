"""The order of names and titles in each language.

Letters with accents sort with those without, as in dictionaries, unless the language treats them as
separate letters. Arabic lists ignore the article, as the United Nations' do. Chinese is sorted by
pinyin, with tones.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache, partial

from toolkit.languages.accents import without_accents

_WORD = re.compile(r"\w+")
_ARTICLE = "ال"
# Sorts after every letter.
_LAST = "\uffff"
_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"}
# Separate letters, each after its base letter.
_OWN = {"es": {"ñ": f"n{_LAST}"}, "ru": {"й": f"и{_LAST}"}}
_plain = lru_cache(maxsize=5_000)(without_accents)


@lru_cache(maxsize=20_000)
def collation_key(text: str, tag: str) -> str:
    """The sort key of `text` in the language with this tag."""
    words = " ".join(_WORD.findall(unicodedata.normalize("NFC", text.casefold())))
    if tag == "ar":
        words = words.removeprefix(_ARTICLE)
    if tag == "zh" and not words.isascii():  # as syllables with tone numbers
        words = " ".join(_syllables()(words))
    own = _OWN.get(tag, {})
    return "".join(own.get(letter) or _LETTERS.get(letter) or _plain(letter) for letter in words)


@cache
def _syllables() -> Callable[[str], list[str]]:
    # The tables take a tenth of a second and some memory: only Chinese lists pay for them.
    from pypinyin import Style, lazy_pinyin
    from pypinyin.constants import PHRASES_DICT

    # They spell each syllable of each phrase anew: sharing it takes half of the memory.
    shared: dict[tuple[str, ...], list[str]] = {}
    for phrase in PHRASES_DICT.values():
        phrase[:] = [shared.setdefault(tuple(syllable), syllable) for syllable in phrase]
    return partial(lazy_pinyin, style=Style.TONE3, neutral_tone_with_five=True)
