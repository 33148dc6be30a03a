"""A list contains the same value twice.

Each value counts once. A repeated one is usually a slip, and another value was meant.

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

from collections.abc import Iterable

from toolkit.content.matching import Leaf, by_item
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import last_part, quote


def check(context: Context) -> Findings:
    """Look for repetitions in the lists of all entries and tasks, and of terms."""
    content = context.content
    for entry in (*content.entries, *content.tasks):
        yield from _repetitions((entry.path, leaf) for leaf in entry.leaves)
    if "vocabularies" in content.listed:
        for vocabulary in content.vocabularies.values():
            yield from _repetitions(by_item(vocabulary.leaves))


def _repetitions(leaves: Iterable[tuple[str, Leaf]]) -> Findings:
    seen: set[tuple[str, str, str]] = set()
    for of, leaf in leaves:
        if not leaf.name.endswith("]"):
            continue
        name = leaf.name.rpartition("[")[0]
        if (of, name, leaf.text) in seen:
            message = f"{quote(leaf.text)} appears twice in {quote(last_part(name))}."
            label = "remove it"
            hint = "write each value once."
            yield Finding.about(leaf, message, label, hint)
        seen.add((of, name, leaf.text))
