"""A digest is not written correctly.

A digest names one exact text: `sha256:` and 64 characters, from 0 to 9 and from a to f. With one of
them missing it names nothing.

## What to do

Copy the whole digest that `toolkit digest ID` prints. Or let `toolkit recognise` write the line.

## Example

Wrong:

```yaml
digest: SHA256:1F0C29
```

Right:

```yaml
digest: sha256:1f0c29d3a7c0b7c4e0b1d5d2f4a7716e5c27d0a1d8b0d3f7a94be1e02c86a5f7
```
"""

import re

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.recognition.digest import PREFIX, is_digest
from toolkit.validation.context import Context
from toolkit.validation.words import quote

_AROUND = re.compile(r"sha-?256|\W")
_DIGITS = re.compile(r"[0-9a-f]+")


def check(context: Context) -> Findings:
    """Look at the form of every digest."""
    for leaf in context.content.leaves(Form.DIGEST):
        if not is_digest(leaf.text):
            path = leaf.location.source.path
            hint = "copy the whole digest that toolkit digest ID prints."
            if leaf.field.name == "source_digest":
                hint = f"run toolkit translation stamp {path}; it writes the digest."
            message = f"{quote(leaf.text)} is not a digest."
            yield Finding.about(leaf, message, _label(leaf.text), hint)


def _label(text: str) -> str:
    # Without quotation marks of other kinds, spaces, and a misspelled beginning.
    digits = _AROUND.sub("", text.lower())
    if not _DIGITS.fullmatch(digits):
        return "write sha256: and 64 characters from 0 to 9 and from a to f"
    if len(digits) != 64:
        return f"{len(digits)} characters instead of 64"
    if text.lower() == f"{PREFIX}{digits}":
        return "write it in small letters"
    return "write sha256: in front" if text == digits else f"write {PREFIX}{digits}"
