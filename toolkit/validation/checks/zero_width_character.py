"""A text contains an invisible character.

Soft hyphens, zero-width spaces and other invisible marks come along when text is copied from a
document or a web page. Nobody sees them, and a search for the word does not find it. Two of them,
the direction overrides, reverse the text after them: readers see something other than the file
says. Marks of direction, such as editors put into Arabic text, keep a line from being part of a
list if they come before its hyphen or number, and words from being a link if they come between its
brackets.

## What to do

Remove the character: put the cursor after it and press the backspace key once. `toolkit check
--fix` does it for you.

## Example

Wrong:

```markdown
traf<U+00AD>ficking
```

Right:

```markdown
trafficking
```
"""

import re
from collections.abc import Iterator

from toolkit.content.document import Document
from toolkit.content.matching import Leaf
from toolkit.content.references import references
from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.source import Location
from toolkit.validation.context import Context
from toolkit.validation.passages import Passage, front_matter, of_body, of_leaf, written
from toolkit.validation.web_addresses import objection
from toolkit.validation.words import named_character

SEVERITY = Severity.WARNING

# Joiners are correct between letters of Arabic, Persian and Indian scripts, and in some emoji.
_ASCII = r"[\x20-\x7e\u00a1-\u024f]"
_ALWAYS = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u202d\u202e\u2060-\u2065\u3164"
    r"\ufe03-\ufe0d\ufeff\uffa0\ufff9-\ufffc\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
# These choose a form of the Chinese character or sign before them. After a letter, they do nothing,
# and many of them can hide any text.
_FORMS = r"\ufe00-\ufe02\ufe0e\ufe0f\U000e0100-\U000e01ef"
_LETTER = r"[A-Za-z\u00c0-\u024f]"
DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069"
INVISIBLE = rf"{_ALWAYS}{DIRECTIONS}\u200c\u200d"
# Not from within a run of them: a long one would take minutes.
_BEFORE_SIGN = re.compile(
    rf"(?<![{DIRECTIONS}])[{DIRECTIONS}]+(?= {{0,3}}(?:(?:[-*+]|\d{{1,2}}[.)])[ \t]|>))"
    rf"|(?<=\])[{DIRECTIONS}]+(?=\()"
)
_HIDDEN_HEADING = re.compile(
    rf"^[ \t>]*(?P<before>(?P<marks>[{INVISIBLE}]+) {{0,3}})#{{1,6}}[ \t]", re.MULTILINE
)
# A set of characters at its start makes finding it fast.
_WIDTHLESS = re.compile(
    rf"[{_ALWAYS}{_FORMS}\u200c\u200d\u2066-\u2068](?:"
    rf"(?<=[{_ALWAYS}])[{_ALWAYS}]*"
    r"|(?<=[\u2066-\u2068])(?![^\n\u2066-\u2068]*\u2069)"  # an isolate that isn't closed
    rf"|(?<={_ASCII}[\u200c\u200d])[\u200c\u200d]*(?={_ASCII})"
    rf"|(?<={_LETTER}[{_FORMS}])[{_FORMS}]*|(?<=[{_FORMS}])[{_FORMS}]+)"
)

_CODE = "remove the code from its first to its last character."


def check(context: Context) -> Findings:
    """Look for zero-width characters in facts and texts, lists among them."""
    hint = "put the cursor after it and press the backspace key."
    for leaf in context.content.leaves(Form.TEXT):
        if leaf.text.isascii() or leaf.location.source.path.endswith(".md"):
            continue
        passage = of_leaf(leaf)
        for match in _WIDTHLESS.finditer(passage.text):
            yield _finding(passage.of(match), match[0], hint)
        yield from _escaped(leaf)
    for document in context.content.texts:
        text = document.source.text
        is_odd = _WIDTHLESS.search(text) or _BEFORE_SIGN.search(text)
        if "&" not in text and "\\" not in text and not is_odd:
            continue
        refused = {
            (fault.location.line, fault.location.column)
            for fault in document.faults
            if fault.check == "control-character"
        }
        # Reported by invalid-address.
        refused |= {
            (leaf.location.line, leaf.location.column + index)
            for leaf in document.of_form(Form.ADDRESS)
            if objection(leaf.text)
            for index in range(len(leaf.text) + 1)
        }
        passages = [front_matter(document)]
        if document.front is not None and document.body:
            passages.append(of_body(document))
            # Reported by hidden-heading.
            hidden = (passages[1].of(one, "marks") for one in hidden_headings(passages[1]))
            refused |= {
                (place.line, column)
                for place in hidden
                for column in range(place.column, place.end_column)
            }
        for passage in passages:
            for match in (*_WIDTHLESS.finditer(passage.text), *_before_signs(passage)):
                place = passage.of(match)
                if (place.line, place.column) not in refused:
                    yield _finding(place, match[0], hint, Fix(place, ""))
        yield from _codes(document, passages[1:])


def hidden_headings(passage: Passage) -> Iterator[re.Match[str]]:
    """The lines that invisible `marks`, and spaces after them, keep from being headings."""
    return iter(()) if passage.text.isascii() else _HIDDEN_HEADING.finditer(passage.text)


def _before_signs(passage: Passage) -> Iterator[re.Match[str]]:
    """The marks of direction that keep Markdown from having an effect."""
    for match in _BEFORE_SIGN.finditer(passage.text):
        start = match.start()
        before = passage.text[passage.text.rfind("\n", 0, start) + 1 : start]
        if before.endswith("]") or not before.strip(" \t>"):
            yield match


def _codes(document: Document, bodies: list[Passage]) -> Findings:
    """The codes for such characters: HTML in bodies, and YAML in facts."""
    for passage in bodies:
        for code, shown in references(passage.text):
            before = passage.text[max(code.start() - 1, 0) : code.start()]
            around = f"{before}{shown}{passage.text[code.end() : code.end() + 1]}"
            if match := _WIDTHLESS.match(around, len(before)):
                place = passage.of(code)
                yield _finding(place, match[0], _CODE, Fix(place, ""))
    for leaf in document.leaves if "\\" in document.source.text else ():
        yield from _escaped(leaf)


def _escaped(leaf: Leaf) -> Findings:
    found = _WIDTHLESS.search(leaf.text)
    if found and not _WIDTHLESS.search(written(leaf.location)):
        yield _finding(leaf.location, found[0], _CODE)


def _finding(place: Location, found: str, hint: str, *fixes: Fix) -> Finding:
    message = f"There is an invisible character here: {named_character(found[0])}."
    label = "remove it"
    return Finding(message, place, label, hint, fixes=fixes)
