"""Coverage for programs: the cells that are not empty, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from toolkit.coverage.tables import Table


def cells_json(tables: Iterable[Table]) -> str:
    """All cells that are not empty, one a line: `[{"table", "row", "column", "practices",
    "resources"}]`.
    """
    return "[\n" + ",\n".join(map(json.dumps, _rows(tables))) + "\n]\n"


def cells_csv(tables: Iterable[Table]) -> str:
    """All cells, the empty ones with zeros, as CSV with the number of each kind."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(("table", "row", "column", "practices", "resources"))
    for table in tables:
        for row, column, cell in table.walk():
            writer.writerow((table.name, row, column, *cell.counts))
    return text.getvalue()


def _rows(tables: Iterable[Table]) -> Iterator[dict[str, object]]:
    for table in tables:
        for row, column, cell in table.walk():
            if not cell.is_empty:
                yield {
                    "table": table.name,
                    "row": row,
                    "column": column,
                    "practices": list(cell.practices),
                    "resources": list(cell.resources),
                }
