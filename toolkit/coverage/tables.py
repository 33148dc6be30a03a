"""The tables of coverage: the entries for each pair of terms."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.coverage_axes import axis_ids
from toolkit.content.coverage_tables import TABLES
from toolkit.content.entry import Entry
from toolkit.content.schema import Kind
from toolkit.grouping import grouped


@dataclass(frozen=True, slots=True)
class Cell:
    """The ids of the entries in one cell, in the order of the catalogue."""

    practices: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the cell has no entries."""
        return not self.practices and not self.resources

    @property
    def counts(self) -> tuple[int, int]:
        """The number of entries of each kind."""
        return len(self.practices), len(self.resources)

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of both kinds."""
        return (*self.practices, *self.resources)


EMPTY = Cell()


@dataclass(frozen=True)
class Table:
    """One table: `rows` and `columns` are ids in the order of their lists.

    Rows of articles are keys of the register (`tip-protocol:9`). `cells` holds only those that are
    not empty; `row_totals`, `column_totals` and `total` count each entry once.
    """

    name: str
    row_axis: str
    column_axis: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    row_totals: Mapping[str, Cell]
    column_totals: Mapping[str, Cell]
    total: Cell

    def cell(self, row: str, column: str) -> Cell:
        """The cell of a row and a column."""
        return self.cells.get((row, column), EMPTY)

    def walk(self) -> Iterator[tuple[str, str, Cell]]:
        """All cells, each with its row and its column, row by row."""
        for row, column in product(self.rows, self.columns):
            yield row, column, self.cell(row, column)


def make_tables(catalogue: Catalogue) -> dict[str, Table]:
    """All tables by name. Withdrawn entries cover nothing."""
    entries = [entry for entry in catalogue.entries if not entry.withdrawn]
    names = dict.fromkeys(axis for axes in TABLES.values() for axis in axes)
    axes = {name: axis_ids(catalogue.content, name) for name in names}
    places = {name: _places(catalogue, name, entries, frozenset(ids)) for name, ids in axes.items()}
    return {
        name: _table(name, entries, axes, places, rows, columns)
        for name, (rows, columns) in TABLES.items()
    }


def _table(
    name: str,
    entries: list[Entry],
    axes: Mapping[str, tuple[str, ...]],
    places: Mapping[str, list[tuple[str, ...]]],
    row_axis: str,
    column_axis: str,
) -> Table:
    every = zip(entries, places[row_axis], places[column_axis], strict=True)
    placed = [(entry, left, top) for entry, left, top in every if left and top]
    cells = grouped((place, entry) for entry, left, top in placed for place in product(left, top))
    rows = grouped((row, entry) for entry, left, _ in placed for row in left)
    columns = grouped((column, entry) for entry, _, top in placed for column in top)
    return Table(
        name,
        row_axis,
        column_axis,
        axes[row_axis],
        axes[column_axis],
        {place: _cell(its) for place, its in cells.items()},
        {row: _cell(rows.get(row, ())) for row in axes[row_axis]},
        {column: _cell(columns.get(column, ())) for column in axes[column_axis]},
        _cell([entry for entry, *_ in placed]),
    )


def _cell(entries: Iterable[Entry]) -> Cell:
    practices: list[str] = []
    resources: list[str] = []
    for entry in entries:
        (practices if entry.kind is Kind.PRACTICE else resources).append(entry.id)
    return Cell(tuple(practices), tuple(resources))


def _places(
    catalogue: Catalogue, name: str, entries: Iterable[Entry], known: frozenset[str]
) -> list[tuple[str, ...]]:
    """The ids on an axis where each entry belongs, each once, in the order of the entry."""
    if name == "articles":
        ids = ((f"{one.instrument}:{one.article}" for one in its.provisions) for its in entries)
        return [tuple(id_ for id_ in dict.fromkeys(some) if id_ in known) for some in ids]
    vocabulary = catalogue.vocabularies[name]

    @cache  # thousands of entries name the same few terms
    def places(terms: tuple[str, ...], countries: tuple[str, ...] = ()) -> tuple[str, ...]:
        found = [leaf for term in terms for leaf in vocabulary.leaves_below.get(term, ())]
        found += [vocabulary.of_country.get(code, "") for code in countries]
        return tuple(id_ for id_ in dict.fromkeys(found) if id_ in known)

    if name == "regions":
        return [places(entry.regions, entry.countries) for entry in entries]
    return [places(getattr(entry, name)) for entry in entries]
