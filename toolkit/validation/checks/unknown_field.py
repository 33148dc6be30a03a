"""A field does not exist.

A value under an unknown name would never be shown. Most often the name is misspelt, or the field
belongs to practices and the entry is a resource, or the other way round.

## What to do

Correct the name, or remove the line. The reference of fields explains all fields of entries, and
`toolkit fields` also those of tasks.

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

from collections.abc import Sequence

from toolkit.content.faults import Fault
from toolkit.content.registers import INSTRUMENTS, ORGANISATIONS
from toolkit.content.schema import TRANSLATIONS, Form, Kind, Number
from toolkit.content.tables import ROWS, fields_of
from toolkit.grouping import grouped
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.field_names import (
    OF_OTHER_PROGRAMS,
    below_another,
    group_and_name,
    meant_field,
    meant_parts,
    missing_instead,
    named_as_id,
    named_with_value,
    unnamed_parts,
)
from toolkit.validation.groups import GROUPS, meant_group, single_group
from toolkit.validation.places import OTHER_KIND, is_misplaced
from toolkit.validation.value_ends import cut_at_comma, is_piece
from toolkit.validation.words import last_part, listed, quote

_NUMBERS = ("one", "two", "three", "four", "five", "six")
_TEXTS = frozenset(row.name for row in ROWS if row.form is Form.TEXT and row.number is Number.ONE)
_FEW_WORDS = 2
# The parts of groups in registers.
_OF_REGISTERS = {
    part.name: group.name
    for group in (*ORGANISATIONS.fields, *INSTRUMENTS.fields)
    for part in group.parts
}
_OF_ORIGINALS = frozenset(
    name for kind in (Kind.PRACTICE, Kind.RESOURCE, Kind.TASK) for name in fields_of(kind)
)


def check(context: Context) -> Findings:
    """Compare the names with the known ones; a file in a wrong folder is spared."""
    documents = {document.source.path: document for document in context.content.texts}
    spared = {doc.source.path for doc in context.content.texts if is_misplaced(doc)}
    kinds = {path: one.kind for path, one in documents.items() if path not in spared}
    spared |= context.of_other_kind
    # Where an original belongs, its translations have other fields.
    astray = {one.path for path, one in documents.items() if path in spared}
    spared |= {path for path, one in documents.items() if one.of in astray}
    missing, wrapped = missing_instead(context.content), below_another(context.content)
    lost = {
        (one.location.source.path, *one.field.rpartition(".")[::2])
        for one in context.content.faults("missing-field")
    }
    repeated: list[tuple[str, Fault]] = []
    parts: list[tuple[tuple[str, str], Fault]] = []
    unnamed: list[tuple[tuple[str, str], Fault]] = []
    reported: set[tuple[str, int]] = set()
    for fault in context.content.faults("unknown-field"):
        path, (group, name) = fault.location.source.path, group_and_name(fault)
        line = (path, fault.location.line)
        glued = found[1] if (found := named_with_value(fault)) else ""
        # If several commas cut a value, reporting the first piece is enough.
        if path in spared or (line in reported and is_piece(fault)):
            continue
        if kinds.get(path) in TRANSLATIONS and fault.field in _OF_ORIGINALS:
            if path in context.unstamped:
                continue  # a copy of the original, which missing-field reports
            repeated.append((path, fault))
        elif path in wrapped:
            typed = fault.location.source.line(fault.location.line)
            message = f"{quote(name)} is not a field, but all fields are below it."
            label = "remove this line, and the spaces before each line below"
            if "{" in typed:
                label = "write each field on a line of its own, without this one and the braces"
            yield _of_all([fault], message, label, "fields begin at the left edge.")
        elif fault.reason == "astray":
            yield _astray(fault)
        elif (path, group, glued) not in lost and (cut := cut_at_comma(fault)):
            reported.add(line)
            yield cut
        elif not group and (whole := single_group(name.lower(), fault.names)):
            parts.append(((path, whole), fault))
        elif unnamed_parts(fault):
            unnamed.append(((path, group), fault))
        else:
            yield _finding(fault, kinds.get(path), missing.get((path, group), ()))
    yield from map(_repeated, grouped(repeated).values())
    yield from map(_unnamed, grouped(unnamed).values())
    for (path, whole), faults in grouped(parts).items():
        document = documents.get(path)
        yield _parts(whole, faults, there=document is not None and whole in document.names)


def _repeated(faults: Sequence[Fault]) -> Finding:
    """One finding for all fields that a translation copied from its original."""
    names = [fault.field for fault in faults]
    taken, fields = "is taken", "no such field"
    label = "remove the line"
    if len(names) > 1:
        taken, fields = "are taken", "no such fields"
        label = f"remove these {len(names)} fields"
    message = f"{listed(names, 'and')} {taken} from the original: a translation has {fields}."
    return _of_all(faults, message, label, f"known here: {', '.join(faults[0].names)}.")


def _of_all(faults: Sequence[Fault], message: str, label: str, hint: str) -> Finding:
    return Finding(message, faults[0].location, label, hint, faults[0].field)


def _astray(fault: Fault) -> Finding:
    """The lines of parts that begin at the edge, as if they were fields of their own."""
    indent, hyphen = fault.numbers
    lines = "this line" if len(fault.names) == 1 else f"these {_words(len(fault.names))} lines"
    label = f"indent {lines} by {_words(indent)} more spaces"
    hint = f"{'it belongs' if len(fault.names) == 1 else 'they belong'} to the field above."
    if hyphen:
        label = f'write "{" " * (indent - 2)}- {fault.detail}"'
        if len(fault.names) > 1:
            hint = f"put {_words(indent)} spaces before those below that belong to it."
    elif not indent:
        label = "move it between the brackets above"
    group = last_part(fault.field).partition("[")[0]
    message = f"{listed(fault.names, 'and')} {_are(fault.names)} of {quote(group)}"
    return Finding(f"{message}, but not indented.", fault.location, label, hint, fault.field)


def _words(number: int) -> str:
    return _NUMBERS[number - 1] if number <= len(_NUMBERS) else str(number)


def _are(names: Sequence[str]) -> str:
    return "is a part" if len(names) == 1 else "are parts"


def _parts(group: str, faults: Sequence[Fault], *, there: bool) -> Finding:
    """The parts of a group that stand beside each other as fields of their own."""
    meant = meant_group(GROUPS[group], "\n".join(f"{one.field}: {one.detail}" for one in faults))
    names = [fault.field for fault in faults]
    message = f"{listed(names, 'and')} {_are(names)} of the field {quote(group)}."
    label = f"write {group}: {meant or '{' + names[0].lower() + ': ...}'}"
    if there:
        label = f"move {'it' if len(faults) == 1 else 'them'} into {group}"
    return _of_all(faults, message, label, f"put all parts of {group} between the same brackets.")


def _unnamed(faults: Sequence[Fault]) -> Finding:
    """Values in a group of which none has the name of its part."""
    group, name = group_and_name(faults[0])
    meant = meant_parts(faults) or meant_parts(faults[:1])
    message = f"{quote(name)} is not a part of {quote(group.partition('[')[0])}."
    hint = f"known here: {', '.join(faults[0].names)}."
    return _of_all(faults, message, f"write {meant}", hint)


def _as_text(fault: Fault, name: str) -> str:
    """How to write a line with a colon so that it continues the text above; empty if it can't."""
    is_slip = len(f"{name} {fault.detail}".split()) > _FEW_WORDS and not name.islower()
    if fault.field != name or not is_slip:
        return ""
    source, line = fault.location.source, fault.location.line
    lines = (source.line(number) for number in range(line - 1, 0, -1))
    above = next((one for one in lines if one[:1].isalpha()), "")
    field, _, value = above.partition(":")
    if field not in _TEXTS:
        return ""
    if value.strip()[:1] in (">", "|"):
        return "write two spaces before this line"
    return f'write "{field}: >-" above the text, and two spaces before each of its lines'


def _finding(fault: Fault, kind: Kind | None, missing: Sequence[str]) -> Finding:
    name = group_and_name(fault)[1]
    known = fault.names
    other = OTHER_KIND.get(kind) if kind else None
    path = fault.location.source.path
    hint = f"known here: {', '.join(known)}."
    if other and fault.field == name and name in fields_of(other):
        message = f"{quote(name)} is a field of {other.value}s only."
        label = f"move the entry to {other.value}s/, or remove the line"
        if meant := meant_field(name, known):
            label = f'did you mean "{meant}"?'
    elif kind is Kind.PAGE and name in {*fields_of(Kind.PRACTICE), *fields_of(Kind.RESOURCE)}:
        message = f"{quote(name)} is a field of entries, and this is a page."
        label = "remove the line"
    else:
        message = f"{quote(name)} is not a known field."
        meant = meant_field(name, known)
        label = f'did you mean "{meant}"?' if meant else "use a known name, or remove it"
        hint = "correct the name, and check again." if meant else hint
        if name in OF_OTHER_PROGRAMS and kind and fault.field == name and not meant:
            label, hint = "remove the line", OF_OTHER_PROGRAMS[name]
        elif not meant and (group := _OF_REGISTERS.get(name)) in known:
            message = f"{quote(name)} is a part of {quote(group)}."
            label, hint = f"move it to {group}", f"the head of this file shows {group}."
        elif glued := named_with_value(fault):
            lacks = "a space after the colon" if ":" in glued[0] else "the colon after the name"
            label, hint = f"write {glued[1]}: {glued[2]}", f"{lacks} is missing."
        elif named_as_id(fault):
            label, hint = f"write id: {name}", "each item begins with its id."
        elif name in ("by", "organisation", "organization") and "/recognition/" in path:
            label, hint = "remove it", "the name of the file says who states it."
        elif not meant and not missing and (continued := _as_text(fault, name)):
            label, hint = continued, f"if it does not belong to the text above, remove it; {hint}"
        elif missing:
            lost = "It is missing." if len(missing) == 1 else "They are missing."
            label, hint = f"did you mean {listed(missing)}? {lost}", f"if not, remove it; {hint}"
    return Finding(message, fault.location, label, hint, fault.field)
