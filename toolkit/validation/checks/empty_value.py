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
from toolkit.languages import LANGUAGES
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.language_tags import canonical_tag
from toolkit.validation.passages import written
from toolkit.validation.value_ends import cut_at_comma, is_piece
from toolkit.validation.words import last_part, quote, unquoted, yaml_item, yaml_text

_ROWS = {row.name: row for field in FIELDS for row in (field, *field.parts)}
# After the name of a field or a hyphen: what doesn't look like a comment, as in cut-value.
_COMMENT = re.compile(r"(?:[A-Za-z_]+:)?[ \t]+(#([^\s#](?:[^\n]*[^ \t\n])?))[ \t]*$")
# A language and a text that no colon and space separate.
_TAGGED = re.compile(rf"({'|'.join(LANGUAGES)})[\s:;=.：﹕]+(\S.*)")
_HINTS = {
    "year": "if nobody knows it, remove the line, and write unverified: [year].",
    "source_digest": "run toolkit translation stamp with the path of this file; it writes it.",
}


def check(context: Context) -> Findings:
    """Report empty fields and empty items of lists."""
    reported: set[tuple[str, int]] = set()
    twice = {
        (fault.other.source.path, fault.other.line)
        for fault in context.content.faults("duplicate-key")
    }
    for fault in context.content.faults("empty-value"):
        line = (fault.location.source.path, fault.location.line)
        if line in twice and not fault.reason.startswith("placeholder"):
            continue  # the value is below the second one
        tagged = _TAGGED.fullmatch(text := written(fault.location))
        if not tagged and (cut := cut_at_comma(fault)):
            reported.add(line)
            yield cut
            continue
        if line in reported and is_piece(fault):
            continue  # the next piece of the same value
        name = last_part(fault.field).partition("[")[0]
        place = fault.location
        remark = _COMMENT.match(place.source.line(place.line), place.column - 1)
        if fault.reason == "placeholder":
            typed = re.sub(r"^[>|][-+]?\s+", "", written(place))
            message = f"{quote(unquoted(typed))} in {quote(name)} is not a value."
            label = "write the value, or remove this"
            hint = "leave out what you do not know; required fields need a value."
            hint = _HINTS["year"] if name == "year" else hint
        elif remark:
            # A text may begin with #, but nothing else does.
            row = _ROWS.get(name)
            meant = yaml_text(remark[1]) if row is None or row.form is Form.TEXT else remark[2]
            if row is not None and row.number is Number.LIST and fault.reason != "item":
                meant = f"[{meant}]"
            place = place.source.at(place.line, remark.start(1) + 1, len(remark[1]))
            message = (
                f"{quote(remark[1])} is read as a comment, so {quote(name)} has no value there."
            )
            label = f"write {meant}"
            hint = "if it is a comment, put a space after the #."
        elif fault.reason == "item":
            message = f"An item of {quote(name)} is empty."
            label = "remove the item, or fill it in"
            hint = "write one value between two commas, or after each hyphen."
        elif fault.reason == "language" and not canonical_tag(text):
            tag, text = tagged.groups() if tagged else ("en", text)
            message = f"{quote(text)} has no language."
            label = f"write {tag}: {yaml_item(text)}"
            hint = "write the code of the language, a colon, a space and the text."
        elif fault.field.startswith("distinct_from."):
            message = f'{quote(name)} in "distinct_from" has no reason.'
            label = f"write {name}: how it differs"
            hint = "say in a few words what tells this entry from that one."
        else:
            required = fault.reason == "required"
            message = f"The field {quote(name)} has no value."
            label = "write a value" if required else "write a value, or remove the line"
            hint = "this field is required." if required else "leave out what you do not know."
            hint = _HINTS.get(name, hint)
        yield Finding(message, place, label, hint, fault.field)
