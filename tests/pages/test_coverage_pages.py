"""The coverage pages show what the tables count, and each cell links to its entries."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.checkouts import SAMPLE
from tests.coverage.recount import TABLES, recount
from tests.pages.small import (
    catalogue_of,
    pages_of,
    sample_catalogue,
    sample_pages,
    sample_site,
)
from tests.site.test_rendering import renderer, sample_html
from toolkit.pages import coverage_pages, make_pages, pagination


def test_each_cell_leads_to_a_list_of_exactly_its_entries() -> None:
    counted = recount(SAMPLE)
    seen = 0
    for table, _rows, _columns in TABLES:
        page: Any = sample_pages()[f"coverage/{table}"]
        for row in page.rows:
            listed: Any = sample_pages()[row.path]
            by_anchor = {column.anchor: column for column in listed.columns}
            for cell in row.cells:
                parts = by_anchor[cell.anchor].parts
                listing = [item.id for part in parts for g in part.groups for item in g.entries]
                ids = set(listing)
                assert len(ids) == len(listing) == by_anchor[cell.anchor].count
                key = row.path.rpartition("/")[2].replace("tip-protocol-", "tip-protocol:")
                kinds = counted.get((table, key, cell.anchor), {})
                assert ids == kinds.get("practices", set()) | kinds.get("resources", set())
                assert (cell.practices, cell.resources) == (
                    len(kinds.get("practices", ())),
                    len(kinds.get("resources", ())),
                )
                assert bool(cell.gap) == (not ids)
                assert bool(by_anchor[cell.anchor].reason) == (not ids)
                seen += bool(ids)
            filled = [column.count > 0 for column in listed.columns]
            assert filled == sorted(filled, reverse=True)  # no need to search for them between gaps
    assert seen == len(counted)


def test_links_of_cells_lead_to_headings_that_are_there() -> None:
    html = sample_html()
    for path, text in html.items():
        if re.fullmatch(r"coverage/[a-z]+-[a-z]+", path):
            found = re.findall(r'href="\.\./(coverage/[^"]+)\.html#([^"]+)"', text)
            assert found
            assert not [one for one in found if f'id="{one[1]}"' not in html[one[0]]]


def test_only_tables_by_region_speak_of_regions() -> None:
    for table, _rows, columns in TABLES:
        text = sample_html()[f"coverage/{table}"]
        for words in ("An entry on a wider region", "Only works for the whole world"):
            assert (words in text) == (columns == "regions")
        assert "Withdrawn entries are not counted." in text


def test_what_stands_out_is_said_in_words() -> None:
    page: Any = sample_pages()["coverage/index"]
    assert all(says for _, says in page.tables)
    assert re.search(r"No practice yet for: [^,<]+ · [^<]+\.<", sample_html()["coverage/index"])


def test_pages_of_terms_and_articles_show_their_row_and_their_column() -> None:
    """Each pair in a table is named once by its row and once by its column, with its numbers."""
    for table, _rows, _columns in TABLES:
        page: Any = sample_pages()[f"coverage/{table}"]
        cells = {
            (row.path, cell.anchor): (cell.practices, cell.resources)
            for row in page.rows
            for cell in row.cells
        }
        open_ = {
            (row.path, cell.anchor)
            for row in page.rows
            for cell in row.cells
            if cell.gap and cell.gap != "not-applicable"
        }
        filled, gaps = [], []
        for other in sample_pages().values():
            for row in _matching(other):
                if row.table.path == f"coverage/{table}":
                    for cell in row.filled:
                        place = cell.link.path, cell.link.anchor
                        assert cells[place] == (cell.practices, cell.resources) != (0, 0)
                        filled.append(place)
                    gaps += [(one.path, one.anchor) for _, links in row.gaps for one in links]
        assert sorted(filled) == sorted([one for one in cells if cells[one] != (0, 0)] * 2)
        assert sorted(gaps) == sorted([*open_] * 2)


def _matching(page: Any) -> list[Any]:
    """The matching rows on the page of a term or an instrument."""
    articles = [article for part in getattr(page, "outline", ()) for article in part.articles]
    places = (page, *articles)
    return [row for place in places for row in getattr(place, "coverage", ())]


def test_a_page_says_how_the_totals_have_changed(docs: Path) -> None:
    before: Any = pages_of(catalogue_of(docs))["coverage/index"]
    assert before.days == ()
    history = docs / "registers/coverage-history.yml"
    today = "2026-11-25:\n  practices: 1\n  resources: 2\n  filled: 3\n  cells: 50\n"
    history.write_text(today, encoding="utf-8")
    page: Any = pages_of(catalogue_of(docs))["coverage/index"]
    assert [name for name, _ in page.days] == ["25 November 2026"]
    history.write_text(
        "2026-10-01:\n  practices: 0\n  resources: 1\n  filled: 3\n  cells: 50\n"
        "2030-01-01:\n  practices: 9\n  resources: 9\n  filled: 9\n  cells: 50\n",
        encoding="utf-8",
    )
    page = pages_of(catalogue_of(docs))["coverage/index"]
    assert [(name, one.practices, one.resources) for name, one in page.days] == [
        ("1 October 2026", 0, 1),
        ("25 November 2026", 1, 2),
    ]
    # On a narrow screen the table scrolls, and the page doesn't.
    box = '<div class="table-box" role="group" tabindex="0" aria-labelledby="since"><table>'
    assert '<h2 id="since">' in (html := renderer()(page))
    assert html.count(box) == html.count("</table></div>") == html.count("<table>") == 1


def test_a_row_that_is_long_is_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagination, "LIST", 200)
    pages: Any = make_pages(sample_site())
    row = max(
        (page for page in pages.values() if page.template == "coverage-row.html"),
        key=lambda page: sum(column.count for column in page.columns),
    )
    groups = [g for column in row.columns for part in column.parts for g in part.groups]
    assert all(group.href for group in groups)
    listed = [
        item.id
        for path, page in pages.items()
        if path.startswith(f"{row.path}/")
        for part in page.listing.parts
        for group in part.groups
        for item in group.entries
    ]
    assert len(listed) == sum(column.count for column in row.columns)


@pytest.mark.parametrize("left", [0, 1])
def test_hardly_any_entry_makes_whole_pages(docs: Path, left: int) -> None:
    files = sorted(docs.glob("*/resources/*.md")) + sorted(docs.glob("*/practices/*.md"))
    for file in files[left:]:
        file.unlink()
    pages: Any = pages_of(catalogue_of(docs))
    page = pages["coverage/themes-regions"]
    assert (page.practices, page.resources) == (0, left)
    assert len([cell for row in page.rows for cell in row.cells if cell.gap]) == (
        len(page.rows) * len(page.columns) - left
    )
    assert page.says == ("Nothing yet.",) if not left else len(page.says) == 2
    assert not pages["opportunities"].kinds
    joint = pages["joint-works"]
    assert (joint.listing.sections, joint.none_on) == ((), ())
    assert pages["index"].counts == (
        "1 resource and 0 practices, each described in the same way." if left else "No entries yet."
    )
    assert not pages["new"].older
    assert not any(page.start.works for page in pages.values() if hasattr(page, "start"))
    html = renderer()(pages["new"])
    assert ("Nothing yet." in html) == (not left)
    assert "use Browse" not in html


def test_practices_of_a_cell_stand_by_their_evidence() -> None:
    seen = 0
    for path, page in sample_pages().items():
        if page.template == "coverage-row.html":
            for column in page.columns:  # type: ignore[attr-defined]
                for part in column.parts:
                    if part.anchor.endswith("--practices"):
                        for group in part.groups:
                            term = group.anchor.rpartition("-")[2]
                            grades = {
                                sample_catalogue().by_id[item.id].evidence for item in group.entries
                            }
                            assert grades == {term}, path
                            seen += 1
    assert seen


def test_more_names_than_a_sentence_holds_are_counted(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named: Any = pages_of(catalogue_of(docs))["coverage/themes-regions"]
    nothing = named.says[-1].removeprefix("Nothing at all yet for: ").split(" · ")
    monkeypatch.setattr(coverage_pages, "_MOST_NAMES", len(nothing) - 1)
    page: Any = pages_of(catalogue_of(docs))["coverage/themes-regions"]
    every = len(page.rows) + len(page.columns)
    assert page.says[-1] == (
        f"Nothing at all yet for {len(nothing)} of the {every} rows and columns."
    )
