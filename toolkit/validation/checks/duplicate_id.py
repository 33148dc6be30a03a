"""Two things have the same id.

An id is the name by which everything else refers to an entry, a term or an organization, and it is
the address of its page. Two things with the same id cannot be told apart. The ids of entries are
unique in the whole toolkit, whatever folder the files are in.

## What to do

If both are the same thing, keep one. If they differ, give the newer one another id, and correct the
entries that refer to it.

## Example

Wrong:

```text
docs/prevention/resources/unodc-toolkit-2008.md
docs/prosecution/resources/unodc-toolkit-2008.md
```

Right:

```text
docs/prosecution/resources/unodc-toolkit-2008.md
```
"""

from toolkit.content.matching import Leaf
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Report ids repeated in a list, and every entry after the first with the same id."""
    for fault in context.content.faults("duplicate-id"):
        message = f"The id {quote(fault.detail)} is already in use."
        label = f"see {fault.other}"
        hint = "remove one of the two, or give one of them another id."
        yield Finding(message, fault.location, label, hint, "id")
    articles: dict[str, Leaf] = {}
    for leaf in context.content.instruments.leaves:
        if leaf.field.name == "key" and articles.setdefault(leaf.text, leaf) is not leaf:
            message = f"The key {quote(leaf.text)} is already in use."
            label = f"see {articles[leaf.text].location}"
            hint = "remove one of the two articles, or give one of them another key."
            yield Finding.about(leaf, message, label, hint)
    for entry in context.content.entries:
        first = context.content.by_id[entry.id]
        if first is not entry:
            message = f"{first.source.path} already has the id {quote(entry.id)}."
            hint = "remove one of the two files, or rename one of them."
            yield Finding(message, entry.source.at(1), hint=hint)
