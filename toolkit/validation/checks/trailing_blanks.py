"""Blanks that nobody sees stand at the end of a line of the facts.

They do no harm by themselves, but programs that compare versions show lines as changed that look
the same.

## What to do

Delete them, or leave it to `toolkit check --fix`. This notice stops nothing.

## Example

Wrong:

```yaml
title: Guide for labour inspectors<blank><blank>
```

Right:

```yaml
title: Guide for labour inspectors
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from toolkit.content.values import Mapping, Scalar, Value
from toolkit.problems import Finding, Fix, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import front_matter

ID: Final = "trailing-blanks"
SEVERITY: Final = Severity.NOTICE

_BLANKS = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)


def check(context: Context) -> Iterator[Finding]:
    """Report the first line of each file that ends with blanks; the mend takes all."""
    for document in context.content.documents:
        if document.front is None:
            continue
        passage = front_matter(document)
        found = list(_BLANKS.finditer(passage.text))
        if not found:
            continue
        kept = set(_lines_of_texts(document.front))  # there, blanks belong to the text
        places = [passage.at(match.start(), len(match[0])) for match in found]
        places = [place for place in places if place.line not in kept]
        if places:
            yield Finding(
                "The line ends with blanks.",
                places[0],
                "delete them",
                "blanks at the end of a line are seen only by programs.",
                "",
                tuple(Fix(place, "") for place in places),
            )


def _lines_of_texts(value: Value) -> Iterator[int]:
    """The lines of values that go over more than one line."""
    if isinstance(value, Scalar):
        if value.location.line != value.location.end_line:
            yield from range(value.location.line, value.location.end_line + 1)
    elif isinstance(value, Mapping):
        for _, item in value.pairs:
            yield from _lines_of_texts(item)
    else:
        for item in value.items:
            yield from _lines_of_texts(item)
