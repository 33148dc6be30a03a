"""A list contains the same value twice.

Each value counts once. A repeated one is mostly a slip, and another value was meant. Of a source, a
file or a helpline, an item says the same twice where nothing in it differs from another one.

## What to do

Remove one of the two, or write the value that was meant.

## Example

Wrong:

```yaml
audiences: [law-enforcement, service-providers, law-enforcement]
```

Right:

```yaml
audiences: [law-enforcement, service-providers]
```
"""

from toolkit.content.document import Document
from toolkit.content.schema import Field, Form
from toolkit.content.tables import fields_of
from toolkit.content.values import Mapping, Sequence
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.duplicates import canonical_address
from toolkit.validation.words import last_part, quote

# What tells an item of each group from the others, and what it is called.
_GROUPS = {
    "sources": (("url", "title"), "source"),
    "files": (("url",), "file"),
    "helplines": (("number",), "helpline"),
}
_DEFAULTS = {"role": "description"}


def check(context: Context) -> Findings:
    """Look for repetitions in the lists of all entries and tasks."""
    for entry in (*context.content.entries, *context.content.tasks):
        yield from _repetitions(entry)
        for name, (keys, one) in _GROUPS.items():
            field = fields_of(entry.kind).get(name)
            if field is not None and isinstance(entry.get(name), Sequence):
                yield from _repeated_items(entry, field, keys, one)


def _repeated_items(entry: Document, field: Field, keys: tuple[str, ...], one: str) -> Findings:
    """The items in which nothing differs from one before them."""
    seen: dict[tuple[str, str], dict[str, str]] = {}
    lines: dict[tuple[str, str], int] = {}
    value = entry.get(field.name)
    for item in value.items if isinstance(value, Sequence) else ():
        if not isinstance(item, Mapping):
            continue
        said = {part.name: _said(part, item) for part in field.parts}
        for key in keys:
            mark = (key, said[key])
            first = seen.setdefault(mark, said)
            if not said[key] or first is said:
                lines.setdefault(mark, item.location.line)
                continue
            if all(not said[part] or said[part] == first[part] or not first[part] for part in said):
                told = item.get(key)
                yield Finding(
                    f"This {one} is listed twice.",
                    told.location if told is not None else item.location.start,
                    "remove one of the two",
                    f"it is already on line {lines[mark]}; keep the one that says more.",
                    field.name,
                )
                break


def _said(part: Field, item: Mapping) -> str:
    """What an item says in a part, in one form for all ways of writing it."""
    text = " ".join(item.text(part.name).split()) or _DEFAULTS.get(part.name, "")
    if part.form is Form.ADDRESS and text:
        return f"{canonical_address(text) or text}#{text.partition('#')[2]}"
    return text.casefold()


def _repetitions(entry: Document) -> Findings:
    seen: set[tuple[str, str]] = set()
    for leaf in entry.leaves:
        if not leaf.name.endswith("]"):
            continue
        name = leaf.name.rpartition("[")[0]
        if (name, leaf.text) in seen:
            yield Finding.about(
                leaf,
                f"{quote(leaf.text)} appears twice in {quote(last_part(name))}.",
                "remove it",
                "write each value once.",
            )
        seen.add((name, leaf.text))
