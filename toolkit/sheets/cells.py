"""Values of fields as the texts of cells, and back."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from toolkit.authoring.draft import ADDRESS
from toolkit.authoring.options import Names, Option, options_of
from toolkit.authoring.yaml_lines import Given, Group
from toolkit.content.provisions import parse_provision
from toolkit.content.reader import Content
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.content.values import Mapping as MappingValue
from toolkit.content.values import Scalar, Sequence, Value
from toolkit.languages import LANGUAGES
from toolkit.source import is_text
from toolkit.validation.provision_names import ProvisionNames
from toolkit.validation.several import parts
from toolkit.validation.words import quote

# Excel's limit for a cell, and what an export writes instead of a longer text.
_LONGEST = 32_767
TOO_LONG = "(too long for a cell: edit the file)"
# How many the title of an entry may contain.
_MOST_COLONS = 20

SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_ITEMS = re.compile(r"(?<!\\)[;\n]")
# A DOI may contain a semicolon.
_DOIS = re.compile(r"(?<!\\);(?=$|\s|10\.|doi|https?:|(?:dx|www)\.)|\n", re.IGNORECASE)
_PIECES = re.compile(r"(?<!\\)\|")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORDS_AND_ADDRESS = re.compile(r"(.*[^\s:,(–—-])[\s:,(–—-]*[\s:,(](https?://[^\s()]+)\)?")
_ADDRESS_AND_WORDS = re.compile(
    r"(https?://[^\s();]+?)(?:[,;] | [–—-] | (?=\()| (?=\w+: ))\(?((?!.*://)[^()]+)\)?"
)
# Addresses in one line, with no more than their separators between them.
_ADDRESSES = re.compile(r"(?:(?:^|[;,\s]+)(?:url:\s*)?https?://[^\s;,]+){2,};?")
_ONE_OF_THEM = re.compile(r"(?:url:\s*)?https?://[^\s;,]+")
# A list as files have it, which advice may show.
_BRACKETED = re.compile(r"(?:\w+:\s*)?\[([^][]*)\]")


class UnclearError(Exception):
    """The parts of a cell are ambiguous; the message says what to write."""


def tidy(text: str) -> str:
    """A cell's text without what programs add: special spaces, line ends, decomposed accents."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _INVISIBLE.sub("", SPACES.sub(" ", text))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def fitting(cells: Mapping[str, str]) -> dict[str, str]:
    """The cells, with TOO_LONG for a text that a spreadsheet would silently cut off."""
    return {name: text if len(text) <= _LONGEST else TOO_LONG for name, text in cells.items()}


class Cells:
    """Reads and writes cells for one content, using the names in its lists and registers."""

    def __init__(self, kind: Kind, content: Content) -> None:
        self._kind = kind
        self._content = content
        self._names: dict[Field | Form, Names] = {}

    def names(self, field: Field) -> Names:
        """What can be chosen for a field."""
        # Fields that name entries can name any of them, so they share one list.
        key = field.form if field.form in (Form.ENTRY, Form.TASK) else field
        if key not in self._names:
            self._names[key] = Names(self._options(field))
        return self._names[key]

    def _options(self, field: Field) -> Iterable[Option]:
        """Unlike other lists of options, these show entries and tasks by title."""
        titled = {Form.ENTRY: self._content.entries, Form.TASK: self._content.tasks}
        if field.form in titled:
            named = (one for one in titled[field.form] if is_text(one.id))
            return [Option(one.id, one.text("title") or one.id) for one in named]
        if field.form is Form.PROVISION:
            return ()
        return options_of(field, self._kind, self._content, LANGUAGES["en"])

    def write(self, field: Field, value: Value | None) -> str:
        """The cell that shows a value of a file."""
        if value is None or value.is_empty:
            return ""
        return "\n".join(self._lines(field, value))

    def _lines(self, field: Field, value: Value) -> Iterator[str]:
        if isinstance(value, Scalar):
            yield self._item(field, value)
        elif isinstance(value, Sequence):
            if field.form is Form.GROUP:
                yield from (self._group(field, item) for item in value.items)
            else:
                yield "; ".join(self._item(field, item).replace(";", "\\;") for item in value.items)
        elif field.number is Number.KEYED:
            yield from (f"{key.text}: {_text(reason)}" for key, reason in value.pairs)
        else:
            yield self._group(field, value)

    def _item(self, field: Field, value: Value) -> str:
        text = _text(value)
        return self.names(field).label(text) if self.names(field) else text

    def _group(self, field: Field, value: Value) -> str:
        if not isinstance(value, MappingValue):
            return _text(value)
        pieces = []
        for key, item in value.pairs:
            part = field.part(key.text)
            text = self._item(part, item) if part is not None else _text(item)
            pieces.append(f"{key.text}: {text}".replace("|", "\\|"))
        return " | ".join(pieces)

    def read(self, field: Field, text: str) -> Given | None:
        """What a cell says; None if it is empty.

        Raises UnclearError if it isn't clear which part of a group a text is.
        """
        if not text:
            return None
        if field.number is Number.KEYED:
            return dict(self._reason(field, line) for line in text.split("\n") if line.strip())
        if field.form is Form.GROUP:
            return tuple(self._read_groups(field, text))
        names = self.names(field)
        if field.number is Number.ONE:
            one = " ".join(text.split())
            return names.value(one) if names else one
        listed = _BRACKETED.fullmatch(text)
        # A name of somebody's own may be in brackets.
        if listed and (field.form is not Form.TEXT or text[0] != "[" or "," in text):
            text = ";".join(one.strip(" '\"") for one in listed[1].split(","))
        between = _DOIS if field.name == "doi" else _ITEMS
        pieces = [text] if names.value(text) != text else between.split(text)
        items = (" ".join(item.replace("\\;", ";").split()) for item in pieces)
        values = (self._values(field, item) or [item] for item in items if item)
        read = tuple(dict.fromkeys(chain.from_iterable(values)))
        if field.number is Number.ONE_OR_LIST and len(read) == 1:
            return read[0]
        return read or None

    def _values(self, field: Field, item: str) -> list[str]:
        """The values that one item means: several where commas or "and" stand between known ones,
        none where it is no value. People call provisions by the titles of instruments.
        """
        names = self.names(field)
        if field.form is Form.PROVISION:
            found = [part.strip() for part in item.split(",")]
            return found if all(map(parse_provision, found)) else self._provisions.meant(item)
        found = [item] if not names or names.has(item) else parts(item)
        if not all(map(names.has, found)):
            found = names.split(item)
        return [names.value(one) for one in found] if all(map(names.has, found)) else []

    @cached_property
    def _provisions(self) -> ProvisionNames:
        register = self._content.instruments
        return ProvisionNames(register.items if register.sound else {})

    def _reason(self, field: Field, line: str) -> tuple[str, str]:
        """What a line is about, and the reason; titles may contain colons, too."""
        names = self.names(field)
        pieces = line.split(":", _MOST_COLONS)
        for count in range(len(pieces) - 1, 0, -1):
            name = ": ".join(piece.strip() for piece in pieces[:count])
            if names.value(name) != name:
                return names.value(name), " ".join(":".join(pieces[count:]).split())
        if len(pieces) == 1 and not names.has(line.strip()):
            raise UnclearError(
                f"It is not clear which entry {quote(line)} is about. Write the id of that entry, "
                "a colon, and the reason."
            )
        return pieces[0].strip(), " ".join(":".join(pieces[1:]).split())

    def _read_groups(self, field: Field, text: str) -> list[Group]:
        """The groups of a cell: one per line, or per two lines that lack what the other has."""
        needed = {part.name for part in field.parts if part.required}
        found: list[Group] = []
        for line in text.split("\n"):
            several = [line.strip()]
            if _ADDRESSES.fullmatch(several[0]):
                several = _ONE_OF_THEM.findall(line)
            for group in (self._read_group(field, one) for one in several if one.strip()):
                last = found[-1].keys() if found else needed
                if last & group.keys() or not (needed - last and needed - group.keys()):
                    found.append(group)
                else:
                    found[-1] = self._in_order(field, {**found[-1], **group})
        return found

    def _read_group(self, field: Field, line: str) -> Group:
        found: dict[str, str] = {}
        for piece in self._pieces(field, line):
            name, colon, rest = piece.partition(":")
            part = field.part(name.strip().lower()) if colon else None
            if part is None:
                part, rest = self._part_of(field, piece, found), piece
            names = self.names(part)
            found[part.name] = names.value(rest.strip()) if names else rest.strip()
        return self._in_order(field, found)

    @staticmethod
    def _in_order(field: Field, found: Group) -> Group:
        return {part.name: found[part.name] for part in field.parts if part.name in found}

    def _pieces(self, field: Field, line: str) -> Iterator[str]:
        """What stands between the bars; words and the address after them are two pieces."""
        for raw in _PIECES.split(line):
            piece = " ".join(raw.replace("\\|", "|").split())
            both = _WORDS_AND_ADDRESS.fullmatch(piece) or _ADDRESS_AND_WORDS.fullmatch(piece)
            is_named = field.part(piece.partition(":")[0].strip().lower()) is not None
            yield from filter(None, both.groups() if both and not is_named else [piece])

    def _part_of(self, field: Field, piece: str, found: Mapping[str, str]) -> Field:
        """The part that an unnamed piece must be: by its form, or else the first text."""
        free = [part for part in field.parts if part.name not in found]
        form = Form.TEXT
        if ADDRESS.match(piece):
            form = Form.ADDRESS
        elif _DATE.fullmatch(piece):
            form = Form.DATE
        fitting = [part for part in free if self.names(part).has(piece)]
        fitting += [part for part in free if part.form is form]
        if fitting:
            return fitting[0]
        first = field.parts[0].name
        raise UnclearError(
            f"It is not clear which part of {field.name} {quote(piece)} is. Write the name of the "
            f"part before it, for example {quote(f'{first}: {piece}')}."
        )


def _text(value: Value) -> str:
    if isinstance(value, Scalar):
        return " ".join(value.text.split())
    if isinstance(value, Sequence):
        return "; ".join(_text(item) for item in value.items)
    return "; ".join(f"{key.text}: {_text(item)}" for key, item in value.pairs)
