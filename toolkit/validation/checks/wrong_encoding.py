"""A file is not text in UTF-8.

UTF-8 is the way in which the project keeps letters of all languages. A file saved in another way
shows wrong letters, or none at all. A document of a word processor is not text.

## What to do

Open the file in a text editor and save it again with the encoding "UTF-8". If it is a document of
a word processor, copy its text into a new text file.

## Example

Wrong:

```text
guide.md    saved as "Unicode" (UTF-16), "ANSI" or "Word document"
```

Right:

```text
guide.md    saved as "UTF-8"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.content.faults import Fault
from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context

ID: Final = "wrong-encoding"
SEVERITY: Final = Severity.ERROR

_SAVE = 'open the file in a text editor and save it with the encoding "UTF-8".'


def check(context: Context) -> Iterator[Finding]:
    """Put into words what was read instead of UTF-8."""
    for fault in context.content.faults(ID):
        yield _finding(fault)


def _finding(fault: Fault) -> Finding:
    if fault.reason == "utf-16":
        return Finding("This file is saved as UTF-16, not as UTF-8.", fault.location, hint=_SAVE)
    if fault.reason == "binary":
        return Finding(
            "This file is not text.",
            fault.location,
            hint="copy the text of the document into a new text file, saved as UTF-8.",
        )
    return Finding(
        f"This letter is not saved as UTF-8 (byte {fault.detail}).",
        fault.location,
        "from here on the letters can't be trusted",
        _SAVE,
    )
