"""An ISBN, ISSN or DOI is wrong.

Libraries find a work by these numbers. The last digit of an ISBN or ISSN is computed from the
others, which reveals most typing errors.

## What to do

Compare the number with the publication, digit by digit. Write a DOI without an address, from `10.`
on.

## Example

Wrong:

```yaml
identifiers: {isbn: 978-92-2-121321-6, doi: https://doi.org/10.2839/74342}
```

Right:

```yaml
identifiers: {isbn: 978-92-2-121321-5, doi: 10.2839/74342}
```
"""

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.identifiers import identifier_objection
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Check every identifier that has a rule."""
    for leaf in context.content.leaves(Form.IDENTIFIER):
        reason, label = identifier_objection(leaf.field.name, leaf.text)
        if reason:
            message = f"{quote(leaf.text)} {reason}"
            hint = "compare it with the publication; leave it out if you can't find it."
            yield Finding.about(leaf, message, label, hint)
