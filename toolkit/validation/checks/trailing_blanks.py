"""A line of the front matter ends with spaces.

Nobody sees them. They do no harm themselves, but programs that compare versions show lines as
changed that look the same.

## What to do

Remove them, or run `toolkit check --fix`. This notice does not stop anything.

## Example

Wrong:

```yaml
title: Guide for labour inspectors<space><space>
```

Right:

```yaml
title: Guide for labour inspectors
```
"""

import re
from collections.abc import Iterator

from toolkit.content.values import Mapping, Scalar, Value
from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import front_matter

SEVERITY = Severity.NOTICE

_SPACES = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)


def check(context: Context) -> Findings:
    """Report the first line of each file that ends with spaces; the fix removes all."""
    for document in context.content.texts:
        if document.front is None:
            continue
        passage = front_matter(document)
        found = list(_SPACES.finditer(passage.text))
        if not found:
            continue
        kept = set(_lines_of_texts(document.front))  # in these, spaces belong to the text
        places = [passage.of(match) for match in found]
        places = [place for place in places if place.line not in kept]
        if places:
            yield Finding(
                "The line ends with spaces.",
                places[0],
                "remove them",
                "only programs see spaces at the end of a line.",
                fixes=tuple(Fix(place, "") for place in places),
            )


def _lines_of_texts(value: Value) -> Iterator[int]:
    """The lines of values that span several lines."""
    if isinstance(value, Scalar):
        if value.location.line != value.location.end_line:
            yield from range(value.location.line, value.location.end_line + 1)
    elif isinstance(value, Mapping):
        for _, item in value.pairs:
            yield from _lines_of_texts(item)
    else:
        for item in value.items:
            yield from _lines_of_texts(item)
