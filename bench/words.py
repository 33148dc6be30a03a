"""Text for generated entries: the sentences and titles of the real ones, varied.

A sentence keeps its grammar, but some of its words are replaced by others with the same ending, and
some of its names by invented ones. The vocabulary therefore grows with the text, as in real
collections, and two entries seldom have a sentence in common.
"""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from toolkit.content.reader import Content

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_`]")
_END = re.compile(r"(?<=[a-z0-9)][.?!])\s+(?=[A-Z])")
_SENTENCE = re.compile(r"[A-Z][^<>\[\]{}|#\\:&@]*[.?!]")
_WORD = re.compile(r"[^\W\d_]+")
_LINKING = ("for", "on", "in", "to", "of", "against", "and", "by", "with", "from")
_TITLE_CUT = re.compile(rf": | (?=(?:{'|'.join(_LINKING)}) )")
_SYLLABLES = tuple(
    first + vowel + last
    for last in ("", "n", "r")
    for vowel in "aeiou"
    for first in ("b", "dr", "k", "l", "m", "t", "v")
)

_SENTENCE_WORDS = 20
_SENTENCE_LENGTHS = range(7, 45)
_SHORTEST_CHANGED = 5
_WORD_CHANGES = 0.12
_NAME_CHANGES = 0.4
_NAMES = 200_000
_RARE = 4


@dataclass(frozen=True)
class Words:
    """The text of a content folder, cut into pieces."""

    sentences: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    by_ending: dict[tuple[str, int], tuple[str, ...]]

    def sentence(self, chance: random.Random) -> str:
        """One sentence."""
        return self._varied(chance.choice(self.sentences), chance)

    def sentences_of(self, words: int, chance: random.Random) -> list[str]:
        """Sentences with about `words` words in total; at least one."""
        found = [self.sentence(chance)]
        missing = words - count_words(found[0])
        while missing > _SENTENCE_WORDS // 2:
            found.append(self.sentence(chance))
            missing -= count_words(found[-1])
        return found

    def title(self, chance: random.Random) -> str:
        """A title, usually one that no other call returns."""
        title = f"{chance.choice(self.heads)} {chance.choice(self.tails)}"
        if chance.random() < 0.3:
            title += f" {chance.choice(self.tails)}"
        title = self._varied(title, chance)
        return f"{title} in {invented_name(chance)}" if chance.random() < 0.5 else title

    def _varied(self, text: str, chance: random.Random) -> str:
        def other(match: re.Match[str]) -> str:
            word = match[0]
            if len(word) < _SHORTEST_CHANGED:
                return word
            if word.islower():
                if chance.random() >= _WORD_CHANGES:
                    return word
                return chance.choice(self.by_ending.get(_ending(word), (word,)))
            if match.start() and word.istitle() and chance.random() < _NAME_CHANGES:
                return invented_name(chance)
            return word

        return _WORD.sub(other, text)


def invented_name(chance: random.Random) -> str:
    """A name that doesn't exist; a few occur often, most hardly ever."""
    number = len(_SYLLABLES) + int(_NAMES * chance.random() ** _RARE)
    name = ""
    while number:
        number, digit = divmod(number, len(_SYLLABLES))
        name += _SYLLABLES[digit]
    return name.capitalize()


def read_words(content: Content) -> Words:
    """Cut up the titles, summaries and bodies of all entries."""
    sentences: dict[str, None] = {}
    for document in content.entries:
        for text in (document.text("summary"), *_paragraphs(document.body)):
            sentences.update(dict.fromkeys(_sentences(text)))
    heads, tails = _cut_titles(" ".join(entry.text("title").split()) for entry in content.entries)
    endings: dict[tuple[str, int], dict[str, None]] = {}
    for sentence in sentences:
        for word in _WORD.findall(sentence):
            if word.islower() and len(word) >= _SHORTEST_CHANGED:
                endings.setdefault(_ending(word), {})[word] = None
    by_ending = {ending: tuple(words) for ending, words in endings.items()}
    return Words(tuple(sentences), heads, tails, by_ending)


def _paragraphs(body: str) -> Iterable[str]:
    return (part for part in body.split("\n\n") if not part.lstrip().startswith(("#", "-", "|")))


def _sentences(text: str) -> Iterable[str]:
    text = _MARKS.sub("", _LINK.sub(r"\1", " ".join(text.split())))
    for sentence in _END.split(text):
        if _SENTENCE.fullmatch(sentence) and count_words(sentence) in _SENTENCE_LENGTHS:
            yield sentence


def _cut_titles(titles: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    heads: dict[str, None] = {}
    tails: dict[str, None] = {}
    for title in titles:
        cuts = [0, *(match.start() for match in _TITLE_CUT.finditer(title)), len(title)]
        first, *rest = (title[a:b].strip(" :") for a, b in pairwise(cuts))
        heads[first] = None
        tails.update(dict.fromkeys(part for part in rest if part.startswith(_LINKING)))
    return tuple(heads), tuple(tails)


def _ending(word: str) -> tuple[str, int]:
    return word[-3:], min(len(word) // 3, 3)


def count_words(text: str) -> int:
    """The number of words in a text, including punctuation marks between spaces."""
    return len(text.split())


def wrapped(text: str, width: int = 100) -> str:
    """`text` in lines of at most `width` characters; far faster than textwrap."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        if len(line) + len(word) > width and line:
            lines.append(line.rstrip())
            line = ""
        line += f"{word} "
    return "\n".join([*lines, line.rstrip()])


def shared_out(total: int, shares: Sequence[float]) -> list[int]:
    """`total` divided in proportion to `shares`."""
    whole = sum(shares)
    return [round(total * share / whole) for share in shares]
