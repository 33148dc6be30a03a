"""A kept text was changed.

The texts that organizations have recognized are kept in `docs/recognition/texts`, so that anybody
can see later what was recognized. The name of each file is the digest of its content. A file that
does not fit its name is worth nothing: nobody can tell what it said.

## What to do

Bring back the file as it was, for example with `git checkout`. Such a file is never edited, and it
has no line break at its end: some editors add one. If the file does not come from the toolkit,
remove it. `toolkit digest ID --keep` writes the present text of an entry.

## Example

Wrong:

```json
{"body":"A corrected sentence.","id":"manual","kind":"resource"}
```

Right:

```json
{"body":"The sentence that was recognized.","id":"manual","kind":"resource"}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context

ID: Final = "altered-kept-text"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Compare each kept text with its name."""
    for file, reason in context.ledger.texts.altered.values():
        if reason == "hash":
            yield Finding(
                "This kept text was changed: its content does not fit its name.",
                file.source.at_line(1),
                "",
                "bring the file back as it was, without a line break at its end.",
            )
        elif reason == "form":
            yield Finding(
                "This kept text is not the text of an entry.",
                file.source.at_line(1),
                "",
                "remove the file; toolkit digest ID --keep writes the text of an entry.",
            )
