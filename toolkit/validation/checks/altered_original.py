"""A kept text of an original was changed.

`docs/originals` contains the texts that translations were made from, each in a file that is named
after its digest. If the name and the text do not match, nobody can see any more what has changed
since.

## What to do

Restore the file, for example with `git checkout`. The files are written by
`toolkit translation`; don't edit them, and put nothing else into the folder.

## Example

Wrong:

```text
docs/originals/notes.json
```

Right, as the command writes it:

```text
docs/originals/1fe8270bd5bcd5dbff7990d5c388fbab797babb3b74f2869303472a5e1266b2f.json
```
"""

from toolkit.problems import Finding, Findings
from toolkit.recognition.digest import digest_of
from toolkit.translations.source import canonical_source
from toolkit.validation.context import Context

_HINT = "restore the file as it was, or remove it if no translation was made from it."


def check(context: Context) -> Findings:
    """Compare each kept original with its name."""
    for fault in context.content.faults("altered-original"):
        yield Finding("This is not a kept original.", fault.location, hint=_HINT)
    for digest, kept in context.content.originals.items():
        if kept.text is not None and digest_of(canonical_source(kept.text)) != digest:
            message = "This kept original was changed: its text does not match its name."
            yield Finding(message, kept.source.at(1), hint=_HINT)
