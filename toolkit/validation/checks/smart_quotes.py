"""A value is in quotation marks that are not straight, such as the curved ones of a word processor.

Only straight quotation marks mean "this is one value" here. All others become part of the value:
they would appear in the title, and a colon between them makes the file unreadable.

## What to do

Replace both marks with straight ones: `"`. `toolkit check --fix` does it for you. If the marks
belong to the title, put straight ones around them.

## Example

Wrong:

```yaml
title: “Guide for labour inspectors”
```

Right:

```yaml
title: "Guide for labour inspectors"
```
"""

import re

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.validation.checks.registered_partner import id_in_register
from toolkit.validation.context import Context
from toolkit.validation.passages import written
from toolkit.validation.words import quote, unquoted, yaml_text

SEVERITY = Severity.WARNING

# A list item in brackets with a comma between curved marks, which don't keep it together.
_WITH_COMMA = re.compile(
    r"[^“”«»,\[\]]*(?:“[^“”,]*,[^“”]*”|«[^«»,]*,[^«»]*»)(?:[^,\]]*[^,\]\s])?(?=\s*[,\]])"
)


def check(context: Context) -> Findings:
    """Look for values that begin and end with curved quotation marks."""
    for leaf in context.content.leaves(Form.TEXT):
        if not leaf.scalar.plain:
            continue
        place, text = leaf.location, leaf.text.strip()
        inner, item = unquoted(text), None
        if leaf.name.endswith("]"):
            item = _WITH_COMMA.match(place.source.line(place.line), place.column - 1)
        if item and item.end() >= place.end_column:
            place = place.source.at(place.line, place.column, len(item[0]))
            right, is_one = yaml_text(unquoted(item[0])), True
            message = f"{quote(item[0])} is read as several items, because of its comma."
            hint = "only straight quotation marks keep a comma within an item."
        elif inner == text or text[0] in "'\"":
            continue
        elif leaf.top == "partners" and id_in_register(context.lists, inner):
            continue  # registered-partner reports where it belongs
        else:
            right, is_one = yaml_text(inner), written(place) == leaf.text
            marked = f"{quote(text)} is in quotation marks that are not straight"
            message = f"{marked}, so they become part of it."
            hint = "use straight quotation marks, or none."
        fixes = (Fix(place, right),) if is_one else ()
        yield Finding(message, place, f"write {right}", hint, leaf.name, fixes)
