"""The words of the terminology register, ready to be searched for in texts.

All phrases are searched for together: the longest first, so that `child prostitution` is found and
not only `prostitution`, and with the allowed phrases, so that their parts aren't found.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.registers import WordingRule
from toolkit.content.schema import Kind
from toolkit.content.watched import made_of
from toolkit.grouping import grouped

_ALLOWED = "phrase: "
_WORD = re.compile(r"[^\W_]+")
# The same for ASCII letters, at a fraction of the cost; most texts have no others.
_PLAIN = {ord(sign): " " for sign in map(chr, range(128)) if not _WORD.fullmatch(sign)}
_SEVERITIES = ("warning", "advice")


@dataclass(frozen=True)
class Wording:
    """The phrases of one severity, ready to be searched for."""

    rules: tuple[WordingRule, ...]
    allowed: tuple[str, ...]

    @cached_property
    def _by_phrase(self) -> dict[str, WordingRule]:
        pairs = ((_as_searched(phrase), rule) for rule in self.rules for phrase in rule.avoid)
        return {phrase: rule for phrase, rule in pairs if phrase}

    @cached_property
    def _by_word(self) -> dict[str, tuple[str, ...]]:
        """Phrases by their longest whole word, which a text must contain to contain them."""
        phrases = {*self._by_phrase, *self.allowed}
        return grouped((max(w, key=len), one) for one in phrases if (w := _whole_words(one)))

    @cached_property
    def _by_beginning(self) -> tuple[tuple[str, str], ...]:
        """The one-word phrases with any ending, each with the beginning of its word."""
        endings = (phrase for phrase in self._by_phrase if phrase.endswith("*"))
        return tuple((f" {one[:-1]}", one) for one in endings if len(_WORD.findall(one)) == 1)

    def matches(self, small: str) -> Iterator[tuple[re.Match[str], WordingRule | None]]:
        """What is found in a lower-case text: the first, if several the longest, and so on.

        Each comes with the rule against it, or None for an allowed phrase. Only phrases whose words
        are in the text are searched for, so hundreds of phrases cost little if there are none.
        """
        words = set(small.translate(_PLAIN).split() if small.isascii() else _WORD.findall(small))
        phrases = {
            phrase
            for word in words & self._by_word.keys()
            for phrase in self._by_word[word]
            if words.issuperset(_whole_words(phrase))
        }
        joined = f" {' '.join(words)}"
        phrases.update(phrase for start, phrase in self._by_beginning if start in joined)
        found = [(match, one) for one in phrases for match in _occurrences(one, small)]
        end = 0
        for match, phrase in sorted(found, key=self._order):
            if match.start() >= end:
                end = match.end()
                yield match, self._by_phrase.get(phrase)

    def _order(self, found: tuple[re.Match[str], str]) -> tuple[int, int, bool, bool, int]:
        """Of what is found in one place, a whole phrase comes before one with any ending."""
        match, phrase = found
        is_open, is_allowed = phrase.endswith("*"), phrase not in self._by_phrase
        return match.start(), -match.end(), is_open, is_allowed, -len(phrase)


def _as_searched(phrase: str) -> str:
    """A phrase as it is compared; one with a star at its beginning is meant without that."""
    return phrase.strip().lstrip("*").lower().replace("’", "'")


@lru_cache(maxsize=4096)
def _whole_words(phrase: str) -> tuple[str, ...]:
    words = _WORD.findall(phrase)
    return tuple(words[:-1] if phrase.endswith("*") else words)


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){expression_of(phrase)}(?!\w)")


def _occurrences(phrase: str, small: str) -> Iterator[re.Match[str]]:
    """Where a phrase occurs; finding its first word as plain text first is many times faster."""
    pattern = _pattern(phrase)
    first = _WORD.findall(phrase)[0]
    start = small.find(first)
    while start >= 0:
        if match := pattern.match(small, start):
            yield match
        start = small.find(first, start + 1)


def expression_of(phrase: str) -> str:
    """The regular expression of a phrase, with any white space between its words."""
    words = re.escape(phrase.removesuffix("*")).replace("\\ ", r"\s+").replace("'", "['’]")
    return rf"{words}\w*" if phrase.endswith("*") else words


def wordings(content: Content) -> dict[str, Wording]:
    """What the register says to look for, by severity."""
    rules = content.terminology.items.values()
    english = [rule for rule in rules if rule.language.partition("-")[0] == "en"]
    allowed = {phrase for rule in english for phrase in phrases_of(rule)}
    return {
        severity: Wording(
            tuple(rule for rule in english if rule.severity == severity), tuple(sorted(allowed))
        )
        for severity in _SEVERITIES
    }


def phrases_of(rule: WordingRule) -> Iterator[str]:
    """The phrases that a rule allows."""
    for exception in rule.exceptions:
        if exception.startswith(_ALLOWED):
            yield _as_searched(exception.removeprefix(_ALLOWED))


def small_letters(text: str) -> str:
    """The text in lower case, with every character at its position."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def titles_of_works(entries: Iterable[Document]) -> frozenset[str]:
    """The titles of resources, as names of works."""
    return frozenset(made_of(one, title_of) for one in entries if one.kind is Kind.RESOURCE)


def with_avoided_words(titles: Iterable[str], lists: Content) -> frozenset[str]:
    """The titles with words that the register discourages."""
    found = wordings(lists).values()
    return frozenset(
        title
        for title in titles
        if any(next(wording.matches(small_letters(title)), None) for wording in found)
    )


def title_of(work: Document) -> str:
    """The title of a work, which is kept from run to run."""
    return work.text("title")
