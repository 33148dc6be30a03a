"""A task chooses an entry that should not be chosen.

Readers take what a task chooses for the best there is. An entry that was withdrawn or replaced is
not the best, and an entry that is chosen twice takes the place of another one.

## What to do

Choose the entry that replaced it, or another one. Choose each entry once, and put all its uses
there.

## Example

Wrong, where a newer edition replaces this one:

```yaml
choices:
  - {entry: unodc-toolkit-2006, use: Take the checklist., caution: It is from 2006.}
```

Right:

```yaml
choices:
  - {entry: unodc-toolkit-2008, use: Take the checklist., caution: It is from 2008.}
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.successors import successors
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Look at each entry that a task chooses."""
    replaced = successors(context.content)
    for task in context.content.tasks:
        seen: set[str] = set()
        for leaf in task.below("choices"):
            if leaf.field.name != "entry":
                continue
            entry = context.content.by_id.get(leaf.text)
            said, label = "", "choose another entry"
            if leaf.text in seen:
                said = "is chosen twice"
            elif entry is not None and entry.text("status") == "withdrawn":
                said = "was withdrawn"
            elif (newer := replaced(leaf.text))[0]:
                said = f"has been replaced by {quote(newer[1] or newer[0][0])}"
                label = f"write {newer[1]}" if newer[1] else label
            seen.add(leaf.text)
            if said:
                message = f"{quote(leaf.text)} {said}."
                hint = "choose each entry once, and only current ones."
                yield Finding.about(leaf, message, label, hint)
