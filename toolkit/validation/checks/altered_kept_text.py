"""A kept text was changed.

The texts that organizations have recognized are kept in `docs/recognition/texts`, so that anyone
can see later what was recognized. Each file is named after the digest of its content. If the name
and the content do not match, nobody can tell what the text said.

## What to do

Restore the file, for example with `git checkout`. Never edit such a file, and make sure that your
editor does not add a line break at its end. If the file does not come from the toolkit, remove it.
`toolkit digest ID --keep` writes the current text of an entry.

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

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context

_WORDS = {
    "hash": (
        "This kept text was changed: its content does not match its name.",
        "restore the file as it was, without a line break at the end.",
    ),
    "form": (
        "This kept text is not the text of an entry.",
        "remove the file; toolkit digest ID --keep writes the text of an entry.",
    ),
}


def check(context: Context) -> Findings:
    """Compare each kept text with its name."""
    for file, reason in context.ledger.texts.altered.values():
        if reason in _WORDS:
            message, hint = _WORDS[reason]
            yield Finding(message, file.source.at_line(1), hint=hint)
