"""Looks for words of the terminology register in our own texts, sparing what is not ours.

Titles of works, quotations, names of organizations and addresses keep their own words. All
phrases are looked for at once: the longest first, so that `child prostitution` is found and not
only `prostitution`, and allowed phrases among them, so that their parts are not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.registers import WordingRule
from toolkit.content.schema import Form, Kind
from toolkit.problems import Finding
from toolkit.validation.passages import Passage, of_body, of_leaf
from toolkit.validation.words import quote

_ALLOWED = "phrase: "
_NOTE = "text that carries the note"
_LONGEST_NAME = 500
_OWN_FIELDS = ("title", "summary")
_QUOTATION = re.compile(
    r'"[^"\n]{1,1000}(?:\n[^"\n]{1,1000}){0,9}"|“[^”]{1,2000}”|«[^»]{1,2000}»|„[^“”]{1,2000}[“”]'
)
_BLOCK_QUOTATION = re.compile(r"^ {0,3}>.*(?:\n.*\S.*)*", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
# The same for plain letters alone, which most texts are made of, at a fraction of the cost.
_PLAIN = {ord(sign): " " for sign in map(chr, range(128)) if not _WORD.fullmatch(sign)}
_ADDRESS = re.compile(r"\]\([^)\s]*|\]:\s*\S+|\b[a-z]+://\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Wording:
    """The phrases of one severity, ready to be looked for."""

    rules: tuple[WordingRule, ...]
    allowed: tuple[str, ...]

    @cached_property
    def _by_phrase(self) -> dict[str, WordingRule]:
        return {phrase.lower(): rule for rule in self.rules for phrase in rule.avoid}

    @cached_property
    def _endings(self) -> tuple[tuple[str, WordingRule], ...]:
        pairs = ((p.removesuffix("*"), rule) for p, rule in self._by_phrase.items() if p[-1] == "*")
        return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        """Phrases by the longest word that a text must hold to hold them."""
        found: dict[str, list[str]] = {}
        for phrase in {*self._by_phrase, *self.allowed}:
            whole = _whole_words(phrase)
            if whole:
                found.setdefault(max(whole, key=len), []).append(phrase)
        return found

    @cached_property
    def _by_beginning(self) -> tuple[tuple[str, str], ...]:
        """The phrases of one word with any ending, each with what its word begins with."""
        endings = (phrase for phrase in self._by_phrase if phrase.endswith("*"))
        return tuple((f" {one[:-1]}", one) for one in endings if len(_WORD.findall(one)) == 1)

    def matches(self, small: str) -> Iterator[re.Match[str]]:
        """The phrases found in a text in small letters: the first, of these the longest, and on.

        Only phrases of which a word is in the text are looked for, so that hundreds of phrases
        cost little where there are none.
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
        found = [match for one in phrases for match in _occurrences(one, small)]
        end = 0
        for match in sorted(found, key=lambda match: (match.start(), -match.end())):
            if match.start() >= end:
                end = match.end()
                yield match

    def rule(self, found: str) -> WordingRule | None:
        """The rule against what was found; None where it is an allowed phrase."""
        text = " ".join(found.lower().replace("’", "'").split())
        if text in self._by_phrase:
            return self._by_phrase[text]
        if text in self.allowed:
            return None
        return next((rule for start, rule in self._endings if text.startswith(start)), None)


@lru_cache(maxsize=4096)
def _whole_words(phrase: str) -> tuple[str, ...]:
    words = _WORD.findall(phrase)
    return tuple(words[:-1] if phrase.endswith("*") else words)


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_expression(phrase)}(?!\w)")


def _occurrences(phrase: str, small: str) -> Iterator[re.Match[str]]:
    """Where a phrase stands; its first word is sought as plain text, which is many times faster."""
    pattern = _pattern(phrase)
    first = _WORD.findall(phrase)[0]
    start = small.find(first)
    while start >= 0:
        match = pattern.match(small, start)
        if match:
            yield match
        start = small.find(first, start + 1)


def _expression(phrase: str) -> str:
    words = re.escape(phrase.removesuffix("*")).replace("\\ ", r"\s+").replace("'", "['’]")
    return rf"{words}\w*" if phrase.endswith("*") else words


def _wording(rules: tuple[WordingRule, ...], severity: str) -> Wording:
    english = [rule for rule in rules if rule.language.partition("-")[0] == "en"]
    allowed = {phrase for rule in english for phrase in _phrases(rule)}
    return Wording(tuple(r for r in english if r.severity == severity), tuple(sorted(allowed)))


def _phrases(rule: WordingRule) -> Iterator[str]:
    for exception in rule.exceptions:
        if exception.startswith(_ALLOWED):
            yield exception.removeprefix(_ALLOWED).strip().lower()


def wording_findings(content: Content, severity: str) -> Iterator[Finding]:
    """A finding for each word that the register discourages with this severity."""
    if not content.terminology.sound:
        return
    wording = _wording(tuple(content.terminology.items.values()), severity)
    names = _Names(content)
    for document in content.documents:
        for passage in _own_words(document):
            for match in wording.matches(_small(passage.text)):
                rule = wording.rule(match[0])
                if rule is None or _carries_note(rule, document):
                    continue
                if not any(
                    a <= match.start() and match.end() <= b for a, b in names.spared(passage, match)
                ):
                    yield _finding(passage, match, rule, content)


def _small(text: str) -> str:
    """The text in small letters, each in its place."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def _own_words(document: Document) -> Iterator[Passage]:
    for leaf in document.leaves:
        own_title = leaf.name != "title" or document.kind is not Kind.RESOURCE
        if leaf.name in _OWN_FIELDS and own_title:
            yield of_leaf(leaf, document)
    if document.front is not None and document.body:
        yield of_body(document)


def _carries_note(rule: WordingRule, document: Document) -> bool:
    if _NOTE not in rule.exceptions:
        return False
    text = " ".join(document.source.text.lower().split())
    return any(phrase in text for phrase in _phrases(rule))


class _Names:
    """The names and titles that texts may hold as they are."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._patterns: dict[str, re.Pattern[str] | None] = {}

    @cached_property
    def _all(self) -> frozenset[str]:
        names = {
            one
            for body in self._content.organisations.items.values()
            for one in (body.name, *body.names.values())
        }
        for instrument in self._content.instruments.items.values():
            names |= {instrument.short_title, instrument.full_title}
        names |= {
            document.text("title")
            for document in self._content.entries
            if document.kind is Kind.RESOURCE
        }
        return frozenset(name for name in names if len(name) > 3)

    @cached_property
    def _small(self) -> tuple[tuple[str, str], ...]:
        ordered = sorted(self._all, key=lambda name: (-len(name), name))
        return tuple((" ".join(name.lower().split()), name) for name in ordered)

    def _with(self, found: str) -> re.Pattern[str] | None:
        """What finds the names that hold what was found; None where there are none."""
        if found not in self._patterns:
            names = [name for small, name in self._small if found in small]
            expression = "|".join(map(_expression, names))
            self._patterns[found] = re.compile(expression, re.IGNORECASE) if names else None
        return self._patterns[found]

    def spared(self, passage: Passage, match: re.Match[str]) -> Iterator[tuple[int, int]]:
        """The stretches near a match that are not in our own words."""
        text = passage.text
        patterns = [_QUOTATION, _ADDRESS]
        if not passage.name:
            patterns.append(_BLOCK_QUOTATION)
        for pattern in patterns:
            yield from (one.span() for one in pattern.finditer(text))
        found = " ".join(match[0].replace("’", "'").split())
        names = self._with(found)
        near = (max(0, match.start() - _LONGEST_NAME), match.end() + _LONGEST_NAME)
        if names is not None:
            yield from (one.span() for one in names.finditer(text, *near))
        if passage.document is not None:
            for leaf in passage.document.of_form(Form.TEXT):
                if leaf.top in ("partners", "sources") and found in " ".join(
                    leaf.text.lower().split()
                ):
                    own = re.compile(_expression(leaf.text), re.IGNORECASE)
                    yield from (one.span() for one in own.finditer(text, *near))


def _finding(
    passage: Passage, match: re.Match[str], rule: WordingRule, content: Content
) -> Finding:
    found = passage.text[match.start() : match.end()]
    return Finding(
        f"Avoid {quote(found)}.",
        passage.at(match.start(), len(match[0])),
        f"prefer: {rule.prefer}",
        f"{rule.why} Keep it only in a title, a name or a quotation (rule {rule.id} in "
        f"{content.terminology.path}).",
        passage.name,
    )
