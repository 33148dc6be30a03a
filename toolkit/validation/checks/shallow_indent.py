"""A line that belongs to an item of a list is not indented far enough.

For other programs that show Markdown, two or three spaces are enough; here each level of a list
takes four. With fewer, an item inside an item becomes one on the same level, or a part of its text,
and a paragraph below an item ends the list.

## What to do

Begin the line with four spaces, and with four more for each further level. Other programs show the
same then. Code in a list can't go between lines of ```: indent it by eight spaces instead.

## Example

Wrong:

```markdown
- Interviews
  - with workers
  - with employers
```

Right:

```markdown
- Interviews
    - with workers
    - with employers
```
"""

import re
from dataclasses import dataclass

from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import Passage, of_body

SEVERITY = Severity.WARNING

_LEVEL = 4  # spaces
_INDENTED = re.compile(r"^ +\S", re.MULTILINE)
_FENCE = re.compile(r" +(?:`{3}|~{3})")
# Whose spaces other checks report: they are to be removed.
_HEADING = re.compile(r"#{2,4} ")
_ITEM = re.compile(r"(?:[-*+]|(?P<number>[0-9]{1,9})\.) {1,4}(?=\S)")


@dataclass(frozen=True)
class _Item:
    """An item that begins at `indent`; for other programs, lines from `text` on belong to it."""

    indent: int
    text: int
    numbered: bool

    def holds(self, indent: int, item: re.Match[str] | None) -> bool:
        """Whether a line is meant to belong to it: bullets among numbers need less indent."""
        is_other = item is not None and (item["number"] is not None) is not self.numbered
        return indent >= self.text or (is_other and indent > self.indent)


def check(context: Context) -> Findings:
    """Look at lines of lists that begin an item or a paragraph, as other programs would."""
    for document in context.content.texts:
        if document.front is not None and _INDENTED.search(document.body):
            yield from _in_lists(of_body(document), document.body)


def _in_lists(passage: Passage, body: str) -> Findings:
    """Look at a body; `passage` is its text without code."""
    around: list[_Item] = []
    found: list[Fix] = []
    begins, in_code = True, False
    lines = zip(passage.text.split("\n"), body.split("\n"), strict=True)
    for number, (line, whole) in enumerate(lines, passage.line):
        if around and _FENCE.match(whole):
            if not in_code:
                message = "Code in a list can't go between lines of ``` or ~~~."
                label = "remove this line, and the other one"
                hint = f"indent the code by {_LEVEL * (len(around) + 1)} spaces instead."
                yield Finding(message, passage.source.at(number, 1, len(whole)), label, hint)
            in_code = not in_code
        indent, item = 0, None
        if line.strip():
            indent = len(whole) - len(whole.lstrip(" "))
            item = _ITEM.match(whole, indent)
        if line.strip() and (item or begins):
            around = [one for one in around if one.holds(indent, item)]
            wanted = _LEVEL * len(around)
            if not around and not item:
                yield from _finding(found)
                found = []
            elif indent < wanted and not _HEADING.match(whole, indent):
                found.append(Fix(passage.source.at(number, 1, indent), " " * wanted))
        if item:
            around.append(_Item(indent, item.end(), item["number"] is not None))
        begins = not line.strip()
    yield from _finding(found)


def _finding(lines: list[Fix]) -> Findings:
    """One problem for a list, at the first of its lines."""
    if lines:
        message = "This line is not indented far enough to belong to the item above it."
        label = f"begin it with {len(lines[0].text)} spaces"
        hint = "each level of a list takes four spaces."
        yield Finding(message, lines[0].location, label, hint, fixes=tuple(lines))
