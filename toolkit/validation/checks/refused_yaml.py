"""A character at the beginning of a value has a special meaning that is not used here.

`*`, `&`, `!`, `{{` and `<<` have meanings in YAML, the format of the front matter, that no entry
needs and that can make a small file grow endlessly. So the file is not read.

## What to do

Put the value in quotation marks if it really begins with such a character. Otherwise remove the
character.

## Example

Wrong:

```yaml
title: !Act now
```

Right:

```yaml
title: "!Act now"
```
"""

import re

from toolkit.content.faults import Fault
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context, and_the_rest
from toolkit.validation.words import quote, yaml_text

_QUOTES = "put a value that begins with *, & or ! in quotation marks."
_WORDS = {
    "merge": (
        '"<<" can\'t be used here.',
        "write the fields out",
        "write all fields of each group.",
    ),
    "key": (
        "There is a list or a group where a name is needed.",
        "put the value in quotes",
        "put a value that begins with a bracket in quotation marks.",
    ),
    "second-document": (
        'A second block begins here with "---".',
        "remove this line",
        "a list is one block: remove the lines --- and ... in it.",
    ),
}


def check(context: Context) -> Findings:
    """Say which character is refused, and how to write the value."""
    for fault in context.content.faults("refused-yaml"):
        message, label, hint = _WORDS.get(fault.reason) or _of_character(fault)
        yield Finding(message, fault.location, label, and_the_rest(context, fault, hint))


def _of_character(fault: Fault) -> tuple[str, str, str]:
    place = fault.location
    line = place.source.line(place.line)
    before, value = line[: place.column - 1], line[place.column - 1 :].strip()
    if before.count("[") + before.count("{") > before.count("]") + before.count("}"):
        value = re.split(r"[],}]", value)[0].strip()
    return (
        f"A value can't begin with {quote(value[:1])}.",
        f"put the value in quotes: {yaml_text(value)}",
        _QUOTES,
    )
