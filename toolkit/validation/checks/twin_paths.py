"""Two paths differ only in capitals or in the way that accents are stored.

On many computers `Guide.md` and `guide.md` are the same file: one of the two is lost without a
warning when the project is copied there. Accents can be stored in two ways that look the same, with
the same effect.

## What to do

Rename or remove one of the two. Small letters without accents are always safe.

## Example

Wrong:

```text
docs/about/Safety.md
docs/about/safety.md
```

Right:

```text
docs/about/safety.md
```
"""

import posixpath
import unicodedata
from collections.abc import Iterator

from toolkit.problems import Finding, Findings
from toolkit.source import SourceFile
from toolkit.validation.context import Context
from toolkit.validation.places import is_misplaced


def check(context: Context) -> Findings:
    """Compare the folders and files of the content, ignoring case and how accents are encoded."""
    content = context.content
    first: dict[str, str] = {}
    misplaced = {f"{one.path}.md" for one in content.documents if is_misplaced(one)}
    # Lower case first: the other one is to be renamed.
    steps = sorted({step for path in content.paths for step in _steps(path)}, key=_odd_last)
    for step in steps:
        other = first.setdefault(_folded(step), step)
        if posixpath.dirname(step) != posixpath.dirname(other) or other == step:
            continue  # if their folders differ, those are reported
        below = [path for path in content.paths if path == step or path.startswith(f"{step}/")]
        if misplaced.issuperset(below):
            continue
        message = f'This path differs from "{content.prefix}/{other}" only in capitals or accents.'
        hint = "rename or remove one of the two: some computers confuse them."
        yield Finding(message, SourceFile(f"{content.prefix}/{below[0]}").at(1), hint=hint)


def _steps(path: str) -> Iterator[str]:
    """The folders on the path to a file, and the file."""
    parts = path.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts) + 1))


def _odd_last(step: str) -> tuple[bool, str]:
    return step != step.lower() or not step.isascii(), step


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
