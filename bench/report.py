"""What a measurement found: tables, verdicts, and data for machines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

Row = Sequence[str]
Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


@dataclass(frozen=True)
class Table:
    """Rows of text below their headings; all columns except the first are right-aligned."""

    headings: Row
    rows: Sequence[Row]

    def lines(self) -> Iterator[str]:
        """The table in plain text."""
        columns = list(zip(self.headings, *self.rows, strict=True))
        widths = [max(map(len, column)) for column in columns]
        for row in (self.headings, ["-" * width for width in widths], *self.rows):
            first, *rest = zip(row, widths, strict=True)
            cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]
            yield "  ".join(cells).rstrip()


@dataclass(frozen=True)
class Verdict:
    """One figure that matters; if it has a `limit`, it must not exceed that."""

    name: str
    value: float
    unit: str = ""
    limit: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the figure is within its limit; None without one."""
        return None if self.limit is None else self.value <= self.limit

    def line(self) -> str:
        """`cold ratio at 1,000: 0.83 (limit 1.0: met)`."""
        text = f"{self.name}: {self.value:,.2f}{self.unit}"
        if self.limit is None:
            return text
        return f"{text} (limit {self.limit:,}{self.unit}: {'met' if self.met else 'NOT MET'})"

    def data(self) -> Json:
        """The same for machines."""
        return {**asdict(self), "unit": self.unit.strip(), "met": self.met}


@dataclass(frozen=True)
class Result:
    """The full result of one measurement."""

    tables: Sequence[Table] = ()
    verdicts: Sequence[Verdict] = ()
    notes: Sequence[str] = ()
    data: Mapping[str, Json] = field(default_factory=dict)

    def text(self) -> str:
        """Tables, verdicts and notes in plain text."""
        blocks = [list(table.lines()) for table in self.tables]
        blocks.append([verdict.line() for verdict in self.verdicts])
        blocks.append(list(self.notes))
        return "\n\n".join("\n".join(block) for block in blocks if block)


def seconds(value: float) -> str:
    """Seconds for a table."""
    return f"{value:,.2f} s"


def megabytes(count: float | None) -> str:
    """A number of bytes for a table."""
    return "–" if count is None else f"{count / 1_000_000:,.1f} MB"
