"""What to say of text behind the quotation mark, bracket, comma or colon that ends a value."""

import re
from itertools import chain

from toolkit.content.entry_schema import FIELDS
from toolkit.content.faults import Fault
from toolkit.content.markdown_files import place_of
from toolkit.content.schema import Form, Number
from toolkit.content.tables import fields_of
from toolkit.languages import LANGUAGES
from toolkit.problems import Finding
from toolkit.source import Location, SourceFile
from toolkit.validation.groups import NAMES_OF_PARTS, group_of_line, name_without_comma
from toolkit.validation.several import parts
from toolkit.validation.words import quote, unquoted, yaml_item, yaml_text

_LIST_ABOVE = re.compile(r"(?P<name>[a-z_]+): *\[(?P<items>[^\[\]{}]*)\]")
# In brackets, the last quotation mark that begins a value and has none after it.
_OPEN_QUOTE = re.compile(r"[\[{,:]\s*(['\"])(?:(?!\1).)*$")
FORMS = {field.name: field.form for field in FIELDS}
_PARTS = {part.name: part.form for field in FIELDS for part in field.parts}
_FIRST_FIELD = re.compile(r"(?P<before> *(?:- )?)(?P<name>[a-z_]+):\s+(?=\S)")
_NEXT_FIELD = re.compile(r"(?<=[\s,;])([a-z_]+):(?=\s|$)")
_AFTER_ONE_WORD = re.compile(
    r" *(?:- )?[a-z_]+: +(?!- )[^\s,;]+(?P<comma>,?) +(?P<rest>(?P<name>[a-z_]+):(?: .*)?)"
)
_LINK = re.compile(r"\[[^\[\]]*\]\((https?://[^\s()]+)\)")
_ADDRESSES = frozenset(
    row.name for field in FIELDS for row in (field, *field.parts) if row.form is Form.ADDRESS
)
# A value in brackets that a comma ends.
_CUT = re.compile(r"[{,]\s*+(?P<name>[a-z][a-z0-9_-]*+): ++(?P<value>[^{}\[\]'\",]++),\s*+$")
# In brackets, the part of a value before a character.
_BEGUN = re.compile(r"[\[{,]\s*+(?:(?P<name>[a-z_]++): ++)?(?P<value>[^,\[{]*+)$")
FIELD_NAME = re.compile(r"[a-z_]+:(?:\s|$)")
# What ends with the name of a value, and what follows an apostrophe up to the end of the value.
_NAME = re.compile(r"[a-z_]{1,40}: {1,4}\Z")
_AFTER_APOSTROPHE = re.compile(r"\w.*?(?='\s*[,}\]])")
LISTS = frozenset(field.name for field in FIELDS if field.number is Number.LIST)
SECOND_COLON = "without brackets, the second colon of a line needs quotation marks."
_SIGN_IN_BRACKETS = "between brackets, a value with one of : # , [ ] { } needs quotation marks."
_LISTS_OF_TEXTS = frozenset(row.name for row in FIELDS if row.form is Form.TEXT)
_MORE_LISTS = re.compile(r"\[[^\[\]]*\](?:\s*(?:[,;]\s*)?\[[^\[\]]*\])+")


def second_field(line: str, source: SourceFile) -> str:
    """The field that follows another one on its line, or nothing: in a text, only if the file needs
    it or it follows a comma, and the file has it nowhere else. Many names are also ordinary words.
    """
    first, kind = _FIRST_FIELD.match(line), place_of(source.path.partition("/")[2])[0]
    own = fields_of(kind)
    forms = _PARTS if first and first["before"] else {name: own[name].form for name in own}
    if first is None or "{" in line:
        return ""
    found = _NEXT_FIELD.finditer(line, first.end() + 1) if first["name"] in forms else ()
    second = next((one for one in found if one[1] in forms), None)
    if second is None:
        after = _after_one_word(line, source)
        return after["rest"].strip() if after and not after["comma"] else ""
    sign = line[: second.start()].rstrip()[-1]
    if sign == "-" or (first["before"] and sign in ",;"):
        return ""
    is_meant = forms[first["name"]] is not Form.TEXT
    if first["before"] or sign in ",;" or kind in own[second[1]].required:
        is_meant |= not any(re.match(rf" *(?:- )?{second[1]}:", one) for one in source.lines)
    return line[second.start() :].strip() if is_meant else ""


def _after_one_word(line: str, source: SourceFile) -> re.Match[str] | None:
    """Behind a value of one word, a part whose name is that of others, too."""
    found = _AFTER_ONE_WORD.fullmatch(line)
    if found is None or (found["name"] in NAMES_OF_PARTS and not source.path.endswith(".md")):
        return found
    named = re.compile(rf"(?:^ *(?:- )?|[{{,] *){found['name']}:")
    return found if any(map(named.search, source.lines)) else None


def item_without_brackets(line: str, source: SourceFile) -> str:
    """An item whose parts are on one line, with brackets around them; empty if it isn't one."""
    found = _after_one_word(line, source)
    is_item = found and found["comma"] and line.lstrip().startswith("- ")
    return f"- {{{line.strip().removeprefix('- ')}}}" if is_item else ""


def is_piece(fault: Fault) -> bool:
    """Whether a name isn't one, since it is between brackets without a colon."""
    before, after = _around(fault)
    return "{" in before and not re.match(r"[^,}]*:", after)


def cut_at_comma(fault: Fault) -> Finding | None:
    """The finding if a name isn't one, but what follows a comma in an unquoted value."""
    before, after = _around(fault)
    begun = _CUT.search(before)
    if not begun or not is_piece(fault):
        return None
    name, value, rest = begun["name"], begun["value"], rest_of_value(after)
    label = f"put the value in quotes: {name}: {yaml_text(f'{value}, {rest}')}"
    if re.fullmatch("[0-9]{1,3}(,[0-9]{3})+", number := f"{value},{rest}"):
        label = f"write {name}: {number.replace(',', '')}"
    message = f"The value of {quote(name)} is cut at the comma."
    return Finding(message, fault.location, label, _SIGN_IN_BRACKETS, fault.field)


def _around(fault: Fault) -> tuple[str, str]:
    """What is on a line before the name, and from the name on."""
    line, start = fault.location.source.line(fault.location.line), fault.location.column - 1
    return line[:start], line[start:]


def rest_of_value(text: str) -> str:
    """What belongs to a value between brackets, up to the next name or the end."""
    rest = re.split(r",\s*[a-z_]+:\s", text, maxsplit=1)[0].rstrip()
    unopened = sum(map(rest.count, "]}")) - sum(map(rest.count, "[{"))
    while unopened > 0 and rest.endswith(("]", "}")):
        rest, unopened = rest[:-1].rstrip(), unopened - 1
    return rest


def with_apostrophe(fault: Fault, line: str) -> str:
    """The value in brackets whose apostrophe ended it, in double quotation marks; or nothing."""
    column = fault.location.column - 1
    start = line.rfind("'", 0, max(column - 1, 0))
    rest = _AFTER_APOSTROPHE.match(line, column)
    if start < 0 or line[column - 1] != "'" or rest is None:
        return ""
    name = _NAME.search(line[:start])
    # The next part, which begins with the quotation mark, has its name before it.
    whole = re.match(r"([^,]*), *[a-z_]+: *'$", line[start + 1 : column])
    text = whole[1] if whole else line[start + 1 : column] + rest[0]
    return f"{name[0] if name else ''}{yaml_text(text)}"


def codes_in(key: str, value: str) -> str:
    """The codes or ids in a list in quotation marks, as they must be written; empty if unclear."""
    if key not in LISTS - _LISTS_OF_TEXTS or "{" in value:
        return ""
    apart = " " * 3  # more than stand between the words of one value
    values = chain(*(one.split(apart) for one in parts(re.sub("['\"]", apart, value))))
    return f"[{', '.join(yaml_item(one.strip()) for one in values if one.strip())}]"


def after_value(fault: Fault, key: str, value: str) -> tuple[str, str, str]:
    """What follows the quotation mark or bracket that ends a value."""
    place = fault.location
    line = place.source.line(place.line)
    after, item = line[place.column - 1 :].strip(), line.strip().removeprefix("- ")
    quotes = f"put the whole value in quotes: {key}: {_in_quotes(value)}"
    if item[:1] in tuple("'\"[{"):
        quotes = f"put the whole value in quotes: - {_in_quotes(item)}"
    if (link := _LINK.fullmatch(value)) and key in _ADDRESSES:
        message = "This field takes only an address, not a link with its words."
        label = f"write {key}: {link[1]}"
        hint = "links with words are for the text below the fields."
    elif after in (",", ";", "."):
        name = {",": "a comma", ";": "a semicolon", ".": "a full stop"}[after]
        message, label = f"There is {name} after the value.", f"remove the {name[2:]}"
        hint = "a field ends with its value."
    elif after and not after.strip("]}"):
        message, label = "This bracket closes nothing.", f"remove {quote(after)}"
        hint = "a value has as many closing brackets as opening ones."
    elif fault.reason == "text-after-quote":
        message = "The value ends at the quotation mark, but more text follows."
        codes = codes_in(key, value)
        label = f"write one list: {codes}" if codes else quotes
        hint = "a value that contains quotation marks needs the other kind around it."
    elif key in LISTS and _MORE_LISTS.fullmatch(value):
        items = ", ".join(filter(None, map(str.strip, re.split(r"[\[\],;]", value))))
        message = "The list ends at the bracket, but another list follows."
        label = f"write one list: [{items}]"
        hint = "a list has one bracket at the beginning and one at the end."
    elif "] //" in value:
        message, label = "A comment begins with #.", "write # in place of //"
        hint = "readers see no comments."
    else:
        message, label = "The value ends at the bracket, but more text follows.", quotes
        hint = "a value that begins with a bracket needs quotation marks."
        if key in LISTS and item[:1] != "[":
            # Quotation marks would turn the list into one value.
            bare = " ".join(re.sub(r"[\[\]]", " ", value).split())
            several = parts(bare, words=key not in _LISTS_OF_TEXTS)
            items = ", ".join(several) if len(several) > 1 else yaml_text(value)
            label = f"write one list: [{items}]"
    return message, label, hint


def _in_quotes(value: str) -> str:
    # Some keep an apostrophe as programs do, with a backslash: 'It\'s'.
    return yaml_text(unquoted(value).replace(r"\'", "'"))


def is_tagged(fault: Fault, value: str) -> bool:
    """Whether the value of a field in a list begins with the language of a text."""
    return value.partition(":")[0] in LANGUAGES and not fault.location.source.path.endswith(".md")


def without_brackets(key: str, value: str, *, below: bool) -> tuple[str, str, str]:
    """Texts by language behind the name of their field, without brackets; some may be `below`."""
    return (
        "The texts of a field by language go between brackets, or each on its own line.",
        f"write this on a line of its own: {value}" if below else f"write {key}: {{{value}}}",
        SECOND_COLON,
    )


def in_brackets(fault: Fault, line: str) -> tuple[str, str, str]:
    """A character in brackets that turns a text into something else."""
    column = fault.location.column - 1
    begun = _BEGUN.search(line[:column])
    rest = rest_of_value(line[column:])
    label = "put the value in quotes"
    if begun and rest != line[column:]:
        name = f"{begun['name']}: " if begun["name"] else ""
        label = f"{label}: {name}{yaml_text(begun['value'] + rest)}"
    if fault.detail == ":" and (group := group_of_line(line)):
        label = f"write {group}"
    elif fault.detail == ":" and (name := name_without_comma(line[:column])):
        is_semicolon = line[:column].removesuffix(name).rstrip().endswith(";")
        place = " in place of the semicolon" if is_semicolon else ""
        label = f"write a comma{place} before {name}"
    return f"In brackets, {quote(fault.detail)} has a special meaning.", label, _SIGN_IN_BRACKETS


def with_items_below(place: Location) -> str:
    """The label for items below a list in brackets: both as one list; empty if there is none."""
    source, number, items = place.source, place.line, list[str]()
    while source.line(number).lstrip().startswith("- "):
        items.append(source.line(number).strip().removeprefix("- ").lstrip())
        number += 1
    begun = _LIST_ABOVE.fullmatch(source.line(place.line - 1).rstrip())
    if not items or begun is None or any(map(FIELD_NAME.match, items)):
        return ""
    if begun["name"] in LISTS - _LISTS_OF_TEXTS and any(" " in item for item in items):
        return "write the name of this list on a line above it"
    both = ", ".join(filter(None, (begun["items"].strip(" ,"), *map(yaml_item, items))))
    lines = "these lines" if len(items) > 1 else "this line"
    return f"write {begun['name']}: [{both}] there, and remove {lines}"


def unclosed_bracket(fault: Fault, line: str) -> tuple[str, str, str]:
    """An opening bracket without the one that closes it."""
    closing = "}" if fault.detail == "{" else "]"
    written, key = line[fault.location.column - 1 :].rstrip(), line.partition(":")[0].strip()
    last = written[-1]
    message, label = "This bracket is not closed.", f'close it with "{closing}"'
    is_opened = written[:2] == "[{" or (last == ")" and "(" in written)
    if FORMS.get(key) is Form.TEXT and key not in LISTS:
        label = "remove it, or put the whole value in quotes"
    elif written[:2] == "{[" and last == "]":
        label = "remove {"
    elif last in ")]}" and last != closing and not is_opened:
        wrong, right = (fault.detail, "[") if last == "]" and key in LISTS else (last, closing)
        label = f"write {right} in place of {wrong}"
    elif last == closing and written[:1] == written[1:2]:
        label = "remove one of the two brackets"
    elif last == closing and (mark := _OPEN_QUOTE.search(written)):
        message, label = (
            "A quotation mark in the brackets is not closed.",
            f"close it with {mark[1]}",
        )
    hint = "write a list like this: [one, two], a group of parts like this: {on: 2026-11-25}."
    return message, label, hint
