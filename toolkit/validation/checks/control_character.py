"""An invisible character stands in the facts of an entry or in a list.

Such characters come along when text is copied from a document or a web page. They can't be seen,
and they make words that look alike differ, so that readers who filter or search find nothing.

## What to do

Delete the character: put the cursor behind it and press the backspace key once. If you can't find
it, type the whole line again.

## Example

Wrong:

```yaml
title: Guide<U+0007> for labour inspectors
```

Right:

```yaml
title: Guide for labour inspectors
```
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Fix, Severity
from toolkit.validation.context import Context

ID: Final = "control-character"
SEVERITY: Final = Severity.ERROR

_NAMES = {"\r": "a line end of old computers", "\x85": "a line end of old computers"}


def check(context: Context) -> Iterator[Finding]:
    """Name each character that no text may hold."""
    for fault in context.content.faults(ID):
        code = f"U+{ord(fault.detail):04X}"
        name = _NAMES.get(fault.detail) or unicodedata.name(fault.detail, "").lower()
        yield Finding(
            f"An invisible character stands here: {code}{f', {name}' if name else ''}.",
            fault.location,
            "delete it",
            "put the cursor behind it and press the backspace key, or type the line again.",
            "",
            (Fix(fault.location, ""),) if fault.detail == "\ufeff" else (),
        )
