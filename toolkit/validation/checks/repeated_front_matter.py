"""A text contains a second block of front matter.

Front matter is read only at the beginning of a file. A second block, left over when two files are
pasted into one or an old text is kept below the new one, would be shown to readers as text.

## What to do

Remove the block that is not meant. If it belongs to another entry, move it and the text below it to
a file of its own.

## Example

Wrong:

```yaml
---
title: Guide for labour inspectors
---

---
title: Guide for labour inspectors, old version
---
```

Right:

```yaml
---
title: Guide for labour inspectors
---
```
"""

import re

from toolkit.content.entry_schema import FIELDS
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context

_NAMES = "|".join(field.name for field in FIELDS)
_BLOCK = re.compile(
    rf"^(?P<line>---)[ \t]*\n(?:[ \t]*\n){{0,3}}(?:{_NAMES}):(?=\s)", re.MULTILINE | re.IGNORECASE
)


def check(context: Context) -> Findings:
    """Look for a line of three hyphens with a field below it."""
    for passage in context.bodies:
        for match in _BLOCK.finditer(passage.text) if "---" in passage.text else ():
            message = "There is a second block of front matter in the text."
            label = "remove this block"
            hint = "each entry is a file of its own, with its front matter at the beginning only."
            yield Finding(message, passage.of(match, "line"), label, hint)
