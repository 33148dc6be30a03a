"""A file is not text in UTF-8.

The project stores the letters of all languages as UTF-8. A file saved in another way shows wrong
letters, or none at all. A word processor document is not text.

## What to do

Open the file in a text editor and save it again with the encoding "UTF-8". If it is a word
processor document, copy its text to a new text file.

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

from dataclasses import replace

from toolkit.content.faults import Fault
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context, and_the_rest

_SAVE = 'open the file in a text editor and save it with the encoding "UTF-8".'


def check(context: Context) -> Findings:
    """Put into words what was found instead of UTF-8."""
    for fault in context.content.faults("wrong-encoding"):
        finding = _finding(fault)
        yield replace(finding, hint=and_the_rest(context, fault, finding.hint))


def _finding(fault: Fault) -> Finding:
    if fault.reason == "utf-16":
        return Finding("This file is saved as UTF-16, not as UTF-8.", fault.location, hint=_SAVE)
    if fault.reason == "binary":
        return Finding(
            "This file is not text.",
            fault.location,
            hint="copy the text of the document to a new text file, and save it as UTF-8.",
        )
    return Finding(
        f"This letter is not saved as UTF-8 (byte {fault.detail}).",
        fault.location,
        "letters may be wrong from here on",
        _SAVE,
    )
