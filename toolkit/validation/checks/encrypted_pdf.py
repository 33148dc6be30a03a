"""A PDF is encrypted, so nobody has looked for what it must not contain.

Programs also encrypt documents that open without a password, to forbid printing or copying. Then
the toolkit can't see scripts, forms or other files in them (`refused-attachment`), and some screen
readers can't read the text to people.

## What to do

Save it without a password and without restrictions, or link to it on its publisher's site.

## Example

Wrong:

```text
docs/protection/practices/shelter/plan.pdf, saved with "printing: not allowed"
```

Right:

```text
docs/protection/practices/shelter/plan.pdf, saved with "security: none"
```
"""

from toolkit.problems import Severity
from toolkit.validation.of_faults import of_faults

SEVERITY = Severity.WARNING

check = of_faults(
    "encrypted-pdf",
    "The PDF is encrypted, so it can't be searched for scripts, forms and other files.",
    hint="save it without a password and without restrictions, or link to the publisher.",
)
