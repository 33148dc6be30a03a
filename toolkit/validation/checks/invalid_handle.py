"""A maintainer is not written as an account or a team.

`maintainers` are the people or teams who may change the statements of their organization.
`toolkit codeowners` turns them into rules for the place where the project's files are kept. These
rules only take names such as `@name` or `@organization/team`.

## What to do

Write `@` and the name of the account or team. Put it in quotation marks.

## Example

Wrong:

```yaml
maintainers: [Maria Rossi]
```

Right:

```yaml
maintainers: ["@m-rossi", "@example-org/recognition"]
```
"""

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.recognition.owners import HANDLE
from toolkit.validation.context import Context
from toolkit.validation.words import quote

_LIKE = 'write it like "@name" or "@organization/team"'


def check(context: Context) -> Findings:
    """Look at the form of every maintainer."""
    for leaf in context.content.leaves(Form.HANDLE):
        if not HANDLE.fullmatch(leaf.text):
            meant = f"@{leaf.text.strip().removeprefix('https://github.com/').strip('/')}"
            message = f"{quote(leaf.text)} is not the name of an account or a team."
            label = f'write "{meant}"' if HANDLE.fullmatch(meant) else _LIKE
            hint = "use the name that they have where the project's files are kept."
            yield Finding.about(leaf, message, label, hint)
