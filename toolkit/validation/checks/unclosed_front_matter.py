"""The front matter of a file is not closed.

The front matter is between two lines `---`. Without the second one, the text of the entry would be
read as fields.

## What to do

Write a line `---` below the last field, with nothing else on it and no space before it.

## Example

Wrong:

```markdown
---
title: Guide for labour inspectors

## Contents
```

Right:

```markdown
---
title: Guide for labour inspectors
---

## Contents
```
"""

import re

from toolkit.problems import Finding, Findings
from toolkit.source import SourceFile
from toolkit.validation.context import Context, and_the_rest
from toolkit.validation.words import quote

_MEANT = re.compile(r"\s*(?:[-_=*‐-―−]\s*){2,20}|\s*[‐-―−]\s*|\.\.\.\s*|-{3}\s+\w.{0,40}")
_FAR = 400  # no front matter has this many lines


def check(context: Context) -> Findings:
    """Report blocks without an end."""
    for fault in context.content.faults("unclosed-front-matter"):
        source, place = fault.location.source, fault.location
        message, label = "The front matter that begins here is not closed.", _label(source)
        hint = 'write a line "---" below the last field.'
        meant = next((n for n in range(2, _FAR) if _MEANT.fullmatch(source.line(n))), 0)
        if fault.reason == "divided":
            message = "The front matter ends here, but more fields follow."
            label = "remove this line"
            hint = 'front matter has one line "---" above all fields, and one below them.'
        elif meant:
            place = source.at_line(meant)
            message = f"{quote(source.line(meant))} does not close the front matter."
            label = 'write "---" at the beginning of the line'
            hint = "the front matter ends with a line of three hyphens and nothing else."
        yield Finding(message, place, label, and_the_rest(context, fault, hint))


def _label(source: SourceFile) -> str:
    """Where the closing line goes: above the first blank line or heading."""
    last = min(len(source.lines), _FAR)
    body = (n for n in range(2, last) if not source.line(n).strip() or source.line(n)[:2] == "##")
    end = next(body, 0) - 1
    place = f'a line "---" below line {end}' if end > 1 else 'another line "---"'
    return f"close it with {place}"
