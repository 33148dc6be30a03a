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
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from toolkit.content.reader import Content
from toolkit.content.values import Scalar
from toolkit.problems import Findings, Severity
from toolkit.source import Location
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
        done = 0, 0
        for remark in _REMARK.finditer(passage.text) if document.front is not None else ():
            place = passage.of(remark)
            here = place.line, place.column
            if here < done:
                continue
            # Within a value, other checks find the same.
            scalars = (leaf.scalar for leaf in document.leaves)
            ends = [(one.end_line, one.end_column) for one in scalars if _holds(one, place)]
            if not ends:
                text = place.source.line(place.line)[place.column - 1 :]
                yield Passage(place.source, text, *here, document=document)
            done = max(ends, default=(place.line + 1, 0))


def _holds(value: Scalar, place: Location) -> bool:
    here = place.line, place.column
    return (value.line, value.column) <= here < (value.end_line, value.end_column)
