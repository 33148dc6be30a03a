"""A task refers to a related task that does not exist.

The task page links to its related tasks, and this link would lead readers nowhere.

## What to do

Write the file name of a task in `docs/tasks`, without `.md`.

## Example

Wrong:

```yaml
related: [interveiw-a-child]
```

Right:

```yaml
related: [interview-a-child]
```
"""

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.fixes import new_value
from toolkit.validation.nearest import Suggestions
from toolkit.validation.places import paths_among_other_kind
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare the related tasks with the files."""
    known = {task.id: task for task in context.content.tasks}
    renamed = context.content.renamed_tasks
    suggestions = Suggestions(known)
    spared = paths_among_other_kind(context.content)
    for leaf in context.content.leaves(Form.TASK):
        if leaf.location.source.path in spared:
            continue
        if leaf.text not in known and leaf.text not in context.intended_ids:
            yield Finding.about(
                leaf,
                f"There is no task {quote(leaf.text)}.",
                f"write {renamed[leaf.text]}"
                if leaf.text in renamed
                else suggestions.did_you_mean(leaf.text),
                "use the file name of a task, without .md.",
                new_value(leaf.scalar, renamed.get(leaf.text, "")),
            )
