"""Our own text uses a word that the Group has agreed to avoid.

Words can blame victims, promise too much, or call a country by a name that it does not use. The
register of terminology lists such words, says why, and what to write instead. Titles of works,
names and quotations keep their own words and are not checked.

## What to do

Write what the message suggests. If the words are somebody else's, put them in quotation marks and
say whose they are.

## Example

Wrong:

```yaml
summary: It helps the police to find illegal migrants.
```

Right:

```yaml
summary: It helps the police to find migrants in an irregular situation.
```
"""

from toolkit.problems import Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.terminology import wording_findings

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Look for words that the register warns about."""
    yield from wording_findings(context, "warning")
