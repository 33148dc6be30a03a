"""Entries as rows of a table, and their digests."""

import hashlib
from collections.abc import Iterable, Mapping

from toolkit.authoring.editing import sections_of
from toolkit.content.document import Document
from toolkit.content.values import Mapping as MappingValue
from toolkit.content.values import Value
from toolkit.grouping import grouped
from toolkit.sheets.book import Table
from toolkit.sheets.cells import Cells, tidy
from toolkit.sheets.columns import ID, Column


def row_of(entry: Document, columns: tuple[Column, ...], cells: Cells) -> dict[str, str]:
    """The texts of an entry by column name; empty ones are left out."""
    sections = sections_of(entry)
    texts = {ID: entry.id}
    for column in columns:
        if column.section is not None:
            texts[column.name] = sections.get(column.section, "")
        elif column.field is not None:
            texts[column.name] = cells.write(column.field, _value(entry, column))
    tidied = {name: tidy(text) for name, text in texts.items()}
    return {name: text for name, text in tidied.items() if text}


def with_lines_of(entry: Document, section: str, text: str) -> str:
    """A new text of a section, in which each line that it had so far has its spaces again."""
    head, *others = sections_of(entry).get(section, "").split("\n")
    # A sign before it keeps the indentation of a line, which only the first of a cell loses.
    found = grouped((tidy(f".{line}")[1:], line) for line in others)
    left = {line: iter(lines) for line, lines in found.items()}
    first, *rest = text.split("\n")
    first = head if first == tidy(head) else first
    return "\n".join([first, *(next(left.get(line, iter(())), line) for line in rest)])


def _value(entry: Document, column: Column) -> Value | None:
    value = entry.front.get(column.top) if entry.front is not None else None
    if column.name == column.top:
        return value
    part = column.field.name if column.field is not None else ""
    return value.get(part) if isinstance(value, MappingValue) else None


def digest_of_row(cells: Mapping[str, str]) -> str:
    """A digest that shows whether a row was changed; empty cells don't count."""
    return _digest("\x1e".join(f"{name}\x1f{cells[name]}" for name in sorted(cells)).encode())


def digest_of_rows(tables: Iterable[Table]) -> str:
    """The same for all rows of a spreadsheet."""
    return _digest(" ".join(digest_of_row(one.cells) for t in tables for one in t.rows).encode())


def digest_of_comments(texts: Iterable[str]) -> str:
    """The same for comments on cells; programs change their order, and the spaces in them."""
    return _digest("".join(sorted("".join("".join(texts).split()))).encode("utf-8", "replace"))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
