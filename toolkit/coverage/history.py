"""Keeps a day's totals, to show later what has changed."""

from collections import Counter
from collections.abc import Mapping

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.coverage import Totals
from toolkit.content.registers import Register
from toolkit.content.schema import Kind
from toolkit.coverage.tables import Table

HEAD = """\
# The totals of coverage at each release, kept by `toolkit coverage --record`: entries of each kind,
# without withdrawn ones, and how many cells of all tables had an entry.
"""


def totals_of(catalogue: Catalogue, tables: Mapping[str, Table]) -> Totals:
    """The totals as of the catalogue's day; withdrawn entries count here no more than in tables."""
    kinds = Counter(entry.kind for entry in catalogue.entries if not entry.withdrawn)
    return Totals(
        catalogue.as_of.isoformat(),
        kinds[Kind.PRACTICE],
        kinds[Kind.RESOURCE],
        sum(len(table.cells) for table in tables.values()),
        sum(len(table.rows) * len(table.columns) for table in tables.values()),
    )


def with_totals(
    history: Register[Totals], catalogue: Catalogue, tables: Mapping[str, Table]
) -> str:
    """The register's text with the totals of the catalogue's day, replacing any for that day."""
    now = totals_of(catalogue, tables)
    return HEAD + "".join(
        f"{one.day}:\n  practices: {one.practices}\n  resources: {one.resources}\n"
        f"  filled: {one.filled}\n  cells: {one.cells}\n"
        for _, one in sorted({**history.items, now.day: now}.items())
    )
