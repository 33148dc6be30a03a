"""Items of lists in YAML whose hyphens are missing, or out of line with the others."""

import re

from toolkit.content.faults import Fault
from toolkit.content.yaml_places import NEW_FIELD, Place, first_field, indent
from toolkit.source import Location, SourceFile

ITEM = re.compile(r" *- +")
_BEGUN = re.compile(r" *(?P<hyphen>- )?(?P<name>[a-z_]+):(?:\s|$)")
_WRAPPED = 60  # Programs break no line before it has so many characters.
_FIRST_NAME = re.compile(r"\s*-?([a-z_]+):\s")


def swallowed_item(item: Location) -> Fault | None:
    """The fault of a hyphen out of line with the others, by which an item became a part of `item`,
    an unquoted value on several lines.
    """
    source = item.source
    if not ITEM.fullmatch(source.line(item.line)[: item.column - 1]):
        return None
    below = [
        number
        for number in range(item.line + 1, item.end_line + 1)
        if ITEM.match(source.line(number)) and len(source.line(number - 1)) < _WRAPPED
    ]
    if not below:
        return None
    line, edge = below[0], indent(source.line(item.line))
    if len(below) > 1 and not ITEM.match(source.line(item.line - 1)):
        line, edge = item.line, indent(source.line(line))  # only the first is out of line
    columns = edge - indent(source.line(line))
    return Fault("invalid-yaml", source.at_line(line), "misaligned-hyphen", numbers=(columns,))


def hyphen_out_of_line(place: Place) -> Fault | None:
    """The fault of the hyphen above a part, if it is missing or the part is in line with the other
    items, which begin with the same name.
    """
    source, line = place.location.source, place.line - 1
    above = source.line(line)
    edge, width, begun = indent(place.text) - 2, indent(above), _BEGUN.match(above)
    if begun is None or (edge == width) == bool(begun["hyphen"]) or not _BEGUN.match(place.text):
        return None
    item = re.compile(rf"{' ' * edge}- \{{?{begun['name']}:")
    if not any(map(item.match, source.lines[place.line :])):
        return None
    at, text, columns = source.at_line(line), above.strip(), edge - width
    if not columns:
        return Fault("invalid-yaml", at, "no-hyphen", text)
    return Fault("invalid-yaml", at, "misaligned-hyphen", text, numbers=(columns,))


def edge_of_list(place: Place) -> int | None:
    """The column of the hyphens above a misaligned one, or None if it isn't misaligned."""
    if not re.match(r" *- \S", place.text) or indent(place.text) != place.column:
        return None
    source, name = place.location.source, re.match(r" *- ([a-z_]+):", place.text)
    for number in range(place.line - 1, 0, -1):
        line = source.line(number)
        above = re.match(r"( *)- (?:\{?([a-z_]+):)?", line)
        if above and len(above[1]) != place.column:
            return len(above[1]) if not name or name[1] == above[2] else None
        if re.match(r"[A-Za-z]", line):
            return None
    return None


def is_listed_field(place: Place, first_line: int) -> bool:
    """Whether an unindented hyphen begins a field rather than a list item."""
    source, above = place.location.source, place.location.source.line(place.line - 1)
    is_list = source.line(first_field(source, first_line)).startswith("-")
    return (
        (source.path.endswith(".md") or not is_list)
        and place.column == 0
        and place.text.startswith("- ")
        and NEW_FIELD.match(place.text) is not None
        and not above.rstrip().endswith(":")
    )


def first_without_hyphen(source: SourceFile, first_line: int) -> Fault | None:
    """The fault of the first item of a list, if it begins like the others but without a hyphen.

    libyaml takes it for a mapping, and gives up at the next item.
    """
    number = first_field(source, first_line)
    name = None if source.path.endswith(".md") else _FIRST_NAME.match(source.line(number))
    if name is None or not any(line.startswith(f"- {name[1]}:") for line in source.lines[number:]):
        return None
    detail = source.line(number).strip().removeprefix("-")
    return Fault("invalid-yaml", source.at_line(number), "no-hyphen", detail)


def parts_without_hyphen(place: Place) -> Fault | None:
    """The fault of the first item of a list of groups, if its parts have no hyphen before them."""
    source, number, item = place.location.source, place.line - 1, ITEM.match(place.text)
    while item and indent(source.line(number)) >= item.end() and number > 1:
        number -= 1
    first = source.line(number + 1)
    is_part = item and number + 1 < place.line and re.match(r" *[a-z_]+:\s", first)
    if not is_part or not re.match(r" *[a-z_]+:\s*$", source.line(number)):
        return None
    at = source.at_line(number + 1)
    return Fault("invalid-yaml", at, "no-hyphen", first.strip())
