"""A remark in the front matter contains personal data.

Pages don't show what follows a `#`, but the form for corrections opens the whole file, so the site
publishes it.

## What to do

Remove the remark.

## Example

Wrong:

```yaml
year: 2019 # asked anna.doe@example.org
```

Right:

```yaml
year: 2019
```
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from operator import itemgetter

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.problems import Findings, Severity
from toolkit.validation.checks import exact_coordinates as coordinates
from toolkit.validation.checks import identity_number, personal_email, undeclared_telephone
from toolkit.validation.context import Context, PartContext
from toolkit.validation.passages import Passage, front_matter
from toolkit.validation.shown import as_shown

SEVERITY = Severity.WARNING

_REMARK = re.compile(r"(?<!\S)#")
_CHECKS = (coordinates, identity_number, personal_email, undeclared_telephone)


def check(context: Context) -> Findings:
    """Look at remarks as the checks for personal data look at texts."""
    remarks = _Remarks(context.content, context.lists)
    for one in _CHECKS if remarks.shown else ():
        for found in one.check(remarks):
            yield replace(found, label="remove the remark", hint="the site publishes it.")


class _Remarks(PartContext):
    """The content as if its remarks were all that readers get to read."""

    @cached_property
    def shown(self) -> tuple[Passage, ...]:
        return tuple(map(as_shown, _remarks(self.content)))


def _remarks(content: Content) -> Iterator[Passage]:
    for document in content.texts:
        passage = front_matter(document)
        remarks = [*_REMARK.finditer(passage.text)] if document.front is not None else []
        values = sorted(_spans(document)) if remarks else []
        done = 0, 0
        for remark in remarks:
            place = passage.of(remark)
            here = place.line, place.column
            if here < done:
                continue
            # Within a value, other checks find the same.
            number = bisect_right(values, here, key=itemgetter(0))
            done = values[number - 1][1] if number else done
            if here >= done:
                text = place.source.line(place.line)[place.column - 1 :]
                yield Passage(place.source, text, *here, document=document)
                done = place.line + 1, 0


def _spans(document: Document) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where each value begins and ends."""
    for leaf in document.leaves:
        one = leaf.scalar
        yield (one.line, one.column), (one.end_line, one.end_column)
