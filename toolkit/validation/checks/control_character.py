"""The front matter or a list contains an invisible character.

Such characters come along when text is copied from a document or a web page. They make words differ
that look alike, so that readers who filter or search find nothing.

## What to do

Remove the character: put the cursor after it and press the backspace key once. If you can't find
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

from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.validation.context import Context

SEVERITY = Severity.ERROR

_NAMES = {"\r": "an old kind of line break", "\x85": "an old kind of line break"}


def check(context: Context) -> Findings:
    """Name each character that no text may hold."""
    for fault in context.content.faults("control-character"):
        code = f"U+{ord(fault.detail):04X}"
        name = _NAMES.get(fault.detail) or unicodedata.name(fault.detail, "").lower()
        yield Finding(
            f"There is an invisible character here: {code}{f', {name}' if name else ''}.",
            fault.location,
            "remove it",
            "put the cursor after it and press the backspace key, or type the line again.",
            "",
            (Fix(fault.location, ""),) if fault.detail == "\ufeff" else (),
        )
