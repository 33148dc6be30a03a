"""The name of a file or folder contains characters that some computers cannot store.

The project is copied to many computers and USB sticks. Some of them change, refuse or lose
spaces, accents, colons, quotation marks and names such as `aux`, which breaks links.

## What to do

Rename the file or folder: letters from a to z, digits, hyphens, underscores and single dots.

## Example

Wrong:

```text
docs/about/images/Plan (final).png
```

Right:

```text
docs/about/images/plan.png
```
"""

import re

from toolkit.content.schema import LONGEST_ID
from toolkit.problems import Finding, Findings
from toolkit.source import SourceFile
from toolkit.validation.checks.refused_attachment import is_to_be_removed
from toolkit.validation.checks.unknown_list import renamed_lists
from toolkit.validation.context import Context
from toolkit.validation.places import copied_file, is_misplaced
from toolkit.validation.words import quote

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*")
# Windows reserves these for devices, and can't store files with such names.
TAKEN = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_LONGEST = 200


def check(context: Context) -> Findings:
    """Look at the names of all folders, and of all files that are neither entries nor tasks."""
    content = context.content
    entries = {f"{one.path}.md" for one in (*content.entries, *content.tasks)}
    # Reported by invalid-file-name as too long.
    long_names = {f"{entry.path}.md" for entry in content.entries if len(entry.id) > LONGEST_ID}
    # Others tell the names of these: unknown-list and stray-translation.
    renamed = {*renamed_lists(content), *(f"{one.path}.md" for one in content.stray_translations)}
    misplaced = {f"{one.path}.md" for one in content.documents if is_misplaced(one)}
    reported: set[str] = set()
    paths = frozenset(content.paths)
    for path in content.paths:
        place = SourceFile(f"{content.prefix}/{path}").at(1)
        parts = path.split("/")
        if is_to_be_removed(path):
            parts.pop()  # refused-attachment reports it
        elif path in renamed or path in entries:
            parts.pop()  # invalid-file-name looks at the entries
        if len(path) > _LONGEST and path not in long_names:
            yield Finding(
                f"The path has {len(path)} characters; the limit is {_LONGEST}.",
                place,
                hint="shorten the names of its folders, or use fewer folders.",
            )
        for end, name in enumerate(parts, 1):
            step = "/".join(parts[:end])
            taken = TAKEN.fullmatch(name)
            if step in reported or (_NAME.fullmatch(name) and not taken):
                continue
            if path in misplaced and step != path:
                continue  # misplaced-file tells its folder
            reported.add(step)
            fault = "is reserved on some computers" if taken else "contains unusual characters"
            message = f"The name {quote(name)} {fault}."
            hint = "rename it: letters from a to z, digits, hyphens, single dots."
            if step == path and (original := copied_file(path, paths)):
                message = f"{quote(name)} looks like a copy of {quote(original)}."
                hint = f"keep the better one as {original}, and delete the other file."
            yield Finding(message, place, hint=hint)
            break
