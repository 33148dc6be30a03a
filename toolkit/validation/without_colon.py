"""What to say of a line of fields that has no colon."""

import re
from collections.abc import Iterable

from toolkit.content.entry_schema import FIELDS
from toolkit.content.faults import Fault
from toolkit.content.schema import Form
from toolkit.source import Location
from toolkit.validation.groups import first_part, name_in_items
from toolkit.validation.indents import HEAD, indent_of
from toolkit.validation.value_ends import FORMS, LISTS
from toolkit.validation.words import quote

NAMES = frozenset(row.name for field in FIELDS for row in (field, *field.parts))
# As other languages have them.
_COMMENT = re.compile(r"(?://|<!--|%)(.*?)(?:-->)?")
NEARLY_A_FIELD = re.compile(
    r"(?P<name>[a-z_]+)\s*(?:(?P<sign>[=：﹕;]|:(?!//))\s*|\s)(?P<value>\S.*)"
)
_NAME = re.compile(r"(?:^ *(?:- )?|[{,] *)([a-z_]+):", re.MULTILINE)
# The name of a field with its parts below it, and another sign than a colon.
_NAME_ALONE = re.compile(r"([a-z_]+)\s?[;.,=：﹕]?")
WIDE_COLONS = ("：", "﹕")
# What word processors write before items, and the space after it.
_BULLETS = "•·‣◦▪●■○–—*+_ \t\u00a0"
ITEM = "begin each item of a list with two spaces, a hyphen and a space."


def without_colon(fault: Fault, line: str) -> tuple[str, str, str]:
    """The message, label and hint for a line without a colon."""
    if comment := _COMMENT.fullmatch(fault.detail):
        return (
            "A comment begins with #.",
            f"write # {comment[1].strip()}",
            "readers see no comments.",
        )
    place = fault.location
    above, below = place.source.line(place.line - 1), place.source.line(place.line + 1)
    detail = fault.detail.removeprefix("- ")
    match = NEARLY_A_FIELD.fullmatch(detail)
    first = name_in_items(place)
    signs = (*WIDE_COLONS, "=", ":")
    if match and (
        match["sign"] in signs or match["name"] in {*_names(place, match["sign"]), first}
    ):
        hyphen = fault.detail.removesuffix(detail)
        label = f"write {hyphen}{match['name']}: {match['value']}"
    elif fault.detail.startswith("- ") and (part := first_part(place, fault.detail)):
        label = f"write - {part}: {detail}"
    elif first and detail != fault.detail:
        label = f"write - {first}: {detail}"
    elif begun := _begun_above(above, detail):
        label = f"write it on the line above: {begun}: {detail}"
    elif (name := _NAME_ALONE.fullmatch(detail)) and indent_of(line) < indent_of(below):
        label = f"write {name[1]}:"
    elif above.startswith(f"{indent_of(line)}- ") and line[0].isspace():
        label = f"write - {detail.lstrip(f'-{_BULLETS}')}"
    elif below.lstrip().startswith("- "):
        label = f"write {detail}:"
    elif head := HEAD.fullmatch(above.rstrip()):
        is_list = not head["sign"] and head["name"] in LISTS
        item = detail.lstrip(_BULLETS)
        label = f'write "  - {item}"' if is_list else "write two spaces before this line"
    else:
        label = "write name: value, or indent the line if it continues the one above"
    return (
        f"{quote(fault.detail)} is not a field: it has no colon.",
        label,
        ITEM if "- " in label else "indent each line of a long text with two spaces.",
    )


def _begun_above(above: str, detail: str) -> str:
    """The name on the line above whose only value a line is; empty if it is none."""
    head = HEAD.fullmatch(above.strip().removeprefix("- "))
    if head is None or head["sign"] or detail[0] in _BULLETS:
        return ""
    is_list = head["name"] in LISTS and not detail.startswith("[")
    return "" if is_list or FORMS.get(head["name"]) is Form.GROUP else head["name"]


def _names(place: Location, sign: str | None) -> Iterable[str]:
    """The names that a line without a colon can begin with.

    Without another sign in its place, those of fields that an entry already has are ordinary words.
    """
    lines = place.source.lines
    if not place.source.path.endswith(".md"):
        return _NAME.findall("\n".join(lines))
    begun = {line.partition(":")[0] for line in lines} if place.column == 1 and not sign else set()
    return NAMES - begun
