"""An entry or a task refers to itself.

An entry cannot replace itself, and a link to the page that a reader is already on helps nobody.

## What to do

Remove the id, or write the one that was meant.

## Example

Wrong, in the file `unodc-toolkit-2008.md`:

```yaml
related: [unodc-toolkit-2008, unodc-toolkit-2006]
```

Right:

```yaml
related: [unodc-toolkit-2006]
```
"""

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare the ids that an entry or a task names with its own."""
    content = context.content
    for what, form, documents in (
        ("entry", Form.ENTRY, content.entries),
        ("task", Form.TASK, content.tasks),
    ):
        for document in documents:
            for leaf in document.of_form(form):
                if leaf.text == document.id:
                    message = f"The {what} {quote(document.id)} refers to itself."
                    label = "remove it"
                    hint = f"write the id of another {what}."
                    yield Finding.about(leaf, message, label, hint)
