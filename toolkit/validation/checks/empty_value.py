"""A field has no value.

An empty field looks as if somebody had meant to fill it in. Readers and translators cannot tell
whether the fact is unknown or was forgotten.

## What to do

Write the value, or remove the whole line. `none`, `n/a`, `unknown`, `TODO`, `TBD` and `-` are no
values either.

## Example

Wrong:

```yaml
url: n/a
countries: []
```

Right:

```yaml
url: https://www.unodc.org/
```
"""

import re

from toolkit.content.entry_schema import FIELDS
from toolkit.content.schema import Form, Number
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.passages import written
from toolkit.validation.words import last_part, quote, unquoted, yaml_text

_ROWS = [row for field in FIELDS for row in (field, *field.parts)]
_FORMS = {row.name: row.form for row in _ROWS}
_LISTS = frozenset(row.name for row in _ROWS if row.number is Number.LIST)
# After the name of a field or a hyphen: what doesn't look like a comment, as in cut-value.
_COMMENT = re.compile(r"(?:[A-Za-z_]+:)?[ \t]+(#([^\s#][^\n]*?))[ \t]*$")
_LEAVE_OUT = "leave out what you do not know; required fields need a value."


def check(context: Context) -> Findings:
    """Report empty fields and empty items of lists."""
    for fault in context.content.faults("empty-value"):
        name = last_part(fault.field).partition("[")[0]
        place = fault.location
        remark = _COMMENT.match(place.source.line(place.line), place.column - 1)
        if remark and fault.reason != "placeholder":
            # A text may begin with #, but nothing else does.
            meant = yaml_text(remark[1]) if _FORMS.get(name, Form.TEXT) is Form.TEXT else remark[2]
            meant = f"[{meant}]" if name in _LISTS and fault.reason != "item" else meant
            yield Finding(
                f"{quote(remark[1])} is read as a comment, so {quote(name)} has no value there.",
                place.source.at(place.line, remark.start(1) + 1, len(remark[1])),
                f"write {meant}",
                "if it is a comment, put a space after the #.",
                fault.field,
            )
        elif fault.reason == "item":
            yield Finding(
                f"An item of {quote(name)} is empty.",
                fault.location,
                "remove the item, or fill it in",
                "write one value between two commas, or after each hyphen.",
                fault.field,
            )
        elif fault.reason == "placeholder":
            typed = re.sub(r"^[>|][-+]?\s+", "", written(fault.location))
            yield Finding(
                f"{quote(unquoted(typed))} in {quote(name)} is not a value.",
                fault.location,
                "write the value, or remove this",
                _hint(name, required=True) if name == "year" else _LEAVE_OUT,
                fault.field,
            )
        elif fault.field.startswith("distinct_from."):
            yield Finding(
                f'{quote(name)} in "distinct_from" has no reason.',
                fault.location,
                f"write {name}: how it differs",
                "say in a few words what tells this entry from that one.",
                fault.field,
            )
        else:
            required = fault.reason == "required"
            yield Finding(
                f"The field {quote(name)} has no value.",
                fault.location,
                "write a value" if required else "write a value, or remove the line",
                _hint(name, required=required),
                fault.field,
            )


def _hint(name: str, *, required: bool) -> str:
    if name == "year":
        return "if nobody knows it, remove the line, and write unverified: [year]."
    if name == "source_digest":
        return "run toolkit translation stamp with the path of this file; it writes it."
    return "this field is required." if required else "leave out what you do not know."
