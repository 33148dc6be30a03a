"""A field depends on another one that is missing or has another value.

What an evaluation found means nothing without an evaluation, and the kind of an address means
nothing without an address. It would mislead readers.

## What to do

Remove the line, or add what it depends on: `evaluated_by` and `finding` need `evidence: evaluated`,
`url_kind` needs `url`.

## Example

Wrong:

```yaml
evidence: reported
finding: works
```

Right:

```yaml
evidence: evaluated
evaluated_by: independent
finding: works
```
"""

from toolkit.content.document import Document
from toolkit.content.schema import Need
from toolkit.content.tables import fields_of
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Look for what each field depends on, unless that is itself at fault."""
    for entry in context.content.entries:
        for field in fields_of(entry.kind).values():
            need = field.needs
            if need is None or entry.get(field.name) is None or need.is_met(entry.text(need.field)):
                continue
            if _is_doubtful(need, entry, context):
                continue
            basis = f"{need.field}: {need.value}" if need.value else need.field
            message = f"{quote(field.name)} needs {quote(basis)}, which is missing."
            label = f"add {basis}, or remove the line"
            hint = f"for an explanation of the field: toolkit fields {field.name}"
            yield Finding(message, entry.place(field.name), label, hint, field.name)


def _is_doubtful(need: Need, entry: Document, context: Context) -> bool:
    """Whether the field depends on a word that is already reported."""
    row = fields_of(entry.kind)[need.field]
    known = context.content.vocabularies[row.vocabulary].terms if row.vocabulary else row.choices
    return bool(known) and entry.text(need.field) not in known
