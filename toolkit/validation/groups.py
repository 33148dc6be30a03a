"""What was meant by groups of named parts (`{by: iom, on: 2026-11-25}`) written differently."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from toolkit.content.recognition_fields import CIRCULATION, EDITORIAL_LINK, STATEMENTS
from toolkit.content.registers import ORGANISATIONS
from toolkit.content.schema import Field, Form, Number
from toolkit.content.tables import ROWS
from toolkit.languages import LANGUAGES
from toolkit.source import Location
from toolkit.validation.countries import certain_country
from toolkit.validation.identifiers import identifier_in
from toolkit.validation.language_tags import suggest_tag
from toolkit.validation.words import unquoted, yaml_item

GROUPS = {row.name: row for row in ROWS if row.form is Form.GROUP}
# Those of fields, and those of the registers.
NAMES_OF_PARTS = frozenset(
    part.name for row in (*GROUPS.values(), *ORGANISATIONS.fields) for part in row.parts
).union(CIRCULATION, EDITORIAL_LINK, *STATEMENTS.values())
_BETWEEN = re.compile(r"[\n\[\]{}]+")
# What says only whether there is such a group, in the languages of the site.
YES_OR_NO = frozenset(
    {"yes", "no", "true", "false", "oui", "non", "sí", "si", "да", "нет", "نعم", "لا", "是", "否"}
)
_BULLET = re.compile(r"^(?:[-–—•*]|\d{1,2}[.)])\s*(?=\S)")
_NAMED = re.compile(r"(?P<name>[A-Za-z_-]+)(?:\s*[:：=]\s*|\s+)(?P<value>\S.*)")
_PAIR = re.compile(r"(?P<name>[^\s:]+):\s*(?P<value>\S.*)")
# A title with its address behind it; a small word with a colon is a name instead.
_CITED = re.compile(r"(?![a-z_]+:)(?P<title>\w.*?)[\s.,:;(<]+(?P<url>https?://[^\s<>()]+?)[).,;>]*")
# A body with its telephone number behind it.
_ANSWERED = re.compile(
    r"(?!.*(?:phone|number))(?P<body>[^\W\d]\D*\s\D*[^\W\d])[\s:,–-]+(?P<number>\+?\d[\d ()-]*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s,'\"]+")
_LONGEST = 300


def meant_group(field: Field, written: str) -> str:
    """What was most likely meant, as it must be written; empty where that is not clear.

    Of a list, all items; a part that is needed and missing is `...`.
    """
    if len(written) > _LONGEST:
        return ""
    groups: list[dict[str, str]] = [{}]
    for piece in _pieces(field, unquoted(written)):
        found = list(_parts_of(field, piece, groups[-1]))
        if not found:
            return ""
        for name, value in found:
            if name in groups[-1]:
                groups.append({})
            groups[-1][name] = value
    if groups == [{}] or (len(groups) > 1 and field.number is not Number.LIST):
        return ""
    shown = ", ".join(_shown(field, group) for group in groups)
    return f"[{shown}]" if field.number is Number.LIST else shown


def _pieces(field: Field, written: str) -> Iterator[str]:
    """The names and values in the text, one by one."""
    names = "|".join(part.name for part in field.parts)
    # Texts may contain commas; groups without a text part are split at each one.
    texts = any(part.form is Form.TEXT for part in field.parts) and not written.startswith("[")
    listed = rf"[,;]\s*(?=(?:{names})\s*:\s)" if texts else "[,;]"
    comma = re.compile(rf"{listed}|\s(?=(?:{names}):\s)")
    for line in _BETWEEN.split(written):
        for piece in comma.split(_BULLET.sub("", line.strip())):
            if bare := unquoted(piece.strip(" ,;:")):
                yield bare


def _parts_of(field: Field, piece: str, group: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The part that a piece is, or two parts if its name and value are both values."""
    named = _NAMED.fullmatch(piece)
    part = field.part(named["name"].lower()) if named else None
    if named and part:
        text = unquoted(named["value"])
        if value := _value(part, text) or (text if part.form is not Form.ORGANISATION else ""):
            yield part.name, value
        return
    for joined in filter(None, (_CITED.fullmatch(piece), _ANSWERED.fullmatch(piece))):
        if all(map(field.part, joined.groupdict())):
            yield from joined.groupdict().items()
            return
    pair = _PAIR.fullmatch(piece)
    # With both values in use, a pair begins another group.
    both = [_of_form(field, text, {}) for text in pair.groups()] if pair else []
    found = [one for one in both if one and one[2]]
    if pair and len(found) == 2:
        yield from ((name, value) for name, value, _ in found)
    elif one := _of_form(field, pair["value"] if pair and found else piece, group):
        yield one[:2]


def _of_form(field: Field, text: str, group: dict[str, str]) -> tuple[str, str, bool] | None:
    """The first free part that takes the text, the value, and whether it takes no other text."""
    free = sorted(
        (part for part in field.parts if part.name not in group),
        key=lambda part: (part.form is Form.TEXT, part.form in (Form.ORGANISATION, Form.ENTRY)),
    )
    for part in free:
        if value := _value(part, text):
            return part.name, value, part.form is not Form.TEXT or part.name == "number"
    return None


def _value(part: Field, text: str) -> str:
    """The text as a value of the part; empty if it isn't one."""
    if text.lower() in YES_OR_NO:
        return ""
    if part.form is Form.ADDRESS:
        found = _ADDRESS.fullmatch(text)
        return ("https://" if text.startswith("www.") else "") + text if found else ""
    if part.form is Form.LANGUAGE:
        return suggest_tag(text)
    if part.form is Form.COUNTRY:
        return certain_country(text)
    if part.form is Form.DATE:
        return text if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else ""
    if part.form is Form.IDENTIFIER:
        return identifier_in(part.name, text)
    if part.form in (Form.ORGANISATION, Form.ENTRY):
        return text if re.fullmatch(r"[a-z][a-z0-9-]*", text) else ""
    if part.form is Form.CHOICE:
        return text if text in part.choices else ""
    if part.form is not Form.TEXT:
        return ""
    # A text is none of these, and a number has digits alone.
    if _ADDRESS.match(text) or (part.name == "number") > bool(re.fullmatch(r"[\d +()-]+", text)):
        return ""
    return text


def _shown(field: Field, group: dict[str, str]) -> str:
    named = (
        f"{part.name}: {yaml_item(group[part.name]) if part.name in group else '...'}"
        for part in field.parts
        if part.name in group or part.required
    )
    return f"{{{', '.join(named)}}}"


def group_of_line(line: str) -> str:
    """A line with brackets around the parts of a group; empty if it has no such parts."""
    begun = re.match(r"\s*(?P<hyphen>(?:- )?)(?P<text>(?P<name>[a-z_]+): +(?P<value>.+))", line)
    if begun is None:
        return ""
    if field := GROUPS.get(begun["name"]):
        meant = meant_group(field, begun["value"])
        return f"{begun['name']}: {meant}" if meant else ""
    for field in groups_with(begun["name"]) if begun["hyphen"] else ():
        if any(re.search(rf"\s{part.name}: ", begun["value"]) for part in field.parts):
            meant = meant_group(replace(field, number=Number.ONE), begun["text"])
            return f"- {meant}" if meant else ""
    return ""


def first_part(place: Location, item: str) -> str:
    """The name that an item of a list of groups lacks; empty where it is not clear."""
    lines = place.source.lines[: place.line - 1]
    head = next((line for line in reversed(lines) if re.fullmatch(r"[a-z_]+:\s*", line)), "")
    field = GROUPS.get(head.strip().removesuffix(":"))
    meant = meant_group(replace(field, number=Number.ONE), item) if field else ""
    found = re.search(r"(\w+): (?!\.\.\.)", meant)
    return found[1] if found else ""


def name_in_items(place: Location) -> str:
    """The name that the items of a list around a line begin with; empty where it is in none."""
    lines, number = place.source.lines, place.line
    own = lines[number - 1]
    indent = len(own) - len(own.lstrip()) if own.lstrip().startswith("- ") else 0
    for some in (reversed(lines[: number - 1]), lines[number:]):
        for line in some:
            if len(line) - len(line.lstrip()) < indent and line.strip():
                break
            if match := re.match(rf" {{{indent}}}- ([a-z_]+):(?:\s|$)", line):
                return match[1]
    return ""


def name_without_comma(before: str) -> str:
    """The name right before a second colon between brackets, if a part can have it."""
    found = re.fullmatch(r"\s*([a-z_]+): \S.*\s([a-z_]+)", re.split("[{,]", before)[-1])
    if not found or "{" not in before:
        return ""
    return found[2] if found[2] in (LANGUAGES if found[1] in LANGUAGES else NAMES_OF_PARTS) else ""


def item_meant(place: Location, written: str) -> str:
    """What was meant by a line that begins an item of a list in another way."""
    text = written.lstrip("-–—•·*+").lstrip()
    name = text.removesuffix(":")
    is_id = name != text and re.fullmatch(r"[a-z0-9-]+", name)
    return f"{name_in_items(place)}: {name}" if is_id else text


@cache
def groups_with(name: str) -> tuple[Field, ...]:
    """The fields that have a part of this name."""
    return tuple(field for field in GROUPS.values() if field.part(name))


def single_group(name: str, known: Iterable[str]) -> str:
    """The one field of one group among `known` with a part of this name; empty if not one."""
    found = [
        field.name
        for field in groups_with(name)
        if field.number is Number.ONE and field.name in known
    ]
    return found[0] if len(found) == 1 else ""
