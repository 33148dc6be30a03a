"""Lists or quotations are nested more than ten levels deep.

Nobody can follow so many levels on a narrow screen, and programs that display the text may fail.
Ten levels are far more than any text needs.

## What to do

Break the list up: use headings, or begin a new list.

## Example

Wrong:

```markdown
> > > > > > > > > > > > a quotation in twelve others
```

Right:

```markdown
> a quotation
```
"""

import re

from toolkit.content.document import Document
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.passages import of_body

_DEEPEST = 10
_STEP = re.compile(r"[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)]|!!!|:)(?=[ \t]))")
# Each step takes at least one character, so most bodies have no line worth counting.
_SUSPECT = re.compile(rf"^[ \t>*+\-!:.)\d]{{{_DEEPEST + 1},}}", re.MULTILINE)


def check(context: Context) -> Findings:
    """Count the markers and indents at the beginning of each line."""
    for document in context.content.texts:
        if document.front is not None and document.body:
            yield from _lines(document)


def _lines(document: Document) -> Findings:
    passage = of_body(document)
    if not _SUSPECT.search(passage.text):
        return
    start = 0
    written = document.body.split("\n")
    for line, whole in zip(passage.text.split("\n"), written, strict=True):
        # Code within a line is replaced with spaces, which aren't an indent.
        begins_with_code = not whole.startswith(line[: len(line) - len(line.lstrip()) + 1])
        if line and not begins_with_code and _depth(line) > _DEEPEST:
            message = f"Lists or quotations are nested more than {_DEEPEST} levels deep."
            label = "use fewer levels"
            hint = "use headings, or begin a new list."
            yield Finding(message, passage.at(start, min(len(line.rstrip()), 200)), label, hint)
            return
        start += len(line) + 1


def _depth(line: str) -> int:
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    depth = len(indent.expandtabs(4)) // 4
    position = 0
    while depth <= _DEEPEST and (match := _STEP.match(line, position)):
        depth += 1
        position = match.end()
    return depth
