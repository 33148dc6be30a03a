"""All entries, read from the files of `data/` by other programs: the same in each file."""

import json
from pathlib import Path

import pytest

from tests.exports.readers import read_bib, read_csl, read_csv, read_mods, read_ris

pytestmark = [pytest.mark.content, pytest.mark.thorough]

BODIES = ("organisations", "partners")


def test_every_format_says_the_same_of_every_entry(site: Path) -> None:
    data = site / "data"
    entries = {one["id"]: one for one in json.loads((data / "entries.json").read_bytes())}
    formats = {"csl.json": read_csl, "mods.xml": read_mods, "ris": read_ris, "bib": read_bib}
    read = {
        name: reader((data / f"entries.{name}").read_text("utf-8"))
        for name, reader in formats.items()
    }
    works = read["csl.json"]
    for id_, (title, year, authors, _) in works.items():
        entry = entries[id_]
        assert title == entry["title"]
        assert authors
        if entry["kind"] == "resource":
            assert year == str(entry.get("year", ""))
            assert len(authors) == sum(len(entry.get(name, ())) for name in BODIES)
    for name, said in read.items():
        assert said.keys() == entries.keys(), name
        assert {id_: one[:3] for id_, one in said.items()} == {
            id_: one[:3] for id_, one in works.items()
        }, name
    rows = {row["id"]: row for row in read_csv((data / "entries.csv").read_bytes())}
    assert rows.keys() == entries.keys()
    for id_, row in rows.items():
        for field in ("title", "summary", "url", "digest"):
            assert row[field].removeprefix("'") == entries[id_].get(field, ""), (id_, field)
