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
from toolkit.validation.unknown_ids import Labels
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare the related tasks with the files."""
    known = {task.id: task for task in context.content.tasks}
    renamed = context.content.renamed_tasks
    labels = Labels(context.content, Form.TASK, known)
    for leaf in context.content.leaves(Form.TASK):
        if leaf.location.source.path in context.of_other_kind:
            continue
        if leaf.text not in known and leaf.text not in context.intended_ids:
            new = renamed.get(leaf.text, "")
            label = labels.label(leaf, new, leaf.text)
            yield Finding.about(
                leaf,
                f"There is no task {quote(leaf.text)}.",
                label,
                "use the file name of a task, without .md.",
                new_value(leaf.scalar, new) if label == f"write {new}" else (),
            )
