"""A task has fewer than three or more than five choices.

Readers who come with a task want to know what to take. One or two works are no choice, and more
than five are a list that somebody still has to read through.

## What to do

Name three to five entries, in the order in which somebody would use them. Name other useful entries
in `related` of the chosen ones.

## Example

Wrong:

```yaml
choices:
  - {entry: unodc-toolkit-2008, use: Take the checklist., caution: It is from 2008.}
```

Right:

```yaml
choices:
  - {entry: unodc-toolkit-2008, use: Take the checklist., caution: It is from 2008.}
  - {entry: iom-handbook-2007, use: Plan the interview., caution: It is in English only.}
  - {entry: ilo-indicators-2012, use: Look for the signs., caution: A sign is no proof.}
```
"""

from toolkit.content.task_schema import FEWEST_CHOICES, MOST_CHOICES
from toolkit.content.values import Sequence
from toolkit.problems import Finding, Findings, counted
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Count the choices of each task."""
    for task in context.content.tasks:
        choices = task.get("choices")
        if any(fault.check == "duplicate-key" for fault in task.faults):
            continue  # two choices read as one, which that check reports
        count = len(choices.items) if isinstance(choices, Sequence) else FEWEST_CHOICES
        if not FEWEST_CHOICES <= count <= MOST_CHOICES:
            message = f"The task has {counted(count, 'choice')}."
            label = f"name {FEWEST_CHOICES} to {MOST_CHOICES} entries"
            hint = "add entries that help with the task, or remove those that help least."
            yield Finding(message, task.place("choices"), label, hint, "choices")
