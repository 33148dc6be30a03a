"""Coverage for programs: the cells that are not empty, as JSON and as CSV."""

import json
from collections.abc import Iterable

from toolkit.coverage.tables import Table
from toolkit.csv_text import csv_text


def cells_json(tables: Iterable[Table]) -> str:
    """All cells that are not empty, one per line: `[{"table", "row", "column", "practices",
    "resources"}]`.
    """
    cells = (
        {
            "table": table.name,
            "row": row,
            "column": column,
            "practices": list(cell.practices),
            "resources": list(cell.resources),
        }
        for table in tables
        for row, column, cell in table.walk()
        if not cell.is_empty
    )
    return "[\n" + ",\n".join(map(json.dumps, cells)) + "\n]\n"


def cells_csv(tables: Iterable[Table]) -> str:
    """All cells, including empty ones with zeros, as CSV with the number of each kind."""
    head = ("table", "row", "column", "practices", "resources")
    rows = (
        (table.name, row, column, *cell.counts)
        for table in tables
        for row, column, cell in table.walk()
    )
    return csv_text((head, *rows))
