"""Positioned values: the content of a YAML file, each key and value with its location."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from toolkit.problems import Fix, in_place_of
from toolkit.source import Location, SourceFile

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# What people write when they have nothing to say.
PLACEHOLDER = re.compile(
    r"n/a|n\.a\.|not applicable|none|unknown|todo|tb[acd]|to be (?:written|determined|confirmed)"
    r"|etc\.?|xxx+|\?+|\.{2,}|…|[-–—]+"
    # And what Excel shows where it can't work out a cell, in English, French, Spanish and Russian.
    r"|#(?:n/[ad]|nv|н/д|¡?(?:null|nul|div/0|value|valeur|valor|ref|num|nombre|spill|calc)!"
    r"|¿?(?:name|nom|nombre)\?|(?:пусто|дел/0|знач|ссылка|число)!|имя\?)",
    re.IGNORECASE,
)


class Scalar(NamedTuple):
    """One text, exactly as written; `plain` means without quotes and not a block.

    Its location is inlined: there are so many that one more tuple for each would take a tenth of a
    build's memory.
    """

    text: str
    plain: bool
    source: SourceFile
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def location(self) -> Location:
        """The location of the text."""
        return Location(*self[2:])

    @property
    def is_empty(self) -> bool:
        """Whether there is no value: white space, or one of YAML's words for null."""
        return not self.text.strip() or (self.plain and self.text in _NULLS)

    @property
    def is_placeholder(self) -> bool:
        """Whether the text is only what people write in place of a value: `n/a`, `TODO`, `-`."""
        return PLACEHOLDER.fullmatch(self.text.strip()) is not None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Value, ...]
    location: Location

    @property
    def is_empty(self) -> bool:
        """Whether the list is empty."""
        return not self.items


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in file order; of a repeated key, only the first is kept."""

    pairs: tuple[tuple[Scalar, Value], ...]
    location: Location

    @property
    def is_empty(self) -> bool:
        """Whether there are no keys."""
        return not self.pairs

    def get(self, key: str) -> Value | None:
        """The value of `key`, or None if the key is missing."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def text(self, key: str) -> str:
        """The text of `key`; empty if it is missing or its value isn't a text."""
        return text_of(self.get(key))


Value = Scalar | Sequence | Mapping


def in_place_of_scalar(value: Scalar, text: str) -> Fix:
    """What puts a text in the place of a value, also of one left out after its colon."""
    return in_place_of(value.location, f" {text}" if value.plain and not value.text else text)


def text_of(value: Value | None) -> str:
    """The text of a scalar; empty if there is no value or it isn't a scalar."""
    return value.text if isinstance(value, Scalar) else ""


def scalars_of(value: Value | None) -> Iterator[Scalar]:
    """All names and values in a value, in file order."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Sequence):
        yield from chain.from_iterable(map(scalars_of, value.items))
    elif value is not None:
        yield from chain.from_iterable(map(scalars_of, chain.from_iterable(value.pairs)))
