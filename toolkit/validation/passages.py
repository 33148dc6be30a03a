"""Passages of text in a file, as written, and the places of what is found in them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from toolkit.content.document import Document
from toolkit.content.matching import Leaf, top_of
from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.content.values import Mapping
from toolkit.problems import Finding
from toolkit.source import Location, SourceFile

_DIGITS = re.compile(r"\d(?:[ ./()-]{0,2}\d){2,}")
_YEARS = re.compile(r"(?:19|20)\d\d(?: ?[-/] ?(?:(?:19|20)\d\d|\d\d))?")
_NEAR = 90
# The degree sign, and the filler in the machine-readable lines of a passport.
_CHARACTERS = ("°", "<<")
# In a pattern: a space between two words, where a line may also end and the next be indented.
SPACE = r"(?:\s[ \t]{0,3})"


@dataclass(frozen=True)
class Passage:
    """`text` begins at `line` and `column` of `source`, with the file's line breaks.

    `name` is the field it is in, empty for the body. `document` is None in a list or table. If
    `text` is shorter than what is written, `lost` has the indexes in `text` after which that is so,
    in order, each with the number of characters lost up to there.
    """

    source: SourceFile
    text: str
    line: int
    column: int = 1
    name: str = ""
    document: Document | None = None
    lost: tuple[tuple[int, int], ...] = ()

    @property
    def is_table(self) -> bool:
        """Whether it is a whole CSV file."""
        return self.source.path.lower().endswith(".csv")

    @property
    def top(self) -> str:
        """The file's field that contains the text: `sources`."""
        return top_of(self.name)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        while (end := self.text.find("\n", starts[-1])) >= 0:
            starts.append(end + 1)
        return starts

    def at(self, start: int, length: int) -> Location:
        """The place of `length` characters from `start`, cut at the end of their line."""
        row = bisect_right(self._starts, start) - 1
        end = self.text.find("\n", start, start + length)
        first, last = self._written(start), self._written(start + length if end < 0 else end)
        column = first - self._written(self._starts[row]) + (1 if row else self.column)
        return self.source.at(self.line + row, column, last - first)

    def of(self, match: re.Match[str], group: str | int = 0) -> Location:
        """The place of what matched in `text`, or of a group of it."""
        return self.at(match.start(group), len(match[group]))

    def finding(
        self, found: re.Match[str] | Location, message: str, label: str, hint: str
    ) -> Finding:
        """A finding about what matched in `text`, or about a place in it."""
        place = found if isinstance(found, Location) else self.of(found)
        return Finding(message, place, label, hint, self.name)

    def _written(self, start: int) -> int:
        number = bisect_right(self.lost, start, key=itemgetter(0))
        return start + (self.lost[number - 1][1] if number else 0)


def around_digits(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text around numbers of three or more digits; years don't count.

    Looking only there is what makes the checks of numbers cheap.
    """
    start = end = -1
    for match in _DIGITS.finditer(text):
        if _YEARS.fullmatch(match[0]):
            continue
        if start >= 0 and match.start() - _NEAR > end:
            yield start, end
            start = -1
        start = max(0, match.start() - _NEAR) if start < 0 else start
        end = match.end() + _NEAR
    if start >= 0:
        yield start, end


def written(place: Location) -> str:
    """What is written at a place, including YAML syntax and line breaks."""
    lines = place.source.lines[place.line - 1 : place.end_line]
    if place.line == place.end_line:
        return lines[0][place.column - 1 : place.end_column - 1]
    ends = (lines[0][place.column - 1 :], *lines[1:-1], lines[-1][: place.end_column - 1])
    return "\n".join(ends)


def of_leaf(leaf: Leaf, document: Document | None = None) -> Passage:
    """The text of a leaf as written in the file."""
    place = leaf.location
    return Passage(place.source, written(place), place.line, place.column, leaf.name, document)


def of_body(document: Document, *, code: bool = False) -> Passage:
    """The body, with or without its code."""
    text = document.body if code else document.outline.text
    return Passage(document.source, text, document.body_line, document=document)


def texts(document: Document) -> Iterator[Passage]:
    """All free texts of the front matter."""
    for leaf in document.of_form(Form.TEXT):
        yield of_leaf(leaf, document)


def bodies(content: Content) -> Iterator[Passage]:
    """The bodies of all documents that were read, without their code."""
    for document in content.texts:
        if document.front is not None and document.body:
            yield of_body(document)


def front_matter(document: Document) -> Passage:
    """The lines between the two `---`, whether or not they can be parsed."""
    lines = document.source.lines
    end = max(document.body_line - 2, 1) if document.body_line > 1 else 1
    return Passage(document.source, "\n".join(lines[1:end]), 2, document=document)


def end_of(document: Document) -> Location:
    """The last line with something on it."""
    lines = document.source.lines
    last = next((n for n in range(len(lines), 1, -1) if lines[n - 1].strip()), 1)
    return document.source.at_line(last)


def all_texts(
    content: Content, fields: Callable[[Document], Iterable[Passage]]
) -> Iterator[Passage]:
    """Everything that readers get to read: free texts, tables, and bodies with the code of entries.

    On other pages, code shows how things are written, with invented addresses and numbers. From
    registers, only texts that may name a person or place are included: those with a number, or an
    at sign in any form. `fields` are the free texts of the front matter.
    """
    yield from map(of_leaf, content.suspicious_leaves(Form.TEXT))
    for document in content.texts:
        yield from fields(document)
        if document.front is not None and document.body:
            yield of_body(document, code=document.is_entry)
    for table in content.tables:
        yield Passage(table, table.text, 1)


def other_fields(content: Content) -> Iterator[Passage]:
    """What else pages show: addresses, and how entries differ from others that look alike."""
    for document in content.texts:
        for leaf in document.of_form(Form.ADDRESS):
            yield of_leaf(leaf, document)
        reasons = document.get("distinct_from") if document.is_entry else None
        for key, reason in reasons.pairs if isinstance(reasons, Mapping) else ():
            place, name = reason.location, f"distinct_from.{key.text}"
            yield Passage(place.source, written(place), place.line, place.column, name, document)
    # An address used as an id comes from an entry.
    addresses = content.suspicious_leaves(Form.ADDRESS)
    yield from (of_leaf(leaf) for leaf in addresses if leaf.name != "id")


Numbered = tuple[tuple[Passage, tuple[tuple[int, int], ...]], ...]


def with_numbers(passages: Iterable[Passage]) -> Numbered:
    """The texts with numbers of three or more digits, each with the stretches around them.

    Texts with one of `_CHARACTERS`, next to which shorter numbers count, are always included.
    """
    found = ((passage, tuple(around_digits(passage.text))) for passage in passages)
    return tuple(
        (passage, near)
        for passage, near in found
        if near or any(sign in passage.text for sign in _CHARACTERS)
    )
