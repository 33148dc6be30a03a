"""A file cannot be read.

Only ordinary files are read. A symbolic link, a folder or a device with the name of an entry is not
opened, because it may lead outside the project or never end. The lists that entries are checked
against must all be there.

## What to do

Replace the link or folder with the file itself. If a list is missing, get it again from the
project. If your computer refuses to open the file, change the permissions of the file.

## Example

Wrong:

```text
docs/prevention/resources/guide.md -> /home/ana/guide.md
```

Right:

```text
docs/prevention/resources/guide.md
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.checks.unknown_list import missing_lists
from toolkit.validation.context import Context

_WORDS = {
    "missing": (
        "This file is missing.",
        "if it was renamed, give it its old name back; if not, get it again from the project. "
        "Everything else is checked without it.",
    ),
    "link": (
        "This is a link to another place, not a file.",
        "put the file itself here.",
    ),
    "folder": (
        "This is a folder with the name of a file.",
        "rename the folder so that its name has no extension.",
    ),
    "special": (
        "This is not an ordinary file.",
        "put an ordinary text file here.",
    ),
}


def check(context: Context) -> Findings:
    """Put into words why a file was not read."""
    for fault in context.content.faults("unreadable-file"):
        if fault.reason == "missing" and fault.location.source.path in missing_lists(
            context.content
        ):
            continue  # unknown-list tells how the file that is there must be named
        message, hint = _WORDS.get(
            fault.reason,
            (
                f"This file can't be read: {fault.detail.lower()}.",
                "change the permissions of the file, or get it again from the project.",
            ),
        )
        yield Finding(message, fault.location, hint=hint)
