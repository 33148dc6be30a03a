"""`unverified` names something that is not a field of this kind of entry.

`unverified` tells readers which values nobody has compared with the publication. The mark appears
next to the value, so it must name the field exactly.

## What to do

Write the names of fields as they are written at the beginning of their lines.

## Example

Wrong:

```yaml
unverified: [publication year]
```

Right:

```yaml
unverified: [year]
```
"""

from functools import partial

from toolkit.content.schema import Form
from toolkit.content.tables import fields_of
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.nearest import did_you_mean, nearest
from toolkit.validation.several import each_by_itself
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare the names with the fields of the kind."""
    for entry in context.content.entries:
        if entry.source.path in context.of_other_kind:
            continue  # its fields are those of its own kind
        known = fields_of(entry.kind)
        for leaf in entry.of_form(Form.FIELD):
            if leaf.text not in known:
                yield Finding.about(
                    leaf,
                    f"{quote(leaf.text)} is not a field of a {entry.kind.value}.",
                    each_by_itself(leaf.text, partial(nearest, known=known))
                    or did_you_mean(leaf.text, known)
                    or each_by_itself(leaf.text, partial(nearest, known=known), words=True),
                    "write the name of a field as in the entry, such as year or url.",
                )
