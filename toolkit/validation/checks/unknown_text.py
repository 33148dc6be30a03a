"""A digest does not belong to any known text.

A statement, a circulation or an editorial change is about one exact text of an entry: the current
one, or one that is kept in `docs/recognition/texts`. This digest belongs to neither, so nobody can
tell what was meant.

## What to do

If you mean the current text, copy the digest that `toolkit digest ID` prints. If you mean a former
text, restore its file in `docs/recognition/texts`.

## Example

Wrong:

```yaml
# the text was changed before the line was added
- {entry: manual, digest: "sha256:0000...", on: 2026-01-05}
```

Right:

```yaml
- {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
```
"""

from toolkit.problems import Finding, Findings
from toolkit.recognition.digest import PREFIX, shortened
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare each digest with the present and the kept texts of its entry."""
    ledger = context.ledger
    for fault in ledger.faults_of("unknown-text"):
        (entry,) = fault.names
        other = ledger.texts.sound.get(fault.detail)
        present = ledger.now.digests.get(entry, "")
        label = f"the current one is {shortened(present)}"
        kept = (digest for digest, text in ledger.texts.sound.items() if text.entry == entry)
        for digest in (present, *kept):
            if shortened(digest) == shortened(fault.detail):
                both = enumerate(zip(digest, fault.detail, strict=True), 1 - len(PREFIX))
                digit, right = next((at, one) for at, (one, other) in both if one != other)
                label = f"one of them begins like this, but its digit {digit} is {right}"
        if other is not None:
            label = f"it is a text of {quote(other.entry)}"
        yield Finding(
            f"{shortened(fault.detail)} is neither the current nor a kept text of {quote(entry)}.",
            fault.location,
            label,
            f"copy the digest that toolkit digest {entry} prints, or restore its file.",
        )
