"""A text is too long.

Titles and summaries are shown in lists, many on one page. On a small screen, readers see only the
beginning of a long one.

## What to do

Shorten it. Move the rest to the text of the entry, below the front matter.

## Example

Wrong:

```yaml
summary: The guide, which was written in the course of a project that ... (1,200 characters)
```

Right:

```yaml
summary: Shows labour inspectors how to recognize forced labour, with a checklist.
```
"""

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings, counted
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Count the characters of the texts that have a limit."""
    for leaf in context.content.leaves(Form.TEXT):
        limit = leaf.field.max_length
        if limit and leaf.location.source.path not in context.of_other_kind:
            length = len(" ".join(leaf.text.split()))
            if length > limit:
                message = f"{quote(leaf.name)} has {length:,} characters; the limit is {limit}."
                label = f"remove {counted(length - limit, 'character')}"
                hint = "shorten it; move the rest to the text below the front matter."
                yield Finding.about(leaf, message, label, hint)
