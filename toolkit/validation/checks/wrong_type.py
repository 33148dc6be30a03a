"""A field takes another kind of value: a list instead of one value, or the reverse.

Each field takes one value, a list, or a group of named parts. If a value is written in another way,
the program cannot tell what is meant.

## What to do

Write the value as the message shows. Lists are in brackets, with commas: `[a, b]`. The reference of
fields has an example of each field.

## Example

Wrong:

```yaml
themes: hotlines-and-reporting
title: [Guide for labour inspectors]
```

Right:

```yaml
themes: [hotlines-and-reporting]
title: Guide for labour inspectors
```
"""

import re
from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import cache

from toolkit.content.entry_schema import FIELDS
from toolkit.content.faults import Fault
from toolkit.content.recognition_fields import POLICY
from toolkit.content.schema import Field, Form, Number
from toolkit.content.tables import EXAMPLES
from toolkit.grouping import grouped
from toolkit.problems import Finding, Findings
from toolkit.validation.checks.unknown_organisation import ids_by_name
from toolkit.validation.context import Context
from toolkit.validation.countries import suggest_country
from toolkit.validation.field_names import joined_field
from toolkit.validation.groups import GROUPS, YES_OR_NO, meant_group
from toolkit.validation.language_tags import canonical_tag, suggest_tag
from toolkit.validation.meant_lists import FORMS, LONGEST, VOCABULARIES, as_items, as_list
from toolkit.validation.passages import written as text_at
from toolkit.validation.term_names import TermNames
from toolkit.validation.web_addresses import without_width
from toolkit.validation.words import last_part, listed, quote, unquoted, yaml_item, yaml_text

_EXAMPLES = EXAMPLES | {
    "reviewed": "{by: 'UNODC, language services', on: 2026-11-25}",
    "withdrawn": f"{EXAMPLES['withdrawn']}, and status: withdrawn",
}
_NUMBERS = {part.name for field in FIELDS for part in field.parts if part.form is Form.IDENTIFIER}
_INDEX = re.compile(r"\[\d+\]")
_WIDE_COLON = re.compile(r"(?P<tag>[a-z]{2})\s*[：﹕]\s*(?P<text>[^\n]*)")
_GLUED = re.compile(r"-([^\s-].*)")
# What people mean by a value, if that is the same in any content folder.
_MEANT = {Form.LANGUAGE: suggest_tag, Form.COUNTRY: suggest_country}
# What people write if nobody has reviewed a translation.
_NOT_REVIEWED = re.compile(
    r"no|not\b.*|none|false|never|pending|non|faux|falso|нет|ложь|否|لا|خطأ", re.IGNORECASE
)
_LIST = "write it as a list"
_POLICY = "/recognition/policy.yml"
_OF_SECRETARIAT = ("/recognition/circulations.yml", "/recognition/editorial.yml")
_LINE = re.compile(r"(?:- )?(?P<name>[a-z_]+)\s*[:：﹕=]\s*(?P<value>(?!//)\S.*)")
_NO_FIELDS = YES_OR_NO | {"y", "n", "all", "none"}
_IDS = {Form.TERM, Form.ENTRY, Form.ORGANISATION, Form.COUNTRY, Form.LANGUAGE}
_ONE = {"one": "one value", "text-of-language": "one text for each language"}
_WORDS = {
    "items": ("The file is not a list.", "each item begins with - id:"),
    "no-items": ("The file lists nothing.", "write [] if there is nothing to list"),
    "item": ("This item of the list has no fields.", "write names and values, as other items do"),
    "fields": ("The front matter is not written as fields.", "write a name, a colon and a value"),
}
# What an item looks like in the registers that are no lists, and which command writes them.
_KEYED = {
    "coverage-history": (
        "2026-11-25: {practices: 10, resources: 20, filled: 30, cells: 40}",
        "toolkit coverage --record writes today's totals here.",
    ),
    "links": (
        "https://example.org/guide: {state: ok, checked: 2026-11-25, since: 2026-11-25}",
        "toolkit links check writes this file.",
    ),
    "questions": ("id-of-an-entry: [a question, another question]", ""),
}


def check(context: Context) -> Findings:
    """Say what the field takes, and what it has."""
    # Of a list without a single name, the first item tells all.
    faults = grouped((_list_of(fault), fault) for fault in context.content.faults("wrong-type"))
    meant = _meanings(context)
    for first, *others in faults.values():
        yield _finding(first, len(others), meant)


def _meanings(context: Context) -> Callable[[str, str], str]:
    """Returns a function: what a value typed by its name means, if that is certain."""
    bodies = context.lists.made(ids_by_name)
    terms = cache(lambda vocabulary: TermNames(context.content.vocabularies[vocabulary]))

    def meant(name: str, item: str) -> str:
        form, vocabulary = FORMS.get(name), VOCABULARIES.get(name)
        if vocabulary:
            found = terms(vocabulary).meant(item)
            return ", ".join(terms(vocabulary).usable(found)) if found else ""
        if form is Form.ORGANISATION:
            return bodies.get(item.casefold(), item)
        return _MEANT[form](item) or item if form in _MEANT else item

    return meant


def _list_of(fault: Fault) -> Hashable:
    """What the items of one list have in common; of anything else, what it alone has."""
    if fault.reason == "group" and fault.field.partition("[")[0] in GROUPS:
        return fault.location.source.path, _INDEX.sub("", fault.field)
    if fault.reason == "item" and _register(fault) in _KEYED:
        return fault.location.source.path
    return fault.location


def _register(fault: Fault) -> str:
    """The name of the register that a fault is in, in whatever language."""
    folder, _, name = fault.location.source.path.rpartition("/registers/")
    return name.partition(".")[0] if folder else ""


def _finding(fault: Fault, several: int, meant: Callable[[str, str], str]) -> Finding:
    path = fault.location.source.path
    written = text_at(fault.location).rstrip()
    if fault.reason in _WORDS:
        make = _of_keyed if _register(fault) in _KEYED else _of_structure
        return make(fault, written)
    name = last_part(fault.field).partition("[")[0]
    message, label = _of_field(fault, name, written)
    if fault.reason == "group" and path.endswith(".yml"):
        label = _with_names(fault.names, written)
    if name in GROUPS and not path.endswith(".yml") and not _GLUED.match(written):
        label = _as_group(fault, GROUPS[name], written) or label
    elif label == _LIST:
        label = (
            as_items(written, begins_line=_begins_line(fault))
            if path.endswith(".yml")
            else as_list(name, written, meant)
        ) or label
    if name in ("rows", "columns") and unquoted(written) == "all":
        label = "leave this line out: without it, all count"
    if several:
        label = f"{label}, and the other items in the same way"
    example = "" if path.endswith(".yml") else _EXAMPLES.get(_INDEX.sub("", fault.field))
    hint = f"write it like this: {name}: {example}" if example else _hint(fault, path)
    if name == "reviewed" and _NOT_REVIEWED.fullmatch(without_width(unquoted(written))):
        label = "write reviewed: false"
        hint = f"once a person has compared it with the original, write {name}: {example}"
    return Finding(message, fault.location, label, hint, fault.field)


def _hint(fault: Fault, path: str) -> str:
    if path.endswith(_POLICY):
        if not fault.field:
            return f"the file has the fields {listed(POLICY, 'and')}."
    elif path.endswith(_OF_SECRETARIAT):
        return "each line is one item; the head of this file shows one."
    elif "/recognition/" in path:
        return "let toolkit recognise, object or withdraw write the line, or compare with others."
    if fault.reason == "one" and fault.field.startswith("membership"):
        return "a body that left and came back has one period: write the last one."
    if path.endswith(".yml"):
        return "the head of this file says what each field takes; the items around show it too."
    return "see the reference of fields."


def _of_structure(fault: Fault, written: str) -> Finding:
    """The finding for a file, or an item of a list, that isn't written as one."""
    path = fault.location.source.path
    message, label = _WORDS[fault.reason]
    if fault.names:
        label = _with_names(fault.names, written)
    elif path.endswith(_OF_SECRETARIAT):
        first, _, more = written.partition("\n")
        label = "write a hyphen and a space before it"
        label += ", and two spaces before each line below it" if more else ""
        if first.endswith(":"):
            label = "remove this line, and the spaces before those below it"
    elif fault.reason == "fields" and "/recognition/" in path and written.startswith("- "):
        label = "write recognises: or objections: or withdrawals: on the line above"
        if path.endswith(_POLICY):
            label = "begin each line with its name, without a hyphen"
    elif fault.reason == "fields" and (line := _LINE.match(written)):
        # All are items of a list, or have another sign than a colon.
        label = f"write {line['name']}: {line['value']}, and the other lines in the same way"
    elif fault.reason == "items" and written.startswith("{"):
        label = "write a hyphen and a space before it"
    if not path.endswith(".yml"):
        return Finding(message, fault.location, label, "write it like the other files of its kind.")
    message = message.replace("front matter", "file")
    return Finding(message, fault.location, label, _hint(fault, path))


def _of_keyed(fault: Fault, _written: str) -> Finding:
    """The same for a register that is no list."""
    example, hint = _KEYED[_register(fault)]
    message, _ = _WORDS[fault.reason]
    message = message.replace(" of the list", "").replace("a list", "written as fields")
    hint = hint or _hint(fault, fault.location.source.path)
    return Finding(message, fault.location, f"write it like {example}", hint)


def _with_names(names: tuple[str, ...], written: str) -> str:
    """The label for a text of a list that has to be named; it is most likely the first part."""
    text = "..." if not written or "\n" in written or len(written) > LONGEST else yaml_item(written)
    return f"write {{{', '.join((f'{names[0]}: {text}', *(f'{one}: ...' for one in names[1:])))}}}"


def _of_field(fault: Fault, name: str, written: str) -> tuple[str, str]:
    expected, in_list, in_item = fault.reason, fault.field.endswith("]"), "]." in fault.field
    field = quote(name)
    whole, written = written, "" if "\n" in written else written
    if expected in _ONE:
        inner = _without(written)
        single = inner and "," not in inner
        marks = "the hyphen" if written.startswith("- ") else "brackets"
        if in_item and not single:
            label = "write one value, and a further item for each of the others"
            return f"{field} takes one value, not a list.", label
        if FORMS.get(name) is Form.GROUP:
            return f"{field} takes one group of named parts, not a list.", "name the parts"
        return (
            f"{field} takes {_ONE[expected]}, not a list.",
            f"write it without {marks}: {inner}" if single else "write one value, not a list",
        )
    if expected == "list":
        if glued := _GLUED.match(whole):
            label = f"write a space after each hyphen: - {glued[1]}"
            return f"{field} takes a list, but there is no space after the hyphen.", label
        if FORMS.get(name) is Form.FIELD and written.lower() in _NO_FIELDS:
            label = "name the fields that nobody has checked, or remove the line"
            return f"{field} takes names of fields, not {quote(written)}.", label
        return f"{field} takes a list, not one value.", _LIST
    if expected == "group":
        return f"{field} has named parts, but this is plain text.", "name the parts"
    if expected == "keyed":
        one = _without(written)
        named = one if re.fullmatch(r"[a-z0-9-]+", one) else "id"
        return f"{field} takes ids, each with a reason.", f"write {{{named}: how it differs}}"
    if expected.endswith("by-language"):
        return _of_languages(field, whole, lists=expected.startswith("lists"))
    return _of_text(fault, name, written, in_list=in_list)


def _of_text(fault: Fault, name: str, written: str, *, in_list: bool) -> tuple[str, str]:
    """The message and the label for what should be one plain text."""
    if joined := joined_field(fault):
        label = f"write this on a line of its own: {joined['written']}"
        return "Another field is on this line.", label
    label = _as_text(name, written, in_list=in_list)
    part = re.fullmatch(r"\w+: +([^:]+)", written)
    if part and FORMS.get(name) in _IDS:
        label = f"write only {part[1]}"
    if FORMS.get(name) is Form.PROVISION:
        label = label.replace(yaml_text(written), yaml_text(written.replace(": ", ":")))
    return f"{quote(name)} takes plain text, but this is not.", label


def _of_languages(field: str, written: str, *, lists: bool) -> tuple[str, str]:
    """The message and the label for what should be texts, or lists, by language."""
    if wide := _WIDE_COLON.match(written):
        several = ", and the others in the same way" if "\n" in written else ""
        return (
            f"{field} takes a language, a colon and a space, but this colon is a wide one.",
            f"write {wide['tag']}: {wide['text']}{several}",
        )
    written = "" if "\n" in written else written
    if lists:
        return f"{field} takes a list for each language.", _by_language(written)
    return f"{field} takes one text for each language.", _by_language(_without(written))


def _without(written: str) -> str:
    """The contents of a list, without its brackets or its only hyphen."""
    return written.removeprefix("- ").removeprefix("[").removesuffix("]").strip()


def _by_language(written: str) -> str:
    """The label for what was written instead of texts by language."""
    item = written.removeprefix("- ")
    tag, _, rest = item.replace(":", " ", 1).partition(" ")
    if len(tag) == 2 and canonical_tag(tag) == tag and rest:
        return f"write {tag}: {rest.strip()}"
    if not written:
        return "remove the hyphens, and begin each line with a language, as in en: text"
    return f"write {{en: {item if item.startswith('[') else yaml_text(item)}}}"


def _as_group(fault: Fault, field: Field, written: str) -> str:
    """The label for a value that should be parts with names."""
    lines = [line.strip() for line in written.split("\n")]
    if len(lines) > 1 or re.match(r"(?:- )?[a-z_]+: ", written):
        # Leave a block as it is.
        if fault.reason == "list" and field.part(lines[0].partition(":")[0]):
            others = ", and two spaces before its other lines" if len(lines) > 1 else ""
            return f"write a hyphen before its first part: - {lines[0]}{others}"
        if fault.reason == "one" and all(re.match(r"- [a-z_]+: ", line) for line in lines):
            return "remove the hyphens"
    hyphen = ""
    if fault.field.endswith("]"):
        field = replace(field, number=Number.ONE)
    elif fault.reason == "list" and _begins_line(fault) and len(lines) == 1:
        field, hyphen = replace(field, number=Number.ONE), "- "
    meant = meant_group(field, written)
    return f"write {hyphen}{meant}" if meant else ""


def _begins_line(fault: Fault) -> bool:
    place = fault.location
    return not place.source.line(place.line)[: place.column - 1].strip()


def _as_text(name: str, written: str, *, in_list: bool) -> str:
    """The label for a list, or for parts with names, where there should be a text."""
    if in_list and written.startswith("["):
        return f"remove the inner brackets: {written.strip('[] ')}"
    if in_list and written.startswith("- "):
        return f"remove one of the two hyphens: {written}"
    if (written.startswith(("[", "{", "? ")) or ": " in written) and name not in _NUMBERS:
        return f"put it in quotes: {yaml_text(written)}"
    return "write only the number" if name in _NUMBERS else "write plain text"
