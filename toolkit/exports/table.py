"""CSV with a column per field, safe to open in a spreadsheet."""

from toolkit.csv_text import csv_text
from toolkit.exports.cells import COLUMNS
from toolkit.exports.record import Work
from toolkit.recognition.canonical import without_empty

_OWN = ("id", "kind", "page", "identifier", "digest")
HEADINGS = (*_OWN, *(field.name for field in COLUMNS))


# A byte-order mark, by which spreadsheets recognize UTF-8.
HEAD = "\ufeff" + ",".join(HEADINGS) + "\r\n"


def one(work: Work) -> str:
    """A row, including its line end."""
    own = (work.id, str(work.entry.kind), f"{work.page}.html", work.identifier, work.digest)
    cells = dict(zip(HEADINGS, (*own, *work.cells), strict=True)) | {"title": work.title}
    return csv_text([cells.values()])


def schema() -> dict[str, object]:
    """The columns as a Frictionless Table Schema."""
    about = {field.name: field.about for field in COLUMNS}
    return {
        "fields": [
            without_empty({"name": name, "type": "string", "description": about.get(name, "")})
            for name in HEADINGS
        ],
        "primaryKey": "id",
        "missingValues": [""],
    }
