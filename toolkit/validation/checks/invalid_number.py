"""A number of days, or of entries or cells, does not make sense.

`circulation_days` is the minimum number of days for which a text circulates among the members, the
first and the last day included. It is a whole number from 1 to 366. The totals in
`docs/registers/coverage-history.yml`, which `toolkit coverage --record` writes, are whole numbers.

## What to do

Write the number in digits, without a unit.

## Example

Wrong:

```yaml
circulation_days: 30 days
```

Right:

```yaml
circulation_days: 30
```
"""

import re

from toolkit.content.data_files import is_number
from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote

_IN_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[\s.,'][0-9]{3})+")


def check(context: Context) -> Findings:
    """Look at the number in the policy, and at the totals of coverage."""
    for fault in context.ledger.faults_of("invalid-number"):
        message = f"{quote(fault.detail)} is not a whole number from 1 to 366."
        label = "write it like 30"
        hint = "write a number in digits, without a unit."
        yield Finding(message, fault.location, label, hint, fault.field)
    for leaf in context.content.coverage_history.leaves:
        if leaf.field.form is Form.NUMBER and not is_number(leaf.text):
            digits = re.sub(r"\D", "", leaf.text) if _IN_THOUSANDS.fullmatch(leaf.text) else ""
            message = f"{quote(leaf.text)} is not a whole number."
            label = f"write {digits or 'it like 30'}"
            hint = "write a number in digits; toolkit coverage --record writes today's numbers."
            yield Finding.about(leaf, message, label, hint)
