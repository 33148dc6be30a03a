"""A required field is missing.

Readers find, judge and cite an entry by its fields. Without the required ones, an entry would be
missing from lists, or could not be cited.

## What to do

Add the field. If nobody knows the year of a resource, leave it out and name it in `unverified`:
`unverified: [year]`. An entry needs `organisations` or `partners`, an evaluated practice
`evaluated_by`, and a source a `url` or a `title`. The reference of fields explains all fields of
entries, and `toolkit fields` also those of tasks.

## Example

Wrong:

```yaml
title: Guide for labour inspectors
```

Right:

```yaml
title: Guide for labour inspectors
summary: It explains how to recognize forced labour during an inspection.
```
"""

import re
from collections.abc import Container, Iterable, Iterator

from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.content.schema import Form
from toolkit.content.tables import EXAMPLES, fields_of
from toolkit.content.values import Mapping, Sequence, Value
from toolkit.problems import Finding, Findings, counted
from toolkit.source import Location, SourceFile
from toolkit.validation.checks.unsourced_evidence import lacks_evaluation
from toolkit.validation.context import Context
from toolkit.validation.field_names import below_another, renamed_fields, without_year
from toolkit.validation.indents import HEAD
from toolkit.validation.language_tags import canonical_tag
from toolkit.validation.places import STAMP, named_in_commands
from toolkit.validation.words import last_part, listed, quote

_OF_LISTS = {
    "on": "add the day, as in on: 2026-11-25.",
    "reason": "add it: say why in a sentence.",
    "labels": "add its name, as in labels: {en: Shelters}.",
    "definition": "add it, as in definition: {en: What it is, in one sentence.}",
}
_HINTS = {
    **dict.fromkeys(
        ("recognises.digest", "objections.digest", "withdrawals.digest"),
        "run toolkit digest with the id of the entry, and copy what it prints.",
    ),
    "source_digest": "run toolkit translation stamp with the path of this file; it writes it.",
    "year": "add it, or write unverified: [year] if nobody knows the year.",
    "helplines.on": "add the day on which somebody checked the number, as in on: 2026-11-25.",
}
_SOURCE = {"url", "title"}
_BODIES = ("organisations", "partners")  # one of them is enough
_INDEX = re.compile(r"\[(\d+)\]")
_SIGN = re.compile(r"(?P<sign>#+)\s*(?P<name>[a-z_]+)\s*:\s*\S")
_COMMENT = "a line that begins with # is not read."


def check(context: Context) -> Findings:
    """Report what is missing, and the two cases where one of two fields is enough."""
    excused = without_year(context.content)
    renamed = set(renamed_fields(context.content))
    split = {
        (entry.source.path, group): item
        for entry in context.content.entries
        for group, item in _split_items(entry)
    }
    spared = context.of_other_kind | below_another(context.content)
    for fault in context.content.faults("missing-field"):
        path, field = fault.location.source.path, fault.field
        told = path in spared or (path, field) in renamed
        told |= (path, field.rpartition(".")[0]) in split or (field == "year" and path in excused)
        if fault.reason == "pillar":
            message = f"This list lacks {listed(fault.names, 'and')}."
            hint = "put it back under this id: folders and addresses depend on the pillars."
            yield Finding(message, fault.location, hint=hint)
        elif fault.reason == "split":
            yield _split("an item", fault.location, fault.numbers[0])
        elif told or any(canonical_tag(tag) != tag for tag in fault.names):
            continue  # of a misspelt language, most likely that is the text in English
        elif path not in context.unstamped or field not in STAMP:
            yield _finding(fault)
        elif field == STAMP[0]:
            yield _without_stamp(fault, context.unstamped[path])
    for entry in context.content.entries:
        if entry.source.path in spared:
            continue
        if not {(entry.source.path, name) for name in _BODIES} & renamed:
            yield from _without_body(entry)
        yield from _bare_sources(entry, {*renamed, *split})
        yield from _without_company(entry, renamed)
    for (_, group), item in split.items():
        if item:
            name = quote(group.partition("[")[0])
            yield _split(name, item[0].location, item[1], group)


def _split_items(entry: Document) -> Iterator[tuple[str, tuple[Mapping, int] | None]]:
    """Items that were meant to be one, each without what the others have. The second comes with the
    number of those that follow it.
    """
    for field in fields_of(entry.kind).values():
        value = entry.get(field.name) if field.form is Form.GROUP else None
        items = value.items if isinstance(value, Sequence) else ()
        needed = {part.name for part in field.parts if entry.kind in part.required}
        first = 0
        while first < len(items):
            together = _together(items[first:], {part.name for part in field.parts}, needed)
            for place in range(together if together > 1 else 0):
                item = items[first + 1]
                told = (item, together - 2) if place == 1 and isinstance(item, Mapping) else None
                yield f"{field.name}[{first + place}]", told
            first += together


def _together(items: Iterable[Value], parts: set[str], needed: set[str]) -> int:
    """How many of the items were meant to be one, from the first: 1 if it stands by itself."""
    whole: set[str] = set()
    count = 0
    for item in items:
        names = {key.text for key, _ in item.pairs} if isinstance(item, Mapping) else set()
        halves = whole & needed and names & needed
        sourced = not needed and _SOURCE & whole and not _SOURCE & names
        if count and not (whole.isdisjoint(names) and parts >= names and (halves or sourced)):
            break
        if not names:
            return 1
        whole |= names
        count += 1
    # Of two, each may lack the same; no more than two do by chance.
    return count if whole >= needed or count > 2 else 1


def _split(name: str, item: Location, more: int, group: str = "") -> Finding:
    place = item.start
    line = place.source.line(place.line)
    text = line[place.column - 1 :].strip()
    message = f"This part of {name} begins an item of its own."
    if line[: place.column - 1].rstrip().endswith("-") and not text.startswith("{"):
        hyphen = place.source.at(place.line, line.find("-") + 1)
        label = f'write "{" " * (place.column - 1)}{text}"'
        label += f", and {counted(more, 'line')} below in the same way" if more else ""
        hint = "only the first part of each item has a hyphen before it."
        return Finding(message, hyphen, label, hint, group)
    hint = "all parts of an item belong together."
    return Finding(message, place, "put it into the item before it", hint, group)


def _without_stamp(fault: Fault, translation: Document) -> Finding:
    names = listed(STAMP, "and")
    original = named_in_commands(translation.of)
    return Finding(
        f"The fields {names} are missing: who translated it, who reviewed it, from which text.",
        fault.location,
        "add them",
        f"rename this file, run toolkit translation new {original} --language "
        f"{translation.language}, and move your words into the file that it writes.",
        fault.field,
    )


def _finding(fault: Fault) -> Finding:
    name = last_part(fault.field)
    source = fault.location.source
    # Fields of lists may have the names of fields of entries, and take something else.
    example = EXAMPLES.get(_INDEX.sub("", fault.field), "") if source.path.endswith(".md") else ""
    hint = f"add it, for example: {name}: {example}" if example else _OF_LISTS.get(name)
    is_item = not source.path.endswith("/policy.yml")
    shown = "the items around this one show" if is_item else "the head of this file shows"
    hint = hint or f"{shown} how to write it."
    hint = _HINTS.get(_INDEX.sub("", fault.field), hint)
    place, label = fault.location, f"add {name}"
    if (sign := _commented(source, fault.field)) is not None:
        place, label, hint = sign, f"remove the # if this is the {name}", _COMMENT
    elif swallowed := _swallowed(fault.location, name):
        place, label, hint = swallowed
    group = fault.field.rpartition(".")[0]
    if index := _INDEX.search(group):
        of = f" of {quote(name_of)}" if (name_of := _INDEX.sub("", group)) else ""
        where = f" in item {int(index[1]) + 1}{of}"
    else:
        where = f" of {quote(group)}" if group else ""
    return Finding(f"The field {quote(name)}{where} is missing.", place, label, hint, fault.field)


def _commented(source: SourceFile, *names: str) -> Location | None:
    """The sign before one of these fields of a document, which makes its line a comment."""
    lines = source.lines[1:] if source.path.endswith(".md") else []
    for number, line in enumerate(lines, 2):
        if line.rstrip() == "---":
            break
        found = _SIGN.match(line)
        if found and found["name"] in names:
            return source.at(number, 1, len(found["sign"]))
    return None


def _swallowed(group: Location, *names: str) -> tuple[Location, str, str] | None:
    """The line where one of these parts of a group is in the text of another part; what to do."""
    edge, above = group.column - 1, ""
    for number, line in enumerate(group.source.lines[group.line - 1 :], group.line):
        if line.rstrip() == "---" or (number > group.line and line[:edge].strip()):
            break
        text = line[edge:]
        if text[:1].strip():
            head = HEAD.fullmatch(text.rstrip())
            above = head["name"] if head and head["sign"] else ""
        elif above and re.match(rf"(?:{'|'.join(names)}):(\s|$)", text.lstrip()):
            hint = (
                "a line that is indented more than the name of a field belongs to the text there."
            )
            return group.source.at_line(number), f"align it with {quote(above)} above", hint
    return None


def _without_body(entry: Document) -> Findings:
    front = entry.front
    if front is not None and not (front.get("organisations") or front.get("partners")):
        place, label = front.location.start, "add organisations or partners"
        hint = "add organisations with ids of the register, or partners with the names of others."
        if (sign := _commented(entry.source, *_BODIES)) is not None:
            place, label, hint = sign, "remove the #", _COMMENT
        elif swallowed := _swallowed(front.location, *_BODIES):
            place, label, hint = swallowed
        yield Finding("The entry names no organization.", place, label, hint, "organisations")


def _without_company(entry: Document, renamed: Container[tuple[str, str]]) -> Findings:
    """The missing fields that the value of another one requires."""
    for field in fields_of(entry.kind).values():
        need = field.needs
        if need is None or not need.always or not need.is_met(entry.text(need.field)):
            continue
        if lacks_evaluation(entry):
            continue  # most likely the grade is wrong, which is reported
        if field.name not in entry.names and (entry.source.path, field.name) not in renamed:
            basis = f"{need.field}: {need.value}"
            message = f"The field {quote(field.name)} is missing; {quote(basis)} needs it."
            label = f"add {field.name}"
            hint = f"add it, for example: {field.name}: {field.example}"
            yield Finding(message, entry.place(need.field), label, hint, field.name)


def _bare_sources(entry: Document, renamed: Container[tuple[str, str]]) -> Findings:
    sources = entry.get("sources")
    for index, source in enumerate(sources.items if isinstance(sources, Sequence) else ()):
        group = f"sources[{index}]"
        names = (group, f"{group}.url", f"{group}.title")
        if any((entry.source.path, name) in renamed for name in names):
            continue  # unknown-field tells its right name
        if isinstance(source, Mapping) and not (source.get("url") or source.get("title")):
            message = "The source has neither an address nor a title."
            label = "add url or title"
            hint = "say where the source can be found, or at least its title."
            yield Finding(message, source.location.start, label, hint, group)
