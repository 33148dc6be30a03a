"""A field is written twice.

Only one of the two can be shown, and nobody can tell which.

## What to do

Keep the right line and remove the other one. If each holds a part of a list, combine them into one
list.

## Example

Wrong:

```yaml
themes: [investigation]
audiences: [law-enforcement]
themes: [financial-investigation]
```

Right:

```yaml
themes: [investigation, financial-investigation]
audiences: [law-enforcement]
```
"""

import re
from collections.abc import Iterator

from toolkit.content.faults import Fault
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.field_names import lines_astray
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Report each repetition, with the first one's line, but an item without a hyphen only once."""
    items: dict[tuple[str, int], list[Fault]] = {}
    astray = lines_astray(context.content)
    for fault in context.content.faults("duplicate-key"):
        places = (fault.location, fault.other)
        if any((place.source.path, place.line) in astray for place in places):
            continue
        items.setdefault((fault.location.source.path, _item_of(fault)), []).append(fault)
    for (_, line), faults in items.items():
        yield from _in_item(line, faults) if line else map(_repeated, faults)


def _item_of(fault: Fault) -> int:
    """The line where the list item with the repeated name begins; 0 if it isn't in a list."""
    place, indent = fault.other, fault.location.column - 3
    lines = place.source.lines[: place.line] if indent >= 0 else []
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if re.match(rf" {{{indent}}}- \S", line):
            return number
        if line.strip() and not line.startswith(" " * (indent + 1)):
            break
    return 0


def _in_item(line: int, faults: list[Fault]) -> Iterator[Finding]:
    """Two items read as one, if their names show that, or else each repetition."""
    begun = faults[0].location
    first = re.match(r" *- ([^\s:]+):", begun.source.line(line))
    name = first[1] if first else ""
    # If two items are read as one, all lines of the first are above those of the second.
    first_ends = max(fault.other.line for fault in faults)
    is_second = len(faults) > 1 and first_ends < begun.line
    if name not in [fault.detail for fault in faults] and not is_second:
        yield from map(_repeated, faults)
        return
    text = begun.source.line(begun.line).strip()
    label = f"write - {name}: and its value on a line above this one"
    if faults[0].detail == name:
        label = f"write a hyphen and a space before it: - {text}"
    message = "A new item begins here, but it has no hyphen."
    hint = "without a hyphen, the line belongs to the item above it."
    yield Finding(message, begun, label, hint, faults[0].detail)


def _repeated(fault: Fault) -> Finding:
    message = f"{quote(fault.detail)} is written twice."
    label = f"it is already on line {fault.other.line}"
    hint = "keep one of the two lines; combine two lists into one."
    return Finding(message, fault.location, label, hint, fault.detail)
