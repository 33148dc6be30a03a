"""A source, file or helpline is listed twice in one entry.

The second one tells readers nothing new, and looks as if there were more evidence than there is.
Two items are the same where nothing in one differs from the other: a work may be listed in two
roles, and a page for two works with their titles.

## What to do

Remove one of the two, or say how they differ.

## Example

Wrong:

```yaml
sources:
  - {url: 'https://www.iom.int/shelter', role: description}
  - {url: 'https://www.iom.int/shelter/', title: A shelter}
```

Right:

```yaml
sources:
  - {url: 'https://www.iom.int/shelter', title: A shelter, role: description}
```
"""

from toolkit.content.schema import Field, Form
from toolkit.content.tables import fields_of
from toolkit.content.values import Mapping, Sequence
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.same_address import canonical_address

# The parts that identify an item of each group, and what messages call it.
_GROUPS = {
    "sources": (("url", "title"), "source"),
    "files": (("url",), "file"),
    "helplines": (("number",), "helpline"),
}
_DEFAULTS = {"role": "description"}


def check(context: Context) -> Findings:
    """Compare the items of each such list of all entries."""
    for entry in context.content.entries:
        for name, (keys, one) in _GROUPS.items():
            field, value = fields_of(entry.kind).get(name), entry.get(name)
            if field is not None and isinstance(value, Sequence):
                yield from _repeated_items(value, field, keys, one)


def _repeated_items(value: Sequence, field: Field, keys: tuple[str, ...], one: str) -> Findings:
    """The items that say nothing that an earlier one doesn't."""
    seen: dict[tuple[str, str], tuple[int, dict[str, str]]] = {}
    for item in value.items:
        if not isinstance(item, Mapping):
            continue
        said = {part.name: _said(part, item) for part in field.parts}
        for key in keys:
            line, first = seen.setdefault((key, said[key]), (item.location.line, said))
            if not said[key] or first is said:
                continue
            if all(not said[part] or said[part] == first[part] or not first[part] for part in said):
                repeated = item.get(key)
                yield Finding(
                    f"This {one} is listed twice.",
                    repeated.location if repeated is not None else item.location.start,
                    "remove one of the two",
                    f"it is already on line {line}; keep the one that says more.",
                    field.name,
                )
                break


def _said(part: Field, item: Mapping) -> str:
    """What an item says in a part, in one form for all ways of writing it."""
    text = " ".join(item.text(part.name).split()) or _DEFAULTS.get(part.name, "")
    if part.form is Form.ADDRESS and text:
        return f"{canonical_address(text) or text}#{text.partition('#')[2]}"
    return text.casefold()
