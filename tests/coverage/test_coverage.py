"""Coverage: every cell equals an independent count, and kinds of gaps are distinguished."""

import csv
import io
import json
import random
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from tests.content_case import edit
from tests.coverage.recount import TABLES, as_cells, recount, texts_of
from tests.program import Toolkit
from toolkit.catalogue.catalogue import make_catalogue
from toolkit.content.reader import read_content
from toolkit.coverage.data import cells_json
from toolkit.languages import LANGUAGES
from toolkit.pages import coverage_pages
from toolkit.pages.site import Site


def add_entries(docs: Path, number: int) -> None:
    """Put copies of the guide with other terms next to it."""
    chance = random.Random(7)  # noqa: S311 - the same entries each time
    ids = {
        name: [
            term["id"]
            for term in yaml.safe_load(
                (docs / f"vocabularies/{name}.yml").read_text(encoding="utf-8")
            )
        ]
        for name in ("regions", "themes", "audiences", "exploitation")
    }
    guide = (docs / "prevention/resources/guide.md").read_text(encoding="utf-8")
    front = texts_of(guide.split("---\n")[1])
    front.pop("url", None)
    provisions = ["tip-protocol", "tip-protocol:6", "tip-protocol:6(3)", "tip-protocol:9", "c029:1"]
    for index in range(number):
        new = dict(front)
        new["title"] = f"Guide number {index}"
        for name, known in ids.items():
            new[name] = chance.sample(known, chance.randint(1, min(3, len(known))))
        new["provisions"] = chance.sample(provisions, chance.randint(0, 3)) or ["c029:1"]
        if chance.random() < 0.3:
            new["countries"] = chance.sample(["AR", "BR", "KE", "TW"], 2)
        if chance.random() < 0.1:
            new |= {"status": "withdrawn", "withdrawn": {"on": "2026-01-01", "reason": "Old."}}
        text = f"---\n{json.dumps(new)}\n---\n"  # YAML too, and quick to write
        (docs / f"prevention/resources/guide-{index}.md").write_text(text, encoding="utf-8")


def test_every_cell_and_its_list_are_counted_right(docs: Path) -> None:
    """With a thousand entries of random terms, unchecked: counting doesn't need sensible ones."""
    with (docs / "vocabularies/regions.yml").open("a", encoding="utf-8") as file:
        file.write("- {id: africa, broader: world, countries: [KE], labels: {en: Africa}}\n")
    add_entries(docs, 1000)
    catalogue = make_catalogue(read_content(docs), date(2026, 11, 25))
    site = Site(catalogue, LANGUAGES["en"], {})
    expected = recount(docs)
    assert len(expected) > 10
    assert as_cells(json.loads(cells_json(site.tables.values()))) == expected
    made = {page.path: page for page in coverage_pages.pages(site)}
    listed = {
        (table, row.path, cell.anchor): _listed(made, row.path, cell.anchor)
        for table, _rows, _columns in TABLES
        for row in cast(Any, made[f"coverage/{table}"]).rows
        for cell in row.cells
    }
    named = {
        (table, f"coverage/{table}/{row.replace(':', '-')}", column): kinds
        for (table, row, column), kinds in expected.items()
    }
    assert {place: ids for place, ids in listed.items() if any(ids.values())} == {
        place: {kind: sorted(kinds.get(kind, ())) for kind in ("practices", "resources")}
        for place, kinds in named.items()
    }
    assert any("ListPage" in type(page).__name__ for page in made.values())


def _listed(made: Mapping[str, Any], path: str, column: str) -> dict[str, list[str]]:
    """The ids that a row's page lists under a column, including linked further pages, by kind.

    The kind comes from the headings.
    """
    (shown,) = (one for one in made[path].columns if one.anchor == column)
    found: dict[str, list[str]] = {"practices": [], "resources": []}
    for part in shown.parts:
        kind = "practices" if part.anchor == f"{column}--practices" else "resources"
        for group in part.groups:
            if group.href:
                further, _, anchor = group.href.partition(".html#")
                items = _further(made[further], column, anchor)
            else:
                items = group.entries
            found[kind] += [item.id for item in items]
    return {kind: sorted(ids) for kind, ids in found.items()}


def _further(page: Any, column: str, anchor: str) -> list[Any]:
    """What is below an anchor of a column on a further page."""
    (section,) = (one for one in page.listing.sections if one.anchor == column)
    for part in section.parts:
        for group in part.groups:
            if anchor in (group.anchor, part.anchor):
                return [*group.entries]
    raise AssertionError(anchor)


def test_the_command_gives_one_table_or_all(toolkit: Toolkit, docs: Path) -> None:
    every = json.loads(toolkit("coverage", "--format", "json").out)
    assert as_cells(every) == recount(docs)
    one = json.loads(toolkit("coverage", "--table", "themes-regions", "--format", "json").out)
    assert one == [row for row in every if row["table"] == "themes-regions"]
    rows = list(csv.DictReader(io.StringIO(toolkit("coverage", "--format", "csv").out)))
    filled = {(row["table"], row["row"], row["column"]): row for row in rows}
    assert len(filled) == len(rows) > len(every)
    for row in every:
        place = filled[row["table"], row["row"], row["column"]]
        assert int(place["practices"]) == len(row["practices"])
        assert int(place["resources"]) == len(row["resources"])
    (docs / "vocabularies/exploitation.yml").write_text("[]\n", encoding="utf-8")
    text = toolkit("coverage").out
    assert "themes-regions: 1 practice, 2 resources\n" in text
    assert text.endswith("exploitation-regions: no rows, since the lists have no terms for them\n")


def test_the_command_lists_entries_in_the_order_of_the_site(toolkit: Toolkit, docs: Path) -> None:
    edit(docs / "prevention/resources/guide.md", "title: Guide", "title: Écoles, guide")
    edit(docs / "prevention/resources/manual.md", "year: 2006", "year: 2019")
    every = json.loads(toolkit("coverage", "--format", "json").out)
    assert ["guide", "manual"] in [row["resources"] for row in every]


def test_errors_in_the_content_are_not_counted_over(toolkit: Toolkit, docs: Path) -> None:
    guide = docs / "prevention/resources/guide.md"
    guide.write_text(guide.read_text(encoding="utf-8") + "\n<script>x</script>\n", encoding="utf-8")
    outcome = toolkit("coverage")
    assert (outcome.code, outcome.out) == (2, "")
    assert "fix them first: toolkit check shows them." in outcome.err


def test_errors_of_another_day_are_shown_as_of_that_day(toolkit: Toolkit, docs: Path) -> None:
    outcome = toolkit("coverage", "--as-of", "2015-01-01")  # before the year of an entry
    assert (outcome.code, outcome.out) == (2, "")
    shown = re.search(r"toolkit (check .*) shows them", outcome.err)
    assert shown
    assert "invalid-year" in toolkit(*shown[1].split()).out


def test_totals_are_kept_by_day(toolkit: Toolkit, docs: Path) -> None:
    register = docs / "registers/coverage-history.yml"
    toolkit("coverage", "--record", "--as-of", "2026-11-25")
    toolkit("coverage", "--record", "--as-of", "2026-10-25")
    toolkit("coverage", "--record", "--as-of", "2026-11-25")
    kept = texts_of(register.read_text(encoding="utf-8"))
    assert list(kept) == ["2026-10-25", "2026-11-25"]
    assert kept["2026-11-25"]["practices"] == "1"
    assert toolkit("check", "--strict").code == 0
    # Python reads no number of thousands of digits.
    register.write_text(
        f"2026-10-25: {{practices: {'9' * 5000}, resources: 1, filled: 1, cells: 1}}"
    )
    refused = toolkit("check", "--format", "concise")
    assert (refused.code, refused.out.count("error[")) == (1, 1)


def test_totals_of_other_days_stay_as_they_are_written(toolkit: Toolkit, docs: Path) -> None:
    register = docs / "registers/coverage-history.yml"
    toolkit("coverage", "--record", "--as-of", "2026-01-20")
    now = register.read_text(encoding="utf-8").partition("2026-01-20:\n")[2]
    first, last = (
        f"# Day {day}.\n2026-01-{day}: # counted twice\n  practices:\n    '0'\n"
        "  cells: 9 # of all\n  resources: 7\n  filled: 8\n"
        for day in (10, 30)
    )
    register.write_text(f"{first}\n# Later:\n{last}# End.", encoding="utf-8")
    for day in ("2026-01-20", "2026-12-01", "2026-01-30"):
        assert toolkit("coverage", "--record", "--as-of", day).code == 0
    for figure, name in (("'0'", "practices"), ("9", "cells"), ("7", "resources"), ("8", "filled")):
        last = last.replace(figure, now.partition(f"{name}: ")[2].partition("\n")[0])
    assert register.read_text(encoding="utf-8") == (
        f"{first}2026-01-20:\n{now}\n# Later:\n{last}2026-12-01:\n{now}# End."
    )


def test_totals_are_written_into_an_empty_register(toolkit: Toolkit, docs: Path) -> None:
    register = docs / "registers/coverage-history.yml"
    toolkit("coverage", "--record", "--as-of", "2026-01-20")
    lines = register.read_text(encoding="utf-8").partition("2026-01-20:\n")[2]
    register.write_text("# Kept.\n{} # yet\n", encoding="utf-8")
    assert toolkit("coverage", "--record", "--as-of", "2026-01-20").code == 0
    assert register.read_text(encoding="utf-8") == f"# Kept.\n # yet\n2026-01-20:\n{lines}"


def test_totals_are_not_written_where_others_would_be_lost(toolkit: Toolkit, docs: Path) -> None:
    register = docs / "registers/coverage-history.yml"
    register.write_text("{2026-01-10: {practices: 1, resources: 1, filled: 1, cells: 1}}\n")
    before = register.read_bytes()
    outcome = toolkit("coverage", "--record", "--as-of", "2026-02-01")
    assert (outcome.code, outcome.out) == (2, "")
    assert "coverage-history.yml:1 is written in a way that this command can't" in outcome.err
    assert register.read_bytes() == before


def test_withdrawn_entries_count_neither_in_tables_nor_in_totals(
    toolkit: Toolkit, docs: Path
) -> None:
    withdrawn = "status: withdrawn\nwithdrawn: {on: 2026-01-01, reason: Old.}\ntitle: Guide"
    edit(docs / "prevention/resources/guide.md", "title: Guide", withdrawn)
    assert "themes-regions: 1 practice, 1 resource\n" in toolkit("coverage").out
    toolkit("coverage", "--record", "--as-of", "2026-11-25")
    kept = texts_of((docs / "registers/coverage-history.yml").read_text(encoding="utf-8"))
    assert (kept["2026-11-25"]["practices"], kept["2026-11-25"]["resources"]) == ("1", "1")


@pytest.mark.parametrize("text", ["", "[]", "- {}", "a: 1", "- id: x\n  tables: [no]\n"])
def test_a_broken_register_is_a_problem_of_its_own(toolkit: Toolkit, docs: Path, text: str) -> None:
    (docs / "registers/coverage.yml").write_text(text, encoding="utf-8")
    outcome = toolkit("check")
    assert outcome.code in (0, 1)
    assert "Traceback" not in outcome.err
    assert (outcome.code == 0) == (text == "[]")
