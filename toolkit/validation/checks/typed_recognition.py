"""An entry claims its own recognition.

The author of an entry cannot say who recognizes it. Each organization does that itself, about one
exact text, in a register of its own; the page of the entry then shows it.

## What to do

Remove the line. Somebody who may speak for the organization runs `toolkit recognise ORGANISATION ID
--on DATE` and proposes the line that the command writes.

## Example

Wrong:

```yaml
title: Guide for labour inspectors
recognized_by: [unodc, iom]
```

Right:

```yaml
title: Guide for labour inspectors
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Report fields and values of `status` about recognition."""
    for fault in context.content.faults("typed-recognition"):
        named = "status" if fault.reason else fault.detail
        message = f"An entry can't claim its own recognition: {quote(fault.detail)}."
        label = "remove the line"
        hint = "organizations state that themselves, with toolkit recognise ORGANISATION ID."
        yield Finding(message, fault.location, label, hint, named)
