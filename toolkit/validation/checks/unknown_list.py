"""A file among the vocabularies and registers is not one of them.

The folders `vocabularies` and `registers` contain the lists that the program knows. Any other file
there is not read: if the name of a list is misspelt, its terms are missing.

## What to do

Correct the name of the file, or move it elsewhere. To add a list, ask the maintainers.

## Example

Wrong:

```text
docs/vocabularies/theme.yml
```

Right:

```text
docs/vocabularies/themes.yml
```
"""

from __future__ import annotations

from toolkit.problems import Finding, Findings, Severity
from toolkit.source import SourceFile
from toolkit.validation.context import Context
from toolkit.validation.nearest import nearest

SEVERITY = Severity.ERROR

_FOLDERS = ("vocabularies/", "registers/")


def check(context: Context) -> Findings:
    """Look for files that are not read: in the folders of lists, and lists elsewhere."""
    known = [one.path.removeprefix(f"{context.content.prefix}/") for one in context.content.lists]
    for path in context.content.paths:
        is_list = path.endswith((".yml", ".yaml"))
        among_lists = path.startswith(_FOLDERS) and (is_list or path.endswith(".md"))
        elsewhere = is_list and not path.startswith(("recognition/", *_FOLDERS))
        if path in known or not (among_lists or elsewhere):
            continue
        if path.endswith(".yaml"):
            label = f"rename it to {context.content.prefix}/{path.removesuffix('yaml')}yml"
        else:
            meant = nearest(path, known)
            label = f'did you mean "{context.content.prefix}/{meant}"?' if meant else ""
        yield Finding(
            "This file is not read, because it is not one of the known lists.",
            SourceFile(f"{context.content.prefix}/{path}").at(1),
            label,
            "correct its name, or move it elsewhere.",
        )
