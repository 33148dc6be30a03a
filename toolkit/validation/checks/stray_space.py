"""A space is not an ordinary space.

Word processors put spaces of other widths, no-break spaces and tabs into texts. They look like
ordinary spaces, but they can make the front matter or a heading unreadable, and searching for the
words does not find them.

## What to do

Remove the space and type it again. `toolkit check --fix` does it in the front matter, and after the
hyphen or number of an item of a list. In French, no-break spaces are right before `:`, `;`, `?`,
`!` and inside `«` `»`, and in Chinese wide spaces are accepted.

## Example

Wrong:

```yaml
title: Guide<U+00A0>for labour inspectors
```

Right:

```yaml
title: Guide for labour inspectors
```
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterator

from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.source import Location
from toolkit.validation.context import Context
from toolkit.validation.indents import indent_fixes
from toolkit.validation.passages import Passage, front_matter, of_body, written
from toolkit.validation.words import named_character

SEVERITY = Severity.WARNING

_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_FRENCH = r"(?<!«)(?<!\d)[\u00a0\u202f]+(?![:;?!»\d])"
_AFTER_A_NUMBER = r"(?<=\d)[\u00a0\u202f]+(?![\d%:;?!»])"
_BULLETS = "•·‣◦▪●■○–—\uf0b7\uf0a7"
_CHINESE = "\u3000"
# Word processors put a tab after the bullet or number of a list.
_ITEM = re.compile(r"[ \t>]*(?:[-*+o§•·‣◦▪●■○–—\uf0b7\uf0a7]|\(?\w{1,3}[.)])\t")
# The sign of an item, after which no wide space makes a list.
_SIGN = re.compile(r"[ \t>]*(?:[-*+]|\d{1,2}\.)")
_CELL_END = re.compile(r"(?<=\S) *\t+ *(?=\S)")
_FIRST = re.compile(rf"[{_SPACES}]")
# Another check reports control characters.
_IN_FACTS = re.compile(
    rf"[^\S\n\r \x0b\x0c\x1c-\x1f\x85\u2028\u2029{_CHINESE}\u00a0\u202f]+"
    rf"|{_FRENCH}|{_AFTER_A_NUMBER}"
)
# A tab in a text may indent a line of a list, so only those inside a line are looked at.
_IN_TEXT = re.compile(
    rf"[^\S\n\r\t {_CHINESE}\u00a0\u202f]+|(?<=\S)\t+(?=\S)|{_FRENCH}|(?<=[-*+.]){_CHINESE}+"
)


def check(context: Context) -> Findings:
    """Look for spaces other than U+0020, once per line."""
    for document in context.content.texts:
        if not _FIRST.search(document.source.text):
            continue
        unread = {fault.location.line for fault in document.faults if fault.check == "invalid-yaml"}
        yield from _findings(front_matter(document), _IN_FACTS, unread)
        if document.front is not None:
            body = of_body(document)
            tables = tuple(_tables(body))
            yield from map(_table, tables)
            rows = {row.line for table in tables for row in table}
            yield from _findings(body, _IN_TEXT, set(), rows)


def _tables(passage: Passage) -> Iterator[list[Location]]:
    """The lines of each table pasted with tabs: two or more rows with the same number of cells."""
    rows: list[Location] = []
    cells = 0
    for number, line in enumerate((*passage.text.split("\n"), ""), passage.line):
        found = 0 if _ITEM.match(line) else len(_CELL_END.findall(line))
        if rows and found != cells:
            if len(rows) > 1:
                yield rows
            rows = []
        if found:
            rows.append(passage.source.at(number, 1, len(line.rstrip())))
        cells = found


def _table(rows: list[Location]) -> Finding:
    first = " ".join(f"{cell.strip()} |" for cell in written(rows[0]).split("\t"))
    message = f"These {len(rows)} lines look like a table pasted with tabs."
    label = f"write | {first}"
    hint = "put | at both ends of each row and between cells, and |---|---| below the first row."
    return Finding(message, rows[0], label, hint)


def _findings(
    passage: Passage,
    pattern: re.Pattern[str],
    unread: set[int],
    rows: Container[int] = (),
) -> Findings:
    found: dict[int, Location] = {}
    fixes: defaultdict[int, list[Fix]] = defaultdict(list)
    for match in pattern.finditer(passage.text):
        place = passage.of(match)
        line_start = passage.text.rfind("\n", 0, match.start()) + 1
        after_bullet = _ITEM.fullmatch(passage.text[line_start : match.end()]) or (
            passage.text[match.start() - 1 : match.start()] in _BULLETS
        )
        after_sign = _SIGN.fullmatch(passage.text, line_start, match.start())
        if match[0][0] == _CHINESE and not after_sign:
            continue
        ends = passage.text[match.end() : match.end() + 1] in ("", "\n", "\r")
        if (place.line in rows or ends) and match[0].strip("\t") == "":
            continue  # reported as a row of a table, or as a space at the end of a line
        if place.line in unread or (match.start() and after_bullet and pattern is _IN_TEXT):
            continue  # these are reported by other checks
        found.setdefault(place.line, place)
        if pattern is _IN_FACTS:
            indents = not passage.text[line_start : match.start()].strip()
            fixes[place.line].extend(
                indent_fixes(place.source, place.line)
                if indents
                else (Fix(place, " " * len(match[0])),)
            )
        elif after_sign:
            fixes[place.line].append(Fix(place, " "))
    for line, place in found.items():
        sign = written(place)[0]
        name = "a tab" if sign == "\t" else named_character(sign)
        message = f"This is not an ordinary space: {name}."
        label = "remove it and type a space"
        hint = "other kinds of spaces come along when text is copied from a document."
        yield Finding(message, place, label, hint, fixes=tuple(fixes[line]))
