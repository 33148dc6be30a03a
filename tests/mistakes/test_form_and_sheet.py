"""The typical mistakes get the same advice in the form and in a spreadsheet as in a file."""

from pathlib import Path
from typing import Any

import pytest

from tests.content_case import DAY
from tests.forms.engine import Form, written
from tests.mistakes.typical import PATHS, Mistake, lay_content, read_mistakes
from toolkit.content.document import Document
from toolkit.content.reader import Content, read_content
from toolkit.languages import LANGUAGES
from toolkit.sheets.book import Book, Row, Table
from toolkit.sheets.cells import Cells
from toolkit.sheets.checking import notes_of
from toolkit.sheets.columns import columns_of
from toolkit.sheets.planning import plan
from toolkit.sheets.rows import row_of
from toolkit.source import revision_of

ENGLISH = LANGUAGES["en"]
MISTAKES = read_mistakes()


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_content(tmp_path_factory.mktemp("typical"))


@pytest.fixture(scope="module")
def content(docs: Path) -> Content:
    return read_content(docs)


@pytest.fixture(scope="module")
def form(content: Content) -> Form:
    return Form(content, DAY.isoformat())


def entry_of(content: Content, mistake: Mistake) -> Document:
    path = f"docs/{PATHS[mistake.kind]}"
    return next(entry for entry in content.entries if entry.source.path == path)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_in_a_spreadsheet(docs: Path, content: Content, mistake: Mistake) -> None:
    entry = entry_of(content, mistake)
    columns = columns_of(entry.kind)
    cells = row_of(entry, columns, Cells(entry.kind, content))
    name = "text" if mistake.field == "body" else mistake.field
    typed = mistake.typed
    cells[name] = typed if isinstance(typed, str) else "; ".join(typed)
    table = Table(entry.kind, "Sheet", dict(enumerate(columns, 1)), [Row(3, cells)])
    file = revision_of((docs / PATHS[mistake.kind]).read_bytes())
    book = Book([table], {entry.id: (file, "")})
    notes = notes_of(plan(book, docs, content, DAY), content, DAY)
    if mistake.taken:
        assert notes == []
        return
    assert [note.id for note in notes] == [mistake.check]
    assert (mistake.sheet or mistake.says) in f"{notes[0].message} {notes[0].advice}" or (
        # There the other's name is in the message.
        mistake.check == "near-duplicate" and "remove the row if it is the same" in notes[0].advice
    )
    assert notes[0].place == table.place(3, "text" if name == "body" else mistake.at or name)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_in_the_form(content: Content, form: Form, mistake: Mistake) -> None:
    entry = written(entry_of(content, mistake))
    section = "" if mistake.field == "body" else mistake.field
    if mistake.is_text:
        entry["sections"][section] = mistake.typed
    else:
        entry["values"][mistake.field] = mistake.typed
    if mistake.check == "near-duplicate":
        assert form.ask("likes", [entry["values"], entry["id"]]) == ["manual"]
        assert mistake.says in str(ENGLISH.strings["write.likes-help"])
        return
    found: list[dict[str, Any]] = form.ask("check", entry)
    assert [one["id"] for one in found] == [mistake.check]
    assert (mistake.form or mistake.says) in found[0]["text"]
    field = f"section:{section}" if mistake.is_text else mistake.at or mistake.field
    assert found[0]["field"].partition("[")[0] == field
