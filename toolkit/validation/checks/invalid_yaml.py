"""The front matter or a list cannot be read because of a misplaced character.

A field is written as a name, a colon, a space and a value. Some characters have a special meaning
there: colons, brackets, quotation marks, and the spaces at the beginning of a line. One of them in
a title can make the whole file unreadable.

## What to do

Do what the message says below the marked place. When in doubt, put the whole value in quotation
marks: straight ones, `"`, not those of a word processor. If the value itself contains such marks,
put single ones around it: `'`.

## Example

Wrong:

```yaml
title: Guide: how to inspect a workplace
```

Right:

```yaml
title: "Guide: how to inspect a workplace"
```
"""

import re
from collections.abc import Iterator

from toolkit.content.faults import Fault
from toolkit.content.schema import Form
from toolkit.languages import LANGUAGES
from toolkit.problems import Finding, Findings, Fix
from toolkit.validation.context import Context, and_the_rest
from toolkit.validation.groups import group_of_line, item_meant, name_in_items
from toolkit.validation.indents import indent_fixes, indent_of, is_field_after_tab
from toolkit.validation.value_ends import (
    FIELD_NAME,
    FORMS,
    LISTS,
    SECOND_COLON,
    after_value,
    codes_in,
    in_brackets,
    is_tagged,
    item_without_brackets,
    second_field,
    unclosed_bracket,
    with_apostrophe,
    with_items_below,
    without_brackets,
)
from toolkit.validation.without_colon import ITEM, NAMES, NEARLY_A_FIELD, WIDE_COLONS, without_colon
from toolkit.validation.words import quote, unquoted, whole, yaml_text

_ONE_VALUE = re.compile(
    r"\s*(?:- )?(?P<name>[a-z_]+):[ \t]+(?P<value>[^\s\"'\[\]{}>|*&!%@`#,?-](?:.*\S)?)\s*"
)
# Parts behind the name of their field.
_FIRST_PART = re.compile(r"\(?([a-z_]+): ")
_DIGEST = re.compile(r"sha256:\s+([0-9a-f]+)")
_ITEM = re.compile(r" +- ")
_FAR_FROM_HYPHEN = re.compile(r" *- {2,}\S")
_APOSTROPHE = re.compile(r"'[A-Za-z]{1,4}\b")
_FIELD = "write each field as a name, a colon, a space and a value."
_WORDS = {
    "indented-line": (
        "This line is read as part of the line above, because it is indented.",
        "align it with the first letter of the line above",
        "if it continues a long text, write >- after the colon and the text on the lines below.",
    ),
    "indented-field": (
        "This line is indented, but the fields below it are not.",
        "remove the spaces before it",
        "fields begin at the left edge.",
    ),
    "misaligned-line": (
        "This line is not aligned with the lines above it.",
        "align it with the other fields or items",
        "fields begin at the left edge; the hyphens of a list are all in the same column.",
    ),
    "unseparated-list": (
        "Two items of the list are not separated.",
        "write a comma here, or put the item in quotes",
        "separate the items by commas; put an item with a comma, colon or quote in quotes.",
    ),
    "extra-comma": (
        "There is a comma without an item.",
        "remove the comma",
        "put one comma between two items.",
    ),
    "odd-space": (
        "This is not an ordinary space, so the line can't be read.",
        "remove it and type a space",
        "other kinds of spaces come along when text is copied from a document.",
    ),
    "tab": (
        "The line is indented with a tab.",
        "use spaces instead of the tab",
        "indent lines with two spaces.",
    ),
    "backslash": (
        'Between double quotation marks, "\\" has a special meaning.',
        "put the whole value in single quotation marks",
        "write the value like this: 'A\\B'.",
    ),
}


def check(context: Context) -> Findings:
    """Put each mistake into plain words, with the exact correction."""
    for fault in context.content.faults("invalid-yaml"):
        message, label, hint = words_of(fault)
        hint = and_the_rest(context, fault, hint)
        yield Finding(message, fault.location, label, hint, fixes=tuple(_fixes(fault)))


def _fixes(fault: Fault) -> Iterator[Fix]:
    """The fix, if it is clear what was meant."""
    place = fault.location
    source, line = place.source, place.source.line(place.line)
    if fault.reason in ("odd-space", "tab") and is_field_after_tab(fault):
        yield Fix(source.at(place.line, 1, len(indent_of(line))), "")
    elif fault.reason in ("odd-space", "tab") and place.column <= len(indent_of(line)):
        yield from indent_fixes(source, place.line)
    elif fault.reason == "odd-space":
        yield Fix(place, " " * (place.end_column - place.column))
    elif fault.reason == "no-space-after-colon" and fault.detail in NAMES:
        yield Fix(source.at(place.line, place.end_column), " ")
    elif fault.reason == "colon-in-value":
        is_one = not group_of_line(line) and not second_field(line, source)
        is_one &= not is_tagged(fault, line.partition(":")[2].strip())
        match = _ONE_VALUE.fullmatch(line) if is_one else None
        goes_on = source.line(place.line + 1).startswith((" ", "\t"))
        if match and match["name"] in NAMES and not goes_on and " #" not in match["value"]:
            start, end = match.span("value")
            right = yaml_text(whole(match["value"]))
            yield Fix(source.at(place.line, start + 1, end - start), right)


def words_of(fault: Fault) -> tuple[str, str, str]:
    """The message, the label and the hint for a mistake."""
    place, reason, detail = fault.location, fault.reason, fault.detail
    line = place.source.line(place.line)
    key, _, value = line.partition(":")
    key, value = key.strip().removeprefix("- "), value.strip()
    above = NEARLY_A_FIELD.fullmatch(place.source.line(place.line - 1).strip())
    if reason == "indented-line" and above and above["sign"] in WIDE_COLONS:
        message = "The line above is not a field: its colon is a wide one."
        label = f"write {above['name']}: {above['value']} there"
        hint = _FIELD
    elif reason == "tab" and is_field_after_tab(fault):
        message, _, hint = _WORDS["tab"]
        label, hint = "remove the tab", "fields begin at the left edge."
    elif reason == "unseparated-list" and (codes := codes_in(key, value)):
        message, _, hint = _WORDS[reason]
        label = f"write {codes}"
    elif reason == "unseparated-list" and (quoted := with_apostrophe(fault, line)):
        message = "The quotation mark that begins this value is closed in the wrong place."
        label = f"write {quoted}"
        hint = "put a value with an apostrophe in double quotation marks."
    elif reason == "misaligned-line" and (label := with_items_below(place)):
        message = "The list above ends at its bracket."
        hint = "or write all items below the name, without brackets."
    elif reason in _WORDS:
        return _WORDS[reason]
    elif reason in ("colon-in-value", "text-after-quote") and value.endswith("}") > ("{" in line):
        message = "The parts of this item end with a bracket, but none begins them."
        inner = _FIRST_PART.match(value)
        label = f"write {{ before {inner[1] if inner else key}"
        label = "write { in place of (" if key.startswith("(") else label
        hint = "put all parts of an item between the same brackets, as in {on: 2026-11-25}."
    elif reason != "unclosed-quote" and (second := second_field(line, place.source)):
        message = "Another field is on this line."
        label = f"write this on a line of its own: {second}"
        hint = "each field begins a line. If this is no field, put the whole value in quotes."
    elif reason == "unquoted-character":
        return in_brackets(fault, line)
    elif reason == "no-space-after-hyphen" or line.lstrip().startswith("-{"):
        message = "There is no space after the hyphen."
        label = f"write a space after each hyphen: - {line.strip().lstrip('-')}"
        hint = ITEM
    elif reason == "colon-in-value":
        return _second_colon(fault, line, key, value)
    elif reason == "no-space-after-colon":
        message = f"There is no space after the colon of {quote(detail)}."
        label = f"write a space after the colon: {detail}: {value}"
        hint = _FIELD
    elif reason == "no-value":
        message = f"The field {quote(detail)} has no value."
        label = "write a space and the value here, or remove this part"
        hint = "in brackets, a name, a colon and a value are one part: {on: 2026-11-25}."
    elif reason == "hyphen-before-field":
        message = "A field does not begin with a hyphen."
        label = f"write {detail}"
        hint = "only the items of a list begin with a hyphen, after two spaces."
    elif reason == "misaligned-hyphen":
        (columns,) = fault.numbers
        spaces = "one space" if abs(columns) == 1 else f"{abs(columns)} spaces"
        way = "more" if columns > 0 else "fewer"
        message = "This item is not aligned with the others."
        label = f"write {spaces} {way} before it"
        below = place.source.line(place.line + 1)
        is_item = below.lstrip().startswith("- ")
        if len(indent_of(below)) == len(indent_of(line)) + 2 and not is_item:
            label += ", and before the other lines of the item"
        hint = "the hyphens of a list are all in the same column."
    elif reason == "no-hyphen":
        label = f"write a hyphen and a space before it: - {item_meant(place, detail)}"
        first_name = name_in_items(place)
        begins = detail.startswith(f"{first_name}:")
        item = f"{indent_of(line)}- {detail.partition(':')[0]}:"
        items = (item, item.replace("- ", "- {", 1))
        begins |= any(one.startswith(items) for one in place.source.lines)
        begins |= place.source.line(place.line - 1).rstrip().endswith(":")
        message = "This line belongs to no item of the list above it."
        message = "A new item begins here, but it has no hyphen." if begins else message
        is_part = not begins and (line[0].isspace() or first_name)
        if FIELD_NAME.match(detail) and is_part:
            label = "align it with the first letter of the item above"
        hint = "each item begins with a hyphen; its other lines are aligned with its first letter."
        first = place.source.line(place.line - 1)
        if _FAR_FROM_HYPHEN.match(first) and len(indent_of(line)) == first.index("-") + 2:
            label = "write only one space after the hyphen of the line above"
        if detail.partition(":")[0] in LANGUAGES:
            label = "write as many spaces before it as before the other languages"
            hint = "the languages of one text all begin in the same column."
    elif reason == "bullet":
        message, hint = f'A list is not written with "{detail}" here.', ITEM
        label = f"write a hyphen in its place: - {line.strip().removeprefix(detail).lstrip()}"
    elif reason == "no-colon":
        return without_colon(fault, line)
    elif reason == "reserved-character":
        return _reserved_character(fault, line, key)
    elif reason == "unclosed-quote":
        message = "This quotation mark is not closed."
        label = f"close it with {detail} at the end of the value"
        if key in NAMES and _APOSTROPHE.match(value) and value.count("'") == 1:
            label += f", or write {key}: {yaml_text(value)}"
        hint = "begin and end a value with the same straight quotation mark."
    elif reason == "unclosed-bracket":
        return unclosed_bracket(fault, line)
    elif reason in ("text-after-quote", "text-after-bracket"):
        return after_value(fault, key, value)
    elif reason == "text-after-character":
        message = f"There is text on the same line as {quote(detail)}."
        label = "begin the text on the next line, after two spaces"
        hint = "write only >- after the colon, and the text on the lines below."
    else:
        message = "The front matter can't be read from here on."
        label = "look for a missing quotation mark, bracket or colon"
        hint = "compare the line with the same line of another entry."
    return message, label, hint


def _second_colon(fault: Fault, line: str, key: str, value: str) -> tuple[str, str, str]:
    following = fault.location.source.line(fault.location.line + 1)
    deeper = len(indent_of(following)) > len(indent_of(line))
    if is_tagged(fault, value):
        return without_brackets(key, value, below=deeper)
    elif parts := group_of_line(line) or item_without_brackets(line, fault.location.source):
        message = "Parts with names go between brackets, or each on a line of its own."
        label = f"write {parts}"
        hint = SECOND_COLON
    elif digest := _DIGEST.fullmatch(value):
        message = "There is a space in this digest."
        label = f"write {key}: sha256:{digest[1]}"
        hint = "a digest is one word: sha256: and 64 characters."
    else:
        message = f"The value of {quote(key)} contains a colon."
        label = f"put the value in quotes: {key}: {yaml_text(whole(value))}"
        if deeper and not FIELD_NAME.match(following.lstrip()):
            label = f"write {key}: >- and the whole text on the lines below, after two spaces"
        hint = "a value with a colon and a space needs quotation marks."
    return message, label, hint


def _reserved_character(fault: Fault, line: str, key: str) -> tuple[str, str, str]:
    below = fault.location.source.line(fault.location.line + 1)
    before, value = line[: fault.location.column - 1], line[fault.location.column - 1 :].strip()
    if "[" in before:
        value = re.split(r"[],]", value, maxsplit=1)[0].rstrip()
    if fault.detail == "*" and value == line.strip() and value.startswith("* "):
        message = 'A list is not written with "*" here.'
        label = f"write - {value.removeprefix('* ')}"
        hint = ITEM
    elif (name := key.strip("*_")) in NAMES and name != key:
        message = "The names of fields are plain text."
        label = f"write {name}: {value.partition(':')[2].strip(' *_')}"
        hint = _FIELD
    elif fault.detail == "- " and _ITEM.match(below):
        message = "A list with hyphens begins on the next line."
        label = f"write this on the next line, in line with the hyphens below: {value}"
        hint = ITEM
    elif fault.detail == "- " and key in LISTS:
        message = "A list with hyphens begins on the next line."
        label = f"write it in brackets: [{value.removeprefix('-').strip()}]"
        if FORMS[key] is Form.GROUP:
            label = f"write this on the next line, after two spaces: {value}"
        hint = "or write each item on a line of its own, after two spaces, a hyphen and a space."
    elif fault.detail == "- " and FORMS.get(key, Form.TEXT) is not Form.TEXT:
        message = "Only the items of a list begin with a hyphen."
        label = f"write {key}: {value.removeprefix('-').strip()}"
        hint = _FIELD
    else:
        message = f"A value can't begin with {quote(fault.detail)}."
        label = f"put the value in quotes: {yaml_text(unquoted(value))}"
        hint = "a value that begins with such a character needs quotation marks."
    return message, label, hint
