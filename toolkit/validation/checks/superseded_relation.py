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

from toolkit.grouping import grouped
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Look for related entries that another one replaces."""
    entries = context.content.entries
    successors = grouped((old, entry.id) for entry in entries for old in entry.texts("supersedes"))
    for entry in entries:
        related = entry.texts("related")
        for leaf in entry.of_field("related"):
            newer = successors.get(leaf.text, ())
            known = {entry.id, *related, *entry.texts("supersedes")}
            # What replaced the entry itself, or what it replaced, isn't a relation to correct.
            if newer and known.isdisjoint(newer) and entry.id not in successors:
                message = f"{quote(leaf.text)} has been replaced by {quote(newer[0])}."
                label = f"write {newer[0]}, or name both"
                hint = "lead readers to the current entry."
                yield Finding.about(leaf, message, label, hint)
