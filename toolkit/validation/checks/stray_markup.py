"""Markdown has no effect, so readers see its characters, or a part of a table is lost.

A link whose brackets are the wrong way round, a note without its text or a table without its line
of hyphens is shown to readers just as it was typed. A row with more cells than the first row of its
table loses those at its end. Titles, summaries and other fields are plain text: there, Markdown and
HTML never have an effect. A field that is indented below such a text becomes a part of it.

## What to do

Write it as the message shows. A link is `[words](address)`, a note is `[^1]` in the text and
`[^1]: ...` on a line of its own, and a table has a blank line above it and `|---|---|` below its
first row. To show such characters as they are, put them in backticks.

## Example

Wrong:

```markdown
(Guide of the ILO)[https://www.ilo.org/guide]
```

Right:

```markdown
[Guide of the ILO](https://www.ilo.org/guide)
```
"""

import re

from toolkit.content.document import Document
from toolkit.content.schema import Kind
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.broken_tables import AS_TYPED, broken_tables
from toolkit.validation.context import Context
from toolkit.validation.field_names import without_year
from toolkit.validation.link_brackets import LINKS, unopened
from toolkit.validation.passages import Passage
from toolkit.validation.without_colon import NAMES
from toolkit.validation.words import last_part, quote

SEVERITY = Severity.WARNING

_DEFINED = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:", re.MULTILINE)
_NOTE = re.compile(r"\[(\^[^\[\]\s]+)\](?!:)")
# As a word processor writes the number of a note, if a text is copied from it.
_NUMBERED = re.compile(r"(?<=[a-zà-ÿа-я.,;:)»”])\[(\d{1,3})\](?![\[(:])")
# Two numbers in brackets are another kind of notes: [12][13].
_REFERENCE = re.compile(r"\[(?!\d+\]\[\d+\])[^\[\]\n]+\]\[([^\[\]\n]+)\]")
# Words in italics, and asterisks that stand for themselves, may be among bold words.
_IN_BOLD = r"(?:[^*\n]|(?<=\\)\*|(?<=\s)\*(?=\s)|(?<!\\)\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s\\])\*)"
_BOLD = re.compile(
    rf"\*\*(?=[^\s*]|\*[^\s*]){_IN_BOLD}{{0,500}}?"
    rf"(?:\n(?!\s*\n){_IN_BOLD}{{0,500}}?){{0,8}}(?<=\S)\*\*"
)
# What other kinds of Markdown, and converters of Word documents, put in braces.
_BRACES = r"\{:? *(?:[.#][\w-]+|[a-z-]+=)[^{}\n]{0,200}\}"
# A space inside one or both pairs of asterisks.
_SPACED = re.compile(
    r"(?<!\S)\*\*(?= |[^*\n]{1,200} \*\*) {0,3}"
    r"(?P<words>[^*\s](?:[^*\n]{0,200}[^*\s])?) {0,3}\*\*"
)
# Characters that must be there, the pattern, what is wrong, and what to write.
_ROWS = (
    *LINKS,
    (
        "!!!",
        r"^ {0,3}!!! [a-z]+(?: \"[^\"\n]*\")?[ \t]*$",
        "This does not make a box.",
        "begin with a word in bold: **Note:**",
    ),
    (
        "[[",
        r"!?\[\[[^\[\]\n]+\]\](?!\()",
        "Double brackets do not make a link.",
        "write [name of the page](address)",
    ),
    (
        "~~",
        r"~~(?P<words>[^~\s][^~\n]*)~~",
        "Text can't be crossed out.",
        "remove the words, or the characters ~~",
    ),
    (
        "==",
        r"(?<![=\w])==(?P<words>[^=\s][^=\n]*)==(?![=\w])",
        "Text can't be highlighted.",
        "write **{words}**",
    ),
    (
        "^",
        r"(?<=[^\W\d_\]])\^(?P<words>\d{1,3}|st|nd|rd|th)\^(?!\w)",
        "Text can't be raised.",
        "write {words}, or for a note [^{words}] and at the end [^{words}]: its text",
    ),
    (
        "",
        r"[⁰¹²³⁴-⁹](?:(?<=[a-zà-ÿ][.,;:)»”].)|(?<=[a-zà-ÿ]{3}.))[⁰¹²³⁴-⁹]{0,2}(?!\w)",
        "This number leads to no note.",
        "write [^1], and at the end of the text [^1]: and the note",
    ),
    (
        "] ",
        r"(?<=[-*+] )\[[ xX]\](?= )",
        "A list can't have boxes to tick.",
        "remove the brackets",
    ),
    (
        "{",
        rf"(?:\[\]|(?<=\))){_BRACES}|(?<=[^\s\]]) +{_BRACES}(?=[ \t]*$)",
        "The text in braces has no effect.",
        "remove it",
    ),
    (
        "]{",
        rf"\[(?P<words>[^\[\]\n]{{1,200}})\]{_BRACES}",
        "The text in braces has no effect.",
        "write {words}",
    ),
    (
        "{",
        r"\{(?:\+\+|--|~~|>>|==)(?P<words>[^{}\n]{0,200})(?:\+\+|--|~~|<<|==)\}",
        "Changes can't be marked in a text.",
        "keep one wording, without braces",
    ),
    (
        "[!",
        r"(?<=^> )\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]",
        "This does not make a box.",
        "begin with a word in bold: **Note:**",
    ),
    (
        ":::",
        r"^:{3,}[^\n]*$",
        "A line of colons has no effect.",
        "remove the line",
    ),
    (
        "**",
        _SPACED.pattern,
        "There are spaces between the asterisks and the words.",
        "write **{words}**",
    ),
    # Programs that save documents as Markdown treat typed characters as plain text.
    (
        "\\",
        r"\\\*\\\*(?P<words>[^*\s\\][^*\n]{0,200}?)\\\*\\\*",
        "The backslashes keep these words from being bold.",
        "write **{words}**",
    ),
    (
        "\\",
        r"^ {0,3}(?P<sign>\\[-*+]|\\#{1,4}|\d{1,2}\\\.)(?= )",
        "The backslash keeps this line from being a heading or part of a list.",
        "remove the backslash",
    ),
)
_TYPED = tuple(
    (sign, re.compile(pattern, re.MULTILINE), message, label)
    for sign, pattern, message, label in _ROWS
)
_IN_FIELD = re.compile(
    r"\*\*(?P<words>[^*\s][^*\n]{0,200})\*\*|\[(?P<linked>[^\[\]\n]{1,200})\]\([^\s()]+\)"
    r"|<(?P<tag>b|i|em|strong|u|p|span|sup|sub)>(?P<tagged>[^<>\n]{0,200})</(?P=tag)>|<br ?/?>"
    r"|(?<=[a-zà-ÿ.,;:)])\[\d{1,3}\]"
)
# A field whose value is no prose, on a line of a text.
_INDENTED_FIELD = re.compile(
    r"^ +(?P<name>[a-z_]+): (?:\[[^\n]*\]|\{[^\n]*\}|https?://\S+|\d{4}(?:-[\d-]+)?)[ \t]*$",
    re.MULTILINE,
)
_ENTRIES = {Kind.PRACTICE, Kind.RESOURCE}
_BODIES = {"organisations", "partners"}  # An entry needs one of them.
_UNENDED = re.compile(r"[,;\uff0c\uff1b\u060c](?=['\"]?\s*$)")
# With the fence that was to close it, and has another number of signs.
_FENCE = re.compile(
    r"^(?P<line>(?P<sign>(?P<one>[`~])(?P=one){2,}).*)$"
    r"(?:(?:\n(?!```|~~~).*)*\n(?P<end>(?!(?P=sign) *$)(?P=one){3,}) *$)?",
    re.MULTILINE,
)
_MANY = 100  # So many aren't a slip; excessive-work looks at them.
_SPACED_HEADING = re.compile(r"^ {1,3}(?P<heading>#{2,4} [^\n]{0,200})$", re.MULTILINE)
_OPENED = re.compile(r"(?<!\S)\*\*(?=\w)|(?P<end>(?<=[^\W\d_])\*\*(?![\w*]))")
# A line of a table drawn with characters, as made by document converters.
_DRAWN = re.compile(r"^\+[-=+:]{3,}\+[ \t]*$", re.MULTILINE)
# An indented paragraph.
_INDENTED = re.compile(r"(?: {4}|\t)\s*[\"“«(*_]{0,3}[^\W\d_][^\s{}<>=|]*(?: [^\s{}<>=|]+){3}")


def check(context: Context) -> Findings:
    """Look at all texts, without their code, and at the fields of plain text."""
    excused = without_year(context.content)
    for document in context.content.texts:
        for passage in context.fields(document):
            if "\n" in passage.text:
                yield from _fields_in(passage, document, has_year=document.source.path in excused)
            if end := _UNENDED.search(passage.text):
                yield passage.finding(
                    passage.at(end.start(), 1),
                    f"The value ends with {quote(end[0][0])}, as if more were to follow.",
                    "remove it, or write what follows",
                    "readers would see it there.",
                )
            for match in _IN_FIELD.finditer(passage.text):
                words = match["words"] or match["linked"] or match["tagged"] or ""
                message = f"This field is plain text, so {quote(match[0])} has no effect."
                label = f"write {words}" if words else "remove it"
                yield passage.finding(match, message, label, AS_TYPED)
    # Of practices and translations, the checks of their sections report them.
    told = {
        text.source.path for text in context.content.texts if text.of or text.kind is Kind.PRACTICE
    }
    for passage in context.bodies:
        if " ##" in passage.text and passage.source.path not in told:
            for match in _SPACED_HEADING.finditer(passage.text):
                message = "A space keeps this line from being a heading."
                yield passage.finding(match, message, f"write {match['heading']}", AS_TYPED)
        yield from _in_body(passage)


def _fields_in(passage: Passage, document: Document, *, has_year: bool) -> Findings:
    """The fields that became part of a text because they are indented."""
    # missing-field reports these, too.
    told = {last_part(one.field) for one in document.faults if one.field}
    told -= {"year"} if has_year else set()
    if document.kind in _ENTRIES and not document.names & _BODIES:
        told |= _BODIES
    for match in _INDENTED_FIELD.finditer(passage.text):
        if match["name"] in NAMES - told:
            message = f"The field {quote(match['name'])} is indented, so it is part of this text."
            label = f"align it with {quote(last_part(passage.name))} above"
            yield passage.finding(passage.of(match, "name"), message, label, AS_TYPED)


def _in_body(passage: Passage) -> Findings:
    text = passage.text
    for sign, pattern, message, label in _TYPED:
        for match in pattern.finditer(text) if sign in text else ():
            yield passage.finding(match, message, label.format(**match.groupdict()), AS_TYPED)
    if "[" in text:
        yield from _undefined(passage)
    for match in unopened(text) if "](" in text else ():
        message = "The words of this link do not begin with a bracket."
        yield passage.finding(match, message, 'write "[" before its first word', AS_TYPED)
    if "**" in text:
        yield from _half_bold(passage)
    for match in _FENCE.finditer(text) if "```" in text or "~~~" in text else ():
        label = f"write {match['sign']} below the last line of code, or remove this line"
        if match["end"]:
            label = f"write {match['end']}, as in line {passage.of(match, 'end').line}"
        place = passage.of(match, "line")
        yield passage.finding(place, "The code that begins here does not end.", label, AS_TYPED)
    if "|" in text:
        yield from broken_tables(passage)
    if drawn := _DRAWN.search(text):
        yield passage.finding(
            drawn, "This does not make a table.", "write | between cells", AS_TYPED
        )
    if passage.document is not None and passage.document.is_entry:
        yield from _indented(passage, passage.document)


def _half_bold(passage: Passage) -> Findings:
    # Correct bold marks are replaced with spaces, so that only the rest is seen.
    spaced = _SPACED.sub(lambda match: " " * len(match[0]), passage.text)
    left = _BOLD.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), spaced)
    opened = tuple(_OPENED.finditer(left))
    for match in opened if len(opened) < _MANY else ():
        message, label = "The bold words do not end.", "close them with **"
        if match["end"]:
            message, label = "The bold words do not begin.", "write ** before the first"
        yield passage.finding(match, message, label, AS_TYPED)


def _undefined(passage: Passage) -> Findings:
    """Notes and links without the line at the end of the text that they name."""
    text = passage.text
    defined: set[str] = set()
    lines: set[str] = set()
    for match in _DEFINED.finditer(text):
        line = text[match.start() : text.find("\n", match.end()) % (len(text) + 1)]
        name = " ".join(match[1].casefold().split())
        if name in defined:
            message = f"There are two lines for {quote(f'[{match[1]}]')}."
            label, hint = "give one of them another name", "readers would see only one of the two."
            label = "remove this line" if line in lines else label
            yield Finding(message, passage.of(match), label, hint)
        defined.add(name)
        lines.add(line)
    notes = [
        (one, text.endswith("\n", 0, one.start()))
        for one in _NOTE.finditer(text)
        if one[1].casefold() not in defined
    ]
    called = {one[1] for one, begins in notes if not begins}
    texts = {one[1] for one, begins in notes if begins} & called
    for match, begins in notes:
        if match[1] not in texts:
            message = f"The text of the note {quote(match[0])} is missing."
            yield passage.finding(match, message, f"write it at the end: {match[0]}: ...", AS_TYPED)
        elif begins:
            message = f"There is no colon between {quote(match[0])} and the text of the note."
            yield passage.finding(match, message, f"write {match[0]}:", AS_TYPED)
    for match in _REFERENCE.finditer(text):
        if " ".join(match[1].casefold().split()) not in defined:
            message = f"No line says where {quote(f'[{match[1]}]')} leads."
            yield passage.finding(match, message, "write [words](address)", AS_TYPED)
    number = next((one for one in _NUMBERED.finditer(text) if one[1] not in defined), None)
    if number:
        label = f"write [^{number[1]}], and at the end of the text [^{number[1]}]: and the note"
        yield passage.finding(number, "This number leads to no note.", label, AS_TYPED)


def _indented(passage: Passage, document: Document) -> Findings:
    """The paragraphs that are code because of their indent: no entry has such code."""
    above = ""
    fenced = False
    lines = zip(document.body.split("\n"), passage.text.split("\n"), strict=True)
    for number, (line, left) in enumerate(lines, document.body_line):
        fenced ^= line.startswith(("```", "~~~"))
        match = _INDENTED.match(line) if not (left or fenced or above.strip()) else None
        above = line
        if match:
            message = "This line is indented, so readers would see it as code."
            label = "remove the spaces before it"
            hint = "a paragraph begins at the left edge, below a blank line."
            yield Finding(message, document.source.at(number, 1, len(match[0])), label, hint)
