"""A text is longer than there is room for.

Titles and summaries are shown in lists, many on one page. Readers on a small screen see only the
beginning of a long one.

## What to do

Shorten the text. What does not fit belongs into the text of the entry, below the facts.

## Example

Wrong:

```yaml
summary: The guide, which was written in the course of a project that ... (1,200 characters)
```

Right:

```yaml
summary: Shows labour inspectors how to recognize forced labour, with a checklist.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.content.schema import Form
from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

ID: Final = "too-long"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Count the characters of the texts that have a limit."""
    for leaf in context.content.leaves(Form.TEXT):
        limit = leaf.field.max_length
        if limit:
            length = len(" ".join(leaf.text.split()))
            if length > limit:
                yield Finding(
                    f"The field {quote(leaf.name)} has {length:,} characters.",
                    leaf.scalar.location,
                    f"at most {limit} fit",
                    "shorten it; more can stand in the text below the facts.",
                    leaf.name,
                )
