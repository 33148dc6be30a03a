"""A register has no maintainers.

Only an organization's own people should be able to change its statements. The register of
organizations names them in `maintainers`, and `toolkit codeowners` turns that into rules for the
place where the project's files are kept. Without names, anyone's change looks the same.

## What to do

Add `maintainers` to the organization in the register of organizations, and write the output of
`toolkit codeowners` to the file CODEOWNERS.

## Example

Wrong:

```yaml
- id: iom
  name: International Organization for Migration
  kind: un-entity
```

Right:

```yaml
- id: iom
  name: International Organization for Migration
  kind: un-entity
  maintainers: ["@example-iom/recognition"]
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Look for the maintainers of each register."""
    organisations = context.content.organisations
    for file in context.content.recognition.registers:
        organisation = organisations.items.get(file.name)
        if organisation is not None and organisations.sound and not organisation.maintainers:
            message = f"The statements of {quote(file.name)} have no maintainers."
            hint = f"add maintainers to it in {organisations.path}."
            yield Finding(message, file.source.at_line(1), hint=hint)
