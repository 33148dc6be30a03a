"""A word stands in our own text for which the Group has a better one.

Some words are not wrong, and another one is clearer or fits the strength of the evidence. The
register of terminology gives advice on them. Titles of works, names and quotations keep their own
words and are not looked at.

## What to do

Consider what the message proposes. If the word is meant as it stands, leave it: this notice stops
nothing.

## Example

Wrong:

```yaml
summary: It collects best practices.
```

Right:

```yaml
summary: It collects promising practices.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context
from toolkit.validation.terminology import wording_findings

ID: Final = "avoidable-wording"
SEVERITY: Final = Severity.NOTICE


def check(context: Context) -> Iterator[Finding]:
    """Look for the words that the register gives advice on."""
    yield from wording_findings(context.content, "advice")
