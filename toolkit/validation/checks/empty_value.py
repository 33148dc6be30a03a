"""A field is there, and it says nothing.

An empty field looks as if somebody had meant to fill it in. Readers and translators can't tell
whether the fact is unknown or forgotten.

## What to do

Write the value, or remove the whole line. Do not write `none`, `n/a` or `unknown`.

## Example

Wrong:

```yaml
url:
countries: []
```

Right:

```yaml
url: https://www.unodc.org/
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import last_part, quote

ID: Final = "empty-value"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Report empty fields and empty items of lists."""
    for fault in context.content.faults(ID):
        name = last_part(fault.field)
        if fault.reason == "item":
            yield Finding(
                f"An item of {quote(name)} is empty.",
                fault.location,
                "remove the item, or fill it in",
                "write one value between two commas or after each hyphen.",
                fault.field,
            )
        else:
            yield Finding(
                f"The field {quote(name)} has no value.",
                fault.location,
                "write a value, or remove the line",
                "leave out what you do not know.",
                fault.field,
            )
