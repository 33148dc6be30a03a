"""The text of a task has more than 200 words.

People read a task page in a hurry and print it, with its choices, on two pages. Anything longer
belongs in the entries that the task chooses.

## What to do

Shorten the text: what to settle first, the steps, and what to avoid.

## Example

Wrong:

```text
## Steps

(three hundred words)
```

Right:

```text
## Steps

1. Plan with police, prosecutors and a support service who does what.
2. Speak with workers alone.
```
"""

from toolkit.content.task_schema import MOST_WORDS
from toolkit.problems import Finding, Findings, counted
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Count the words of the text of each task."""
    for task in context.content.tasks:
        if task.source.path in context.of_other_kind:
            continue
        count = sum(any(map(str.isalnum, word)) for word in task.body.split())
        if count > MOST_WORDS:
            lines = enumerate(task.body.split("\n"), task.body_line)
            yield Finding(
                f"The text of the task has {count} words; the limit is {MOST_WORDS}.",
                task.source.at_line(next(number for number, line in lines if line.strip())),
                f"remove {counted(count - MOST_WORDS, 'word')}",
                "shorten it: people read a task page in a hurry, and print it on two pages.",
            )
