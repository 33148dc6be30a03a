"""A statement is in the register of another organization.

Each organization speaks for itself, in a register of its own that only its people may change. The
file name says whose register it is, so a statement names no organization.

## What to do

Move the statement to the register of the organization that makes it, and remove the name.

## Example

Wrong:

```yaml
# docs/recognition/unodc.yml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05, by: iom}
```

Right:

```yaml
# docs/recognition/iom.yml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Report statements that name a different organization from their file."""
    for fault in context.content.faults("foreign-statement"):
        owner, author = fault.names
        known = author in context.content.organisations.items
        message = f"The register of {quote(owner)} contains a statement by {quote(author)}."
        label = f"move it to {context.content.prefix}/recognition/{author}.yml" if known else ""
        hint = "each organization makes its statements in its own register."
        yield Finding(message, fault.location, label, hint)
