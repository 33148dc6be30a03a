"""The problems that `toolkit check` finds, at the cells that they come from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from toolkit.authoring.editing import stretches
from toolkit.content.document import Document
from toolkit.content.matching import top_of
from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.problems import Finding, Problem, Severity
from toolkit.sheets.book import Note, Table
from toolkit.sheets.columns import ID, Column, columns_of
from toolkit.sheets.planning import Change, Plan
from toolkit.validation.checks.invalid_year import UNKNOWN_YEAR
from toolkit.validation.runner import run_checks
from toolkit.validation.words import quote

_PATH = re.compile(r"\S+\.md")
_KEY = re.compile(r"\w+(?=:)")
# How invalid-year divides a span of years in a file.
_BOTH_YEARS = re.compile(r"write since: (\d{4}), and on another line until: (\d{4}).*")
# How checks name the field of a file that a value belongs to: a cell has to be found, too.
_OTHER_FIELD = re.compile(r"(?:move it to|write) (\w+): \[[^][]*\]")


def notes_of(plan: Plan, content: Content, day: date) -> list[Note]:
    """What the checks say about the entries as they would be, and what is wrong with the rows."""
    changes = {change.document.source.path: change for change in plan.changes}
    if not changes:
        return plan.notes
    kept = [one for one in content.documents if one.source.path not in changes]
    new = [change.document for change in plan.changes]
    documents = tuple(sorted((*kept, *new), key=lambda one: one.source.path))
    found = run_checks(replace(content, documents=documents), day)
    own = (*plan.notes, *_twins(plan, content), *_moved(plan.changes))
    return [*own, *_notes(found, changes)]


def _twins(plan: Plan, content: Content) -> Iterator[Note]:
    """The new entries whose files would replace others on disks that ignore capitals."""
    there = {path.casefold(): path for path in content.paths}
    for change in plan.changes:
        path = f"{change.document.path}.md"
        other = there.get(path.casefold(), path)
        if change.before is None and other != path:
            yield Note(
                change.table.place(change.row.number, ID),
                Severity.ERROR,
                "sheet",
                f"{content.prefix}/{other} differs from the name of this one only in capitals.",
                "rename or remove that file first: some computers confuse them.",
            )


def _moved(changes: Iterable[Change]) -> Iterator[Note]:
    """The rows that took over the title or summary of another row, which no longer has it.

    This happens when a column is sorted by itself, and nothing else would show it.
    """
    found: set[str] = set()
    both = [(change, change.before) for change in changes if change.before is not None]
    for name in ("title", "summary"):
        said = [(change, old, old.text(name), change.document.text(name)) for change, old in both]
        owners = {before: old.id for _, old, before, now in said if before != now}
        for change, old, _, now in said:
            owner = owners.get(now, old.id)
            if owner == old.id or old.id in found:
                continue
            found.add(old.id)
            yield Note(
                change.table.place(change.row.number, name),
                Severity.ERROR,
                "sheet",
                f"This is the {name} of {quote(owner)}, in the row of {quote(old.id)}.",
                "sort whole rows, never a column by itself: export again, and copy your changes.",
            )


def _notes(found: list[Problem], changes: dict[str, Change]) -> Iterator[Note]:
    for problem in found:
        finding, path = problem.finding, problem.finding.location.source.path
        if problem.id == "near-duplicate":
            yield from _look_alike(problem, path, changes)
        elif path in changes:
            change = changes[path]
            table, row = change.table, change.row
            name, part = _part_of(problem, change)
            asked, is_empty = name or finding.field, not row.cells.get(name)
            yield Note(
                table.place(row.number, name, part),
                problem.severity,
                problem.id,
                finding.message,
                _advice(finding, table, table.advice(problem.id, asked, is_empty=is_empty)),
            )


def _advice(finding: Finding, table: Table, instead: str) -> str:
    """The correction and what to do, which reports on files show separately."""
    if finding.label.startswith("did you mean"):
        return finding.label
    said = instead or "; ".join(part for part in (finding.label, finding.hint) if part)
    said = _OTHER_FIELD.sub(lambda found: f"{found[0]} ({table.into(found[1])})", said)
    said = _BOTH_YEARS.sub(rf"write \1 here, and \2 {table.into('until')}.", said)
    return said.replace(UNKNOWN_YEAR, f"remove this, and {table.unknown_year}")


def _look_alike(problem: Problem, path: str, changes: dict[str, Change]) -> Iterator[Note]:
    """A note on a row that looks like another entry, whichever of them the check names first."""
    message = problem.finding.message
    named = _PATH.search(message)
    other = named[0] if named else ""
    if path not in changes:
        path, other = other, path
    change = changes.get(path)
    if change is None:
        return
    id_ = other.rpartition("/")[2].removesuffix(".md")
    twin = changes.get(other)
    if twin is not None and twin.before is None:  # its file doesn't exist yet
        other = str(twin.table.place(twin.row.number, "title"))
    table = change.table
    place = table.place(change.row.number, "title")
    remove = "do not import it" if place.in_text else "remove the row"
    yield Note(
        place,
        problem.severity if change.before is not None else Severity.ERROR,
        problem.id,
        _PATH.sub(other, message, count=1),
        f"{remove} if it is the same; if not, say {table.into('distinct_from')} how it differs: "
        f"{id_}: ...",
    )


def _part_of(problem: Problem, change: Change) -> tuple[str, int]:
    """The name of the column that a problem is about, and the number of its line or item."""
    finding, document = problem.finding, change.document
    line = finding.location.line
    name = finding.field or _field_at(document, line)
    columns = list(change.table.columns.values())
    if not name:
        return _section_at(document, line, columns_of(change.table.kind))
    whole, _, rest = name.partition("[")
    exact = next((one for one in columns if one.name == whole), None)
    found = exact or next((one for one in columns if one.top == top_of(name)), None)
    if found is None:
        return "", 0
    # A group is an item by itself; other values may share a line.
    is_group = found.field is not None and found.field.form is Form.GROUP
    number = rest.partition("]")[0]
    return found.name, int(number) if is_group and number else 0


def _field_at(document: Document, line: int) -> str:
    """The field whose value is on a line of the front matter."""
    if line >= document.body_line:
        return ""
    if not document.pairs:  # its front matter can't be read
        above = (_KEY.match(document.source.line(n)) for n in range(line, 0, -1))
        return next((key[0] for key in above if key), "")
    before = [key.text for key, _ in document.pairs if key.location.line <= line]
    return before[-1] if before else ""


def _section_at(document: Document, line: int, columns: Iterable[Column]) -> tuple[str, int]:
    names = {one.section: one.name for one in columns if one.section is not None}
    above = [
        (first, names[section])
        for section, (first, _) in stretches(document).items()
        if section in names and first - 1 <= line
    ]
    first, name = max(above, default=(line, ""))
    while first < line and not document.source.line(first).strip():
        first += 1
    return name, max(line - first, 0)
