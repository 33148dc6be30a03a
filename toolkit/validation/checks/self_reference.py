"""An entry refers to itself.

An entry cannot replace itself, and a link to the page that a reader is already on helps nobody.

## What to do

Remove the id, or write the one that was meant.

## Example

Wrong, in the file `unodc-toolkit-2008.md`:

```yaml
related: [unodc-toolkit-2008, unodc-toolkit-2006]
```

Right:

```yaml
related: [unodc-toolkit-2006]
```
"""

from __future__ import annotations

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.ERROR


def check(context: Context) -> Findings:
    """Compare the ids that an entry names with its own."""
    for entry in context.content.entries:
        for leaf in entry.of_form(Form.ENTRY):
            if leaf.text == entry.id:
                yield Finding.about(
                    leaf,
                    f"The entry {quote(entry.id)} refers to itself.",
                    "remove it",
                    "write the id of another entry.",
                )
