"""The text of a statement is not kept.

The statement names the current text of the entry by its digest. Once the entry changes, nobody can
tell what was meant, because the text itself is not kept anywhere.

## What to do

Run `toolkit digest ID --keep` and add the file that it writes to the same change. The commands
`toolkit recognise` and `toolkit object` do this for you.

## Example

Wrong:

```text
docs/recognition/unodc.yml
```

Right:

```text
docs/recognition/unodc.yml
docs/recognition/texts/1f0c29d3a7c0b7c4e0b1d5d2f4a7716e5c27d0a1d8b0d3f7a94be1e02c86a5f7.json
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Look for the file of each named text, once per text."""
    ledger = context.ledger
    missing = {
        digest: (entry, place)
        for entry, digest, place in reversed(tuple(ledger.named()))
        if digest not in ledger.texts.sound
    }
    for entry, place in missing.values():
        message = f"This text of {quote(entry)} is not kept."
        hint = f"run toolkit digest {entry} --keep, and add the file that it writes."
        yield Finding(message, place, hint=hint)
