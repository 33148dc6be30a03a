"""Entries replace each other in a circle.

`supersedes` names the entries that an entry replaces. If two entries replace each other, readers
cannot tell which one to use.

## What to do

Keep `supersedes` only in the newest of the entries.

## Example

Wrong:

```yaml
# in toolkit-2008.md
supersedes: [toolkit-2006]
# in toolkit-2006.md
supersedes: [toolkit-2008]
```

Right:

```yaml
# in toolkit-2008.md only
supersedes: [toolkit-2006]
```
"""

from toolkit.content.circles import circles
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Report each circle once, at its first entry in alphabetical order."""
    replaced = {
        entry.id: [text for text in entry.texts("supersedes") if text != entry.id]
        for entry in context.content.by_id.values()
    }
    for circle in circles(replaced):
        entry = context.content.by_id[circle[0]]
        leaf = next(leaf for leaf in entry.of_field("supersedes") if leaf.text == circle[1])
        message = f"The entry {quote(entry.id)} replaces itself through other entries."
        label = f"the circle: {' > '.join([*circle, circle[0]])}"
        hint = "keep supersedes only in the newest of these entries."
        yield Finding.about(leaf, message, label, hint)
