"""What to say of a place where YAML can't be read."""

import re
from collections.abc import Callable
from typing import NamedTuple

from toolkit.content.faults import Fault
from toolkit.content.schema import Form
from toolkit.languages import LANGUAGES
from toolkit.validation.groups import group_of_line, item_meant, name_in_items
from toolkit.validation.indents import indent_of, is_field_after_tab
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

# Parts behind the name of their field.
_FIRST_PART = re.compile(r"\(?([a-z_]+): ")
_DIGEST = re.compile(r"sha256:\s+([0-9a-f]+)")
_ITEM = re.compile(r" +- ")
_FAR_FROM_HYPHEN = re.compile(r" *- {2,}\S")
_APOSTROPHE = re.compile(r"'[A-Za-z]{1,4}\b")
_FIELD = "write each field as a name, a colon, a space and a value."
_Words = tuple[str, str, str]
_WORDS: dict[str, _Words] = {
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
# With what YAML stopped at.
_WORDS_WITH_DETAIL: dict[str, _Words] = {
    "no-space-after-colon": (
        "There is no space after the colon of {quoted}.",
        "write a space after the colon: {detail}: {value}",
        _FIELD,
    ),
    "no-value": (
        "The field {quoted} has no value.",
        "write a space and the value here, or remove this part",
        "in brackets, a name, a colon and a value are one part: {on: 2026-11-25}.",
    ),
    "hyphen-before-field": (
        "A field does not begin with a hyphen.",
        "write {detail}",
        "only the items of a list begin with a hyphen, after two spaces.",
    ),
    "text-after-character": (
        "There is text on the same line as {quoted}.",
        "begin the text on the next line, after two spaces",
        "write only >- after the colon, and the text on the lines below.",
    ),
}
_UNKNOWN = (
    "The front matter can't be read from here on.",
    "look for a missing quotation mark, bracket or colon",
    "compare the line with the same line of another entry.",
)


class _Slip(NamedTuple):
    fault: Fault
    line: str
    key: str
    value: str


def words_of(fault: Fault) -> _Words:
    """The message, the label and the hint for a mistake."""
    place, reason, detail = fault.location, fault.reason, fault.detail
    line = place.source.line(place.line)
    key, _, value = line.partition(":")
    slip = _Slip(fault, line, key.strip().removeprefix("- "), value.strip())
    found = _closer(slip) or _WORDS.get(reason) or _of_line(slip)
    if found or (found := _BY_REASON[reason](slip) if reason in _BY_REASON else None):
        return found
    message, label, hint = _WORDS_WITH_DETAIL.get(reason, _UNKNOWN)
    named = {"detail": detail, "quoted": quote(detail), "value": slip.value}
    return message.format(**named), label.format(**named), hint


def _closer(slip: _Slip) -> _Words | None:
    """The words for a mistake that the lines around it explain better than its reason."""
    place, reason, line = slip.fault.location, slip.fault.reason, slip.line
    above = NEARLY_A_FIELD.fullmatch(place.source.line(place.line - 1).strip())
    if reason == "indented-line" and above and above["sign"] in WIDE_COLONS:
        message = "The line above is not a field: its colon is a wide one."
        return message, f"write {above['name']}: {above['value']} there", _FIELD
    if reason == "tab" and is_field_after_tab(slip.fault):
        return _WORDS["tab"][0], "remove the tab", "fields begin at the left edge."
    if reason == "unseparated-list" and (codes := codes_in(slip.key, slip.value)):
        message, _, hint = _WORDS[reason]
        return message, f"write {codes}", hint
    if reason == "unseparated-list" and (quoted := with_apostrophe(slip.fault, line)):
        message = "The quotation mark that begins this value is closed in the wrong place."
        hint = "put a value with an apostrophe in double quotation marks."
        return message, f"write {quoted}", hint
    if reason == "misaligned-line" and (label := with_items_below(place)):
        hint = "or write all items below the name, without brackets."
        return "The list above ends at its bracket.", label, hint
    return None


def _of_line(slip: _Slip) -> _Words | None:
    """The words for what is wrong with the whole line, whatever YAML stopped at."""
    reason, line, value = slip.fault.reason, slip.line, slip.value
    if reason in ("colon-in-value", "text-after-quote") and value.endswith("}") > ("{" in line):
        inner = _FIRST_PART.match(value)
        label = f"write {{ before {inner[1] if inner else slip.key}"
        return (
            "The parts of this item end with a bracket, but none begins them.",
            "write { in place of (" if slip.key.startswith("(") else label,
            "put all parts of an item between the same brackets, as in {on: 2026-11-25}.",
        )
    if reason != "unclosed-quote" and (second := second_field(line, slip.fault.location.source)):
        hint = "each field begins a line. If this is no field, put the whole value in quotes."
        label = f"write this on a line of its own: {second}"
        return "Another field is on this line.", label, hint
    if reason == "no-space-after-hyphen" or (
        reason != "unquoted-character" and line.lstrip().startswith("-{")
    ):
        label = f"write a space after each hyphen: - {line.strip().lstrip('-')}"
        return "There is no space after the hyphen.", label, ITEM
    return None


def _misaligned_hyphen(slip: _Slip) -> _Words:
    place, (columns,) = slip.fault.location, slip.fault.numbers
    spaces = "one space" if abs(columns) == 1 else f"{abs(columns)} spaces"
    label = f"write {spaces} {'more' if columns > 0 else 'fewer'} before it"
    below = place.source.line(place.line + 1)
    is_item = below.lstrip().startswith("- ")
    if len(indent_of(below)) == len(indent_of(slip.line)) + 2 and not is_item:
        label += ", and before the other lines of the item"
    hint = "the hyphens of a list are all in the same column."
    return "This item is not aligned with the others.", label, hint


def _no_hyphen(slip: _Slip) -> _Words:
    place, line, detail = slip.fault.location, slip.line, slip.fault.detail
    above = place.source.line(place.line - 1)
    first_name = name_in_items(place)
    item = f"{indent_of(line)}- {detail.partition(':')[0]}:"
    items = (item, item.replace("- ", "- {", 1))
    begins = detail.startswith(f"{first_name}:") or above.rstrip().endswith(":")
    begins |= any(one.startswith(items) for one in place.source.lines)
    message = "This line belongs to no item of the list above it."
    message = "A new item begins here, but it has no hyphen." if begins else message
    label = f"write a hyphen and a space before it: - {item_meant(place, detail)}"
    hint = "each item begins with a hyphen; its other lines are aligned with its first letter."
    if detail.partition(":")[0] in LANGUAGES:
        label = "write as many spaces before it as before the other languages"
        hint = "the languages of one text all begin in the same column."
    elif _FAR_FROM_HYPHEN.match(above) and len(indent_of(line)) == above.index("-") + 2:
        label = "write only one space after the hyphen of the line above"
    elif FIELD_NAME.match(detail) and not begins and (line[0].isspace() or first_name):
        label = "align it with the first letter of the item above"
    return message, label, hint


def _bullet(slip: _Slip) -> _Words:
    sign = slip.fault.detail
    label = f"write a hyphen in its place: - {slip.line.strip().removeprefix(sign).lstrip()}"
    return f'A list is not written with "{sign}" here.', label, ITEM


def _unclosed_quote(slip: _Slip) -> _Words:
    label = f"close it with {slip.fault.detail} at the end of the value"
    if slip.key in NAMES and _APOSTROPHE.match(slip.value) and slip.value.count("'") == 1:
        label += f", or write {slip.key}: {yaml_text(slip.value)}"
    hint = "begin and end a value with the same straight quotation mark."
    return "This quotation mark is not closed.", label, hint


def _second_colon(slip: _Slip) -> _Words:
    fault, line, key, value = slip
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


def _reserved_character(slip: _Slip) -> _Words:
    fault, line, key, _ = slip
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


_BY_REASON: dict[str, Callable[[_Slip], _Words]] = {
    "unquoted-character": lambda slip: in_brackets(slip.fault, slip.line),
    "colon-in-value": _second_colon,
    "misaligned-hyphen": _misaligned_hyphen,
    "no-hyphen": _no_hyphen,
    "bullet": _bullet,
    "no-colon": lambda slip: without_colon(slip.fault, slip.line),
    "reserved-character": _reserved_character,
    "unclosed-quote": _unclosed_quote,
    "unclosed-bracket": lambda slip: unclosed_bracket(slip.fault, slip.line),
    "text-after-quote": lambda slip: after_value(slip.fault, slip.key, slip.value),
    "text-after-bracket": lambda slip: after_value(slip.fault, slip.key, slip.value),
}
