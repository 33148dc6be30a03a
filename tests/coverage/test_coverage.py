"""Coverage: every cell equals an independent count, and gaps are told apart."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import Outcome
from tests.coverage.recount import as_cells, recount, texts_of

Toolkit = Callable[..., Outcome]


def add_entries(docs: Path, number: int) -> None:
    """Put copies of the guide with other terms beside it."""
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
        text = f"---\n{yaml.safe_dump(new, allow_unicode=True)}---\n"
        (docs / f"prevention/resources/guide-{index}.md").write_text(text, encoding="utf-8")


def test_every_cell_is_counted_right(docs: Path) -> None:
    """On a thousand entries of random terms, checked or not: counting needs no sense in them."""
    from datetime import date

    from toolkit.catalogue.catalogue import make_catalogue
    from toolkit.content.reader import read_content
    from toolkit.coverage.data import cells_json
    from toolkit.coverage.tables import make_tables

    add_entries(docs, 1000)
    tables = make_tables(make_catalogue(read_content(docs), date(2026, 11, 25)))
    expected = recount(docs)
    assert len(expected) > 10
    assert as_cells(json.loads(cells_json(tables.values()))) == expected


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
    assert "themes-regions: 1 practice, 2 resources\n" in toolkit("coverage").out


def test_errors_in_the_content_are_not_counted_over(toolkit: Toolkit, docs: Path) -> None:
    guide = docs / "prevention/resources/guide.md"
    guide.write_text(guide.read_text(encoding="utf-8") + "\n<script>x</script>\n", encoding="utf-8")
    outcome = toolkit("coverage")
    assert (outcome.code, outcome.out) == (2, "")
    assert "fix them first" in outcome.err


def test_totals_are_kept_by_day(toolkit: Toolkit, docs: Path) -> None:
    register = docs / "registers/coverage-history.yml"
    toolkit("coverage", "--record", "--as-of", "2026-11-25")
    toolkit("coverage", "--record", "--as-of", "2026-10-25")
    toolkit("coverage", "--record", "--as-of", "2026-11-25")
    kept = texts_of(register.read_text(encoding="utf-8"))
    assert list(kept) == ["2026-10-25", "2026-11-25"]
    assert kept["2026-11-25"]["practices"] == "1"
    assert toolkit("check", "--strict").code == 0


@pytest.mark.parametrize("text", ["", "[]", "- {}", "a: 1", "- id: x\n  tables: [no]\n"])
def test_a_broken_register_is_a_problem_of_its_own(toolkit: Toolkit, docs: Path, text: str) -> None:
    (docs / "registers/coverage.yml").write_text(text, encoding="utf-8")
    outcome = toolkit("check")
    assert outcome.code in (0, 1)
    assert "Traceback" not in outcome.err
    assert (outcome.code == 0) == (text == "[]")
