"""The front matter or a list cannot be read because of a misplaced character.

A field is written as a name, a colon, a space and a value. Some characters have a special meaning
there: colons, brackets, quotation marks, and the spaces at the beginning of a line. One of them in
a title can make the whole file unreadable.

## What to do

Do what the message says below the marked place. When in doubt, put the whole value in quotation
marks: straight ones, `"`, not those of a word processor. If the value itself contains such marks,
put single ones around it: `'`.

## Example

Wrong:

```yaml
title: Guide: how to inspect a workplace
```

Right:

```yaml
title: "Guide: how to inspect a workplace"
```
"""

import re
from collections.abc import Iterator

from toolkit.content.faults import Fault
from toolkit.problems import Finding, Findings, Fix
from toolkit.validation.context import Context, and_the_rest
from toolkit.validation.groups import group_of_line
from toolkit.validation.indents import indent_fixes, indent_of, is_field_after_tab
from toolkit.validation.value_ends import is_tagged, second_field
from toolkit.validation.without_colon import NAMES
from toolkit.validation.words import whole, yaml_text
from toolkit.validation.yaml_slips import words_of

_ONE_VALUE = re.compile(
    r"\s*(?:- )?(?P<name>[a-z_]+):[ \t]+(?P<value>[^\s\"'\[\]{}>|*&!%@`#,?-](?:.*\S)?)\s*"
)


def check(context: Context) -> Findings:
    """Put each mistake into plain words, with the exact correction."""
    for fault in context.content.faults("invalid-yaml"):
        message, label, hint = words_of(fault)
        hint = and_the_rest(context, fault, hint)
        yield Finding(message, fault.location, label, hint, fixes=tuple(_fixes(fault)))


def _fixes(fault: Fault) -> Iterator[Fix]:
    """The fix, if it is clear what was meant."""
    place = fault.location
    source, line = place.source, place.source.line(place.line)
    if fault.reason in ("odd-space", "tab") and is_field_after_tab(fault):
        yield Fix(source.at(place.line, 1, len(indent_of(line))), "")
    elif fault.reason in ("odd-space", "tab") and place.column <= len(indent_of(line)):
        yield from indent_fixes(source, place.line)
    elif fault.reason == "odd-space":
        yield Fix(place, " " * (place.end_column - place.column))
    elif fault.reason == "no-space-after-colon" and fault.detail in NAMES:
        yield Fix(source.at(place.line, place.end_column), " ")
    elif fault.reason == "colon-in-value":
        is_one = not group_of_line(line) and not second_field(line, source)
        is_one &= not is_tagged(fault, line.partition(":")[2].strip())
        match = _ONE_VALUE.fullmatch(line) if is_one else None
        goes_on = source.line(place.line + 1).startswith((" ", "\t"))
        if match and match["name"] in NAMES and not goes_on and " #" not in match["value"]:
            start, end = match.span("value")
            right = yaml_text(whole(match["value"]))
            yield Fix(source.at(place.line, start + 1, end - start), right)
