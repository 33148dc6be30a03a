"""Keeps a day's totals, to show later what has changed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import astuple, fields

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.coverage import Totals
from toolkit.content.schema import Kind
from toolkit.content.values import Mapping as Registered
from toolkit.content.values import Scalar, in_place_of_scalar, scalars_of
from toolkit.content.yaml_text import DATA_FILE, read_yaml
from toolkit.coverage.tables import Table
from toolkit.problems import Fix
from toolkit.source import SourceFile

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
    history: SourceFile, catalogue: Catalogue, tables: Mapping[str, Table]
) -> Iterator[Fix]:
    """The changes that put the totals of the catalogue's day into the register, replacing any for
    that day. The others stay as they are, with all remarks.
    """
    day, *totals = map(str, astuple(totals_of(catalogue, tables)))
    figures = dict(zip((one.name for one in fields(Totals)[1:]), totals, strict=True))
    kept, _ = read_yaml(history, history.text, DATA_FILE)
    days = kept.pairs if isinstance(kept, Registered) else ()
    if kept is not None and not days:  # {}
        yield Fix(kept.location, "")
    below = days[0][0].line if days else len(history.lines) + 1
    for name, value in days:
        if name.text == day and isinstance(value, Registered):
            for part, old in value.pairs:
                if isinstance(old, Scalar) and part.text in figures:
                    yield in_place_of_scalar(old, figures[part.text])
            return
        if name.text < day:
            last = [*scalars_of(value)][-1]
            below = last.end_line + (last.end_column > 1)
    lines = [f"{day}:\n", *(f"  {part}: {figure}\n" for part, figure in figures.items())]
    is_open = below > len(history.lines) and history.text[-1:] not in ("", "\n")
    yield Fix(history.at(below), "\n" * is_open + "".join(lines))
