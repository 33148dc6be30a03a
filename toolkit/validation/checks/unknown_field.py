"""A field does not exist.

A value under an unknown name would never be shown. Most often the name is misspelt, or the field
belongs to practices and the entry is a resource, or the other way round.

## What to do

Correct the name, or remove the line. The reference of fields explains all fields.

## Example

Wrong:

```yaml
titel: Guide for labour inspectors
```

Right:

```yaml
title: Guide for labour inspectors
```
"""

import re
from collections.abc import Iterable, Sequence

from toolkit.content.entry_schema import FIELDS
from toolkit.content.faults import Fault
from toolkit.content.schema import TRANSLATIONS, Kind, Number
from toolkit.content.tables import fields_of
from toolkit.grouping import grouped
from toolkit.languages import LANGUAGES
from toolkit.problems import Finding, Findings
from toolkit.source import Location
from toolkit.validation.context import Context
from toolkit.validation.field_names import meant_field, named_as_id
from toolkit.validation.places import OTHER_KIND, is_misplaced, paths_among_other_kind, unstamped
from toolkit.validation.words import last_part, listed, quote, yaml_text

_LONGEST = 80
# A value in brackets that a comma cuts off, and what follows it.
_CUT = re.compile(r"[{,]\s*(?P<name>[a-z_]+): +(?P<value>[^{}\[\]'\",]+),\s*$")
_END = re.compile(r"(.*?)\s*(?:,\s*[a-z_]+:\s.*|}\s*)?$")
# Fields of other programs' front matter, and what serves the same purpose here.
_OF_OTHER_PROGRAMS = {
    **dict.fromkeys(("id", "slug", "permalink"), "the name of the file is the id and the address."),
    **dict.fromkeys(("draft", "published"), "what is not finished stays on a branch."),
    **dict.fromkeys(("layout", "template"), "the folder of the file decides how its page looks."),
    **dict.fromkeys(
        ("lang", "language", "locale"),
        "the name of the file tells the language, as in guide.fr.md.",
    ),
    **dict.fromkeys(
        ("author", "authors", "date", "updated"),
        "the history of the file tells who wrote it, and when.",
    ),
}
_OF_ORIGINALS = frozenset(
    name for kind in (Kind.PRACTICE, Kind.RESOURCE, Kind.TASK) for name in fields_of(kind)
)


def check(context: Context) -> Findings:
    """Compare names with the known ones; files in the wrong folder are skipped."""
    kinds = {
        document.source.path: document.kind
        for document in context.content.texts
        if not is_misplaced(document)
    }
    spared = {doc.source.path for doc in context.content.texts if is_misplaced(doc)}
    spared |= paths_among_other_kind(context.content)
    copied = unstamped(context.content)
    repeated: list[tuple[str, Fault]] = []
    told: set[tuple[str, int]] = set()
    for fault in context.content.faults("unknown-field"):
        path = fault.location.source.path
        line = (path, fault.location.line)
        # If several commas cut a value, reporting the first piece is enough.
        if path in spared or (line in told and _is_piece(fault)):
            continue
        if kinds.get(path) in TRANSLATIONS and fault.field in _OF_ORIGINALS:
            if path in copied:
                continue  # a copy of the original, which missing-field reports
            repeated.append((path, fault))
        elif cut := _cut(fault):
            told.add(line)
            yield cut
        else:
            yield _finding(fault, kinds.get(path))
    yield from map(_repeated, grouped(repeated).values())


def _repeated(faults: Sequence[Fault]) -> Finding:
    """One finding for all fields that a translation copied from its original."""
    names = [fault.field for fault in faults]
    fields = "no such field" if len(names) == 1 else "no such fields"
    taken = "is taken" if len(names) == 1 else "are taken"
    return Finding(
        f"{listed(names, 'and')} {taken} from the original: a translation has {fields}.",
        faults[0].location,
        "remove the line" if len(names) == 1 else f"remove these {len(names)} fields",
        f"known here: {', '.join(faults[0].names)}.",
        faults[0].field,
    )


def _around(fault: Fault) -> tuple[str, str]:
    """What is on a line before the name, and from the name on."""
    line, start = fault.location.source.line(fault.location.line), fault.location.column - 1
    return line[:start], line[start:]


def _is_piece(fault: Fault) -> bool:
    """Whether a name isn't one, since it is between brackets without a colon."""
    before, after = _around(fault)
    return "{" in before and not re.match(r"[^,}]*:", after)


def _cut(fault: Fault) -> Finding | None:
    """The finding if a name isn't one, but what follows a comma in an unquoted value."""
    before, after = _around(fault)
    begun, end = _CUT.search(before), _END.match(after)
    if not begun or not _is_piece(fault):
        return None
    whole = yaml_text(f"{begun['value']}, {end[1] if end else after}")
    return Finding(
        f"The value of {quote(begun['name'])} is cut at the comma.",
        fault.location,
        f"put the value in quotes: {begun['name']}: {whole}",
        "between brackets, a value with one of : # , [ ] { } needs quotation marks.",
        fault.field,
    )


def _finding(fault: Fault, kind: Kind | None) -> Finding:
    name = last_part(fault.field)
    known = fault.names
    other = OTHER_KIND.get(kind) if kind else None
    path, before = fault.location.source.path, _around(fault)[0]
    hint = f"known here: {', '.join(known)}."
    if other and fault.field == name and name in fields_of(other):
        message = f"{quote(name)} is a field of {other.value}s only."
        label = f"move the entry to {other.value}s/, or remove the line"
        if meant := meant_field(name, known):
            label = f'did you mean "{meant}"?'
    elif kind is Kind.PAGE and name in {*fields_of(Kind.PRACTICE), *fields_of(Kind.RESOURCE)}:
        message = f"{quote(name)} is a field of entries, and this is a page."
        label = "remove the line"
    elif group := _group_of(name, known):
        value = _value(fault.location)
        message = f"{quote(name)} is a part of the field {quote(group)}."
        label = f"write {group}: {{{name}: {value or '...'}}}"
        hint = f"put all parts of {group} between the same brackets."
    else:
        message = f"{quote(name)} is not a known field."
        meant = meant_field(name, known)
        label = f'did you mean "{meant}"?' if meant else ""
        hint = "correct the name, and check again." if meant else hint
        if name in _OF_OTHER_PROGRAMS and kind and fault.field == name and not meant:
            label, hint = "remove the line", _OF_OTHER_PROGRAMS[name]
        elif named_as_id(fault):
            label, hint = f"write id: {name}", "each item begins with its id."
        elif not kind and before.strip() == "" and name in LANGUAGES:
            label, hint = "indent this line by two more spaces", "it belongs to the field above it."
        elif name in ("by", "organisation", "organization") and "/recognition/" in path:
            label, hint = "remove it", "the name of the file says who states it."
    return Finding(message, fault.location, label, hint, fault.field)


def _group_of(name: str, known: Iterable[str]) -> str:
    """The only known field that has a part with this name; empty if there are none or several."""
    found = [
        field.name
        for field in FIELDS
        if field.part(name) and field.number is Number.ONE and field.name in known
    ]
    return found[0] if len(found) == 1 else ""


def _value(place: Location) -> str:
    """What follows a name on its line, if it can be used as it is; otherwise empty."""
    value = place.source.line(place.line)[place.end_column - 1 :].lstrip(":").strip()
    return "" if value[:1] in ("[", "{", ">", "|") or len(value) > _LONGEST else value
