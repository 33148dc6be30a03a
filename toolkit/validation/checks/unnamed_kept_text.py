"""Nothing refers to a kept text.

Texts are kept because a statement, a circulation or an editorial change is about them. If none of
them refers to a file, it is left over, or the entry may never have had such a text: it is not
published unless it is the current one.

## What to do

If a statement was removed by mistake, restore it: an organization that changes its mind withdraws
its statement, and the old one stays. Otherwise remove the file.

## Example

Wrong:

```text
docs/recognition/texts/1f0c29d3a7c0b7c4e0b1d5d2f4a7716e5c27d0a1d8b0d3f7a94be1e02c86a5f7.json
```

Right:

```text
docs/recognition/texts/1f0c29d3a7c0b7c4e0b1d5d2f4a7716e5c27d0a1d8b0d3f7a94be1e02c86a5f7.json
docs/recognition/unodc.yml
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Look for what names each kept text, unless a register couldn't be read."""
    ledger = context.ledger
    if ledger.doubts:
        return
    named = {(entry, digest) for entry, digest, _ in ledger.named()}
    for digest, kept in ledger.texts.sound.items():
        if (kept.entry, digest) not in named:
            message = "No statement, circulation or editorial change refers to this text."
            hint = "restore the statement that referred to it; if there was none, remove this."
            yield Finding(message, kept.location, hint=hint)
