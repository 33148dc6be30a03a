"""A list contains the same value twice.

Each value counts once. A repeated one is mostly a slip, and another value was meant.

## What to do

Remove one of the two, or write the value that was meant.

## Example

Wrong:

```yaml
audiences: [law-enforcement, service-providers, law-enforcement]
```

Right:

```yaml
audiences: [law-enforcement, service-providers]
```
"""

from toolkit.content.document import Document
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import last_part, quote


def check(context: Context) -> Findings:
    """Look for repetitions in the lists of all entries and tasks."""
    for entry in (*context.content.entries, *context.content.tasks):
        yield from _repetitions(entry)


def _repetitions(entry: Document) -> Findings:
    seen: set[tuple[str, str]] = set()
    for leaf in entry.leaves:
        if not leaf.name.endswith("]"):
            continue
        name = leaf.name.rpartition("[")[0]
        if (name, leaf.text) in seen:
            yield Finding.about(
                leaf,
                f"{quote(leaf.text)} appears twice in {quote(last_part(name))}.",
                "remove it",
                "write each value once.",
            )
        seen.add((name, leaf.text))
