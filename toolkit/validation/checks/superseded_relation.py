"""An entry refers to one that has been replaced, not to its successor.

`related` names what a reader should know. If it names a work that a newer one has replaced, readers
get advice that its own publisher no longer gives.

## What to do

Name the successor instead. If the old work matters in itself, name both.

## Example

Wrong, where `unodc-toolkit-2008` supersedes `unodc-toolkit-2006`:

```yaml
related: [unodc-toolkit-2006]
```

Right:

```yaml
related: [unodc-toolkit-2008]
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.successors import successors
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Look for related entries that another one replaces."""
    replaced = successors(context.content)
    for entry in context.content.entries:
        related = entry.texts("related")
        for leaf in entry.of_field("related"):
            newer, current = replaced(leaf.text)
            known = {entry.id, *related, *entry.texts("supersedes")}
            # What replaced the entry itself, or what it replaced, isn't a relation to correct.
            if current and known.isdisjoint(newer) and not replaced(entry.id)[0]:
                message = f"{quote(leaf.text)} has been replaced by {quote(current)}."
                label = f"write {current}, or name both"
                hint = "lead readers to the current entry."
                yield Finding.about(leaf, message, label, hint)
