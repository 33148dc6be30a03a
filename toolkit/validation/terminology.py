"""Looks for words of the terminology register in our own texts, sparing what isn't ours.

Titles of works, quotations, names of organizations and addresses keep their own words.
"""

import re
from collections.abc import Iterator

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.registers import WordingRule
from toolkit.content.schema import Form, Kind
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.passages import Passage, of_body, of_leaf
from toolkit.validation.wording import expression_of, phrases_of, small_letters, wordings
from toolkit.validation.words import quote

_NOTE = "text that carries the note"
_LONGEST_NAME = 500
_OWN_FIELDS = ("title", "summary")
_OF_CHOICES = ("use", "caution")
_QUOTATION = re.compile(
    r'"[^"\n]{1,1000}(?:\n[^"\n]{1,1000}){0,9}"|“[^”]{1,2000}”|«[^»]{1,2000}»|„[^“”]{1,2000}[“”]'
)
_BLOCK_QUOTATION = re.compile(r"^ {0,3}>.*(?:\n.*\S.*)*", re.MULTILINE)
_ADDRESS = re.compile(r"\]\([^)\s]*|\]:\s*\S+|\b[a-z]+://\S+", re.IGNORECASE)


def wording_findings(context: Context, severity: str) -> Findings:
    """A finding for each word that the register discourages with this severity."""
    content = context.content
    if not content.documents or not content.terminology.sound:
        return
    wording = context.lists.whole(wordings)[severity]
    for document in content.documents:
        for passage in _own_words(document):
            for match, rule in wording.matches(small_letters(passage.text)):
                if rule is None or _carries_note(rule, document):
                    continue
                names = context.lists.whole(_Names)
                if not any(
                    a <= match.start() and match.end() <= b
                    for a, b in names.spared(passage, match, context.lists.titles)
                ):
                    yield _finding(passage, match, rule, content)


def _own_words(document: Document) -> Iterator[Passage]:
    for leaf in document.leaves:
        own = leaf.name in _OWN_FIELDS or leaf.field.name in _OF_CHOICES
        if own and (leaf.name != "title" or document.kind is not Kind.RESOURCE):
            yield of_leaf(leaf, document)
    if document.front is not None and document.body:
        yield of_body(document)


def _carries_note(rule: WordingRule, document: Document) -> bool:
    if _NOTE not in rule.exceptions:
        return False
    text = " ".join(document.source.text.lower().replace("’", "'").split())
    return any(phrase in text for phrase in phrases_of(rule))


class _Names:
    """The names and titles that texts may use as they are."""

    def __init__(self, content: Content) -> None:
        self._patterns: dict[str, re.Pattern[str] | None] = {}
        self._of_lists = {
            one
            for body in content.organisations.items.values()
            for one in (body.name, *body.names.values())
        }
        for instrument in content.instruments.items.values():
            self._of_lists |= {instrument.short_title, instrument.full_title}

    def _with(self, found: str, titles: frozenset[str]) -> re.Pattern[str] | None:
        """The pattern of the names that contain what was found; None if there are none."""
        if found not in self._patterns:
            ordered = sorted(self._of_lists | titles, key=lambda name: (-len(name), name))
            names = [name for name in ordered if found in " ".join(name.lower().split())]
            expression = "|".join(map(expression_of, names))
            self._patterns[found] = re.compile(expression, re.IGNORECASE) if names else None
        return self._patterns[found]

    def spared(
        self, passage: Passage, match: re.Match[str], titles: frozenset[str]
    ) -> Iterator[tuple[int, int]]:
        """The stretches near a match that aren't our own words."""
        text = passage.text
        patterns = [_QUOTATION, _ADDRESS]
        if not passage.name:
            patterns.append(_BLOCK_QUOTATION)
        for pattern in patterns:
            yield from (one.span() for one in pattern.finditer(text))
        found = " ".join(match[0].replace("’", "'").split())
        names = self._with(found, titles)
        near = (max(0, match.start() - _LONGEST_NAME), match.end() + _LONGEST_NAME)
        if names is not None:
            yield from (one.span() for one in names.finditer(text, *near))
        if passage.document is not None:
            for leaf in passage.document.of_form(Form.TEXT):
                if leaf.top in ("partners", "sources") and found in " ".join(
                    leaf.text.lower().split()
                ):
                    own = re.compile(expression_of(leaf.text), re.IGNORECASE)
                    yield from (one.span() for one in own.finditer(text, *near))


def _finding(
    passage: Passage, match: re.Match[str], rule: WordingRule, content: Content
) -> Finding:
    found = passage.text[match.start() : match.end()]
    return passage.finding(
        match,
        f"Avoid {quote(found)}.",
        f"prefer: {rule.prefer}",
        f"{rule.why} Keep it only in a title, a name or a quotation (rule {rule.id} in "
        f"{content.terminology.path}).",
    )
