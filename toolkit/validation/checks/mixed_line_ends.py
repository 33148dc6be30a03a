"""A file mixes two kinds of line breaks.

Computers end lines in different ways. A file with both kinds was edited in two programs, and
programs that compare versions show lines as changed that are not.

## What to do

Save the file again in one editor. `toolkit check --fix` does it for you. This notice does not stop
anything.

## Example

Wrong:

```text
guide.md    some lines end with CR LF, others with LF
```

Right:

```text
guide.md    all lines end with LF
```
"""

from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.source import Location, SourceFile
from toolkit.validation.context import Context

SEVERITY = Severity.NOTICE


def check(context: Context) -> Findings:
    """Look for files with both kinds of line ends."""
    for document in context.content.texts:
        source = document.source
        carriage = source.text.count("\r\n")
        if carriage and carriage < source.text.count("\n"):
            yield _finding(source)


def _finding(source: SourceFile) -> Finding:
    kinds = [row.endswith("\r") for row in source.text.split("\n")[:-1]]
    ends = [
        Location(source, number, len(source.line(number)) + 1, number + 1, 1)
        for number, has_return in enumerate(kinds, 1)
        if has_return
    ]
    return Finding(
        "From this line on, lines end differently from those above.",
        source.at_line(kinds.index(not kinds[0]) + 1),
        hint="save the file again in one editor, with line breaks of one kind (LF).",
        fixes=tuple(Fix(place, "\n") for place in ends),
    )
