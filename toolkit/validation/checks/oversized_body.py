"""The text of a page is far too long, or contains far too many special characters.

Readers read a text of the toolkit on one page. Anything many times longer is a whole document, or
is meant to keep the program busy. Limits: 200,000 characters, 500 headings, and a thousand brackets
in one paragraph.

## What to do

Leave the document on its publisher's site, and summarize it. Split paragraphs with hundreds of
links.

## Example

Wrong:

```text
guide.md    with the whole guide of 300 pages
```

Right:

```yaml
url: https://www.unodc.org/guide.pdf
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from toolkit.content.document import Document
from toolkit.content.front_matter import LARGEST_BODY
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context

_MOST_HEADINGS = 500
# Rendering time grows with the square of the number of brackets in a paragraph: a thousand in one
# paragraph, or a hundred in each of a hundred.
_MOST_WORK = 1_000_000
_HEADING = re.compile(r"^(?:#|(?=[^\n]*\S)[^\n]*\n(?:=+|-+) *$)", re.MULTILINE)
# Each definition below another one is parsed inside it.
_MOST_DEFINITIONS = 100
_DEFINITION = re.compile(r"^ {0,3}: ", re.MULTILINE)
_PARAGRAPH_END = re.compile(r"\n[ \t>]*\n")


def check(context: Context) -> Findings:
    """Report texts that weren't read because of their size, and those that are too complex."""
    for fault in context.content.faults("oversized-body"):
        message = f"The text has {fault.numbers[0]:,} characters; the limit is {LARGEST_BODY:,}."
        hint = "shorten it, and link to large works on their publisher's site."
        yield Finding(message, fault.location, hint=hint)
    for document in context.content.texts:
        if document.front is not None:
            yield from _headings(document)
            yield from _brackets(document)
            yield from _definitions(document)


def _headings(document: Document) -> Findings:
    if document.body.count("\n") <= _MOST_HEADINGS:
        return
    starts = [*_HEADING.finditer(document.outline.text)]
    if len(starts) > _MOST_HEADINGS:
        yield Finding(
            f"The text has {len(starts):,} headings; the limit is {_MOST_HEADINGS}.",
            document.source.at_line(_line(document, starts[_MOST_HEADINGS].start())),
            "the first one over the limit",
            "shorten it, and link to large works on their publisher's site.",
        )


def _brackets(document: Document) -> Findings:
    body = document.body
    if body.count("[") ** 2 <= _MOST_WORK:
        return
    work = 0
    for start, end in _paragraphs(body):
        work += body.count("[", start, end) ** 2
        if work > _MOST_WORK:
            first = end - len(body[start:end].lstrip("\n"))
            yield Finding(
                f"The text contains {body.count('['):,} brackets, too many of them close together.",
                document.source.at(_line(document, first), 1, 1),
                "too many before this one to display in reasonable time",
                "remove brackets that belong to no link, or split the paragraph.",
            )
            return


def _definitions(document: Document) -> Findings:
    body = document.body
    if body.count(": ") <= _MOST_DEFINITIONS:
        return
    for start, end in _paragraphs(body):
        found = [match.start() for match in _DEFINITION.finditer(body, start, end)]
        if len(found) > _MOST_DEFINITIONS:
            yield Finding(
                f"{len(found):,} definitions follow each other without a blank line.",
                document.source.at_line(_line(document, found[_MOST_DEFINITIONS])),
                "the first one over the limit",
                "put a blank line above each term.",
            )


def _paragraphs(body: str) -> Iterator[tuple[int, int]]:
    """The start and the end of each paragraph, with the blank line below it."""
    return pairwise((0, *(match.end() for match in _PARAGRAPH_END.finditer(body)), len(body)))


def _line(document: Document, offset: int) -> int:
    return document.body_line + document.body.count("\n", 0, offset)
