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

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context, and_the_rest

_SAVE = 'open the file in a text editor and save it with the encoding "UTF-8".'
_COPY = "copy the text of the document to a new text file, and save it as UTF-8."
_LETTERS = "letters may be wrong from here on"
_WORDS = {
    "utf-16": ("This file is saved as UTF-16, not as UTF-8.", "", _SAVE),
    "binary": ("This file is not text.", "", _COPY),
    "byte": ("This letter is not saved as UTF-8 (byte {}).", _LETTERS, _SAVE),
}


def check(context: Context) -> Findings:
    """Put into words what was found instead of UTF-8."""
    for fault in context.content.faults("wrong-encoding"):
        message, label, hint = _WORDS[fault.reason]
        hint = and_the_rest(context, fault, hint)
        yield Finding(message.format(fault.detail), fault.location, label, hint)
