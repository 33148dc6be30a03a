"""A list begins right below a paragraph.

Without a blank line in between, the items become part of the paragraph, hyphens and all. Other
programs that show Markdown make a list of it, so the mistake is easy to miss.

## What to do

Put a blank line above the first item. If you do not mean a list, do not begin a line with a hyphen
or with a number and a full stop.

## Example

Wrong:

```markdown
The guide has two parts:
- signs of forced labour
- questions for workers
```

Right:

```markdown
The guide has two parts:

- signs of forced labour
- questions for workers
```
"""

import re

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.checks.typed_bullet import typed_lists
from toolkit.validation.checks.zero_width_character import DIRECTIONS
from toolkit.validation.context import Context
from toolkit.validation.passages import Passage

SEVERITY = Severity.WARNING

_ITEM = re.compile(r" {0,3}(?:[-*+]|[0-9]{1,2}\.)[ \t]")
_BELOW_TEXT = re.compile(r"[^\n]\n {0,3}(?:[-*+]|[0-9]{1,2}\.)[ \t]")
# What begins like this isn't a paragraph, or was meant as an item, which typed-bullet, stray-space
# and zero-width-character report. A list may begin right below a heading.
_OTHER = re.compile(
    rf"[>|\s]|[{DIRECTIONS}]+ {{0,3}}(?:[-*+]|[0-9]{{1,2}}\.)[ \t]|:[ \t]"
    r"|(?:[-*+]|[0-9]{1,2}\.)[\u00a0\u3000]|-(?=[^\W\d_])|[0-9]{1,2}\.(?=[^\W\d_])|\[\^?[^\[\]\n]{1,200}\]:"
)


def check(context: Context) -> Findings:
    """Look through the blocks of each body for an item below a line of text."""
    for passage in context.bodies:
        if _BELOW_TEXT.search(passage.text):
            yield from _in_blocks(passage)


def _in_blocks(passage: Passage) -> Findings:
    begins, in_paragraph = True, False
    # The first item of the list, most likely, which typed-bullet reports.
    typed = {finding.location.line for finding in typed_lists(passage)}
    for number, line in enumerate(passage.text.split("\n"), passage.line):
        if not line.strip() or line.startswith("#"):
            begins, in_paragraph = True, False
        elif _ITEM.match(line):
            if in_paragraph:
                yield Finding(
                    "The list begins right below a paragraph, so it becomes part of it.",
                    passage.source.at(number, len(line) - len(line.lstrip()) + 1, 1),
                    "put a blank line above",
                    "leave a blank line above the first item of a list.",
                )
            begins = in_paragraph = False
        elif begins:
            begins, in_paragraph = False, not (_OTHER.match(line) or number in typed)
