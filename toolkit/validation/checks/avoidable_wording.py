"""Our own text uses a word for which the Group prefers another.

Some words are not wrong, but another one is clearer or matches the strength of the evidence better.
The register of terminology gives advice on them. Titles of works, names and quotations keep their
own words and are not checked.

## What to do

Consider the word that the message suggests. If you mean the word as it is, leave it: this notice
does not stop anything.

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

from toolkit.problems import Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.terminology import wording_findings

SEVERITY = Severity.NOTICE


def check(context: Context) -> Findings:
    """Look for words that the register gives advice on."""
    yield from wording_findings(context, "advice")
