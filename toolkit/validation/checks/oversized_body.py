"""The text of a page is far too long, or holds far too many signs.

A text of the toolkit is read on one page. What is many times longer is a whole document, or is made
to keep the program busy. Limits: 200,000 characters, and 2,000 brackets, stars or underscores in
one paragraph.

## What to do

Keep the document at its publisher, and tell what it says. Break up a paragraph of thousands of
signs.

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

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from toolkit.content.document import Document
from toolkit.content.front_matter import LARGEST_BODY
from toolkit.content.reader import Content
from toolkit.problems import Finding, Severity

ID: Final = "oversized-body"
SEVERITY: Final = Severity.ERROR

_MOST_SIGNS = 2_000
_PARAGRAPH_END = re.compile(r"\n[ \t>]*\n")
_SIGNS = "[*_`<&!"


def check(content: Content, day: date) -> Iterator[Finding]:
    """Report texts that were not read for their size, and paragraphs of too many signs."""
    for fault in content.faults(ID):
        yield Finding(
            f"The text has {int(fault.detail):,} characters; {LARGEST_BODY:,} are read at most.",
            fault.location,
            "",
            "shorten it, and link to large works at their publisher.",
        )
    for document in content.documents:
        if document.front is not None and len(document.body) > _MOST_SIGNS:
            yield from _paragraphs(document)


def _paragraphs(document: Document) -> Iterator[Finding]:
    body = document.body
    if max(body.count(sign) for sign in _SIGNS) <= _MOST_SIGNS:
        return
    line = document.body_line
    start = 0
    for end in (*(match.end() for match in _PARAGRAPH_END.finditer(body)), len(body)):
        paragraph = body[start:end]
        for sign in _SIGNS:
            if paragraph.count(sign) > _MOST_SIGNS:
                yield Finding(
                    f'This paragraph holds more than {_MOST_SIGNS:,} signs "{sign}".',
                    document.source.at(line + len(paragraph) - len(paragraph.lstrip("\n")), 1, 1),
                    "break it up, or remove the signs",
                    "a paragraph of so many signs can't be shown in reasonable time.",
                )
                break
        line += paragraph.count("\n")
        start = end
