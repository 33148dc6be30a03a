"""`toolkit links report`: what editors must look at."""

import json
from pathlib import Path

import pytest

from tests.content_case import edit
from tests.program import Toolkit


def test_report_groups_by_organization(docs: Path, toolkit: Toolkit) -> None:
    none = toolkit("links", "report")
    assert (none.code, none.out[:36]) == (0, "No address has been checked yet. Run")
    (docs / "registers/links.yml").write_text(
        '"https://www.unodc.org/guide":\n  state: gone\n  checked: 2026-11-20\n'
        "  since: 2026-11-20\n  seen: [2026-11-13, 2026-11-20]\n",
        encoding="utf-8",
    )
    said = toolkit("links", "report").out
    assert said.startswith("## United Nations Office on Drugs and Crime\n")
    assert "gone since 2026-11-20 (404 or 410 on 2026-11-13 and 2026-11-20)" in said
    assert "docs/prevention/resources/guide.md:13" in said
    rows = json.loads(toolkit("links", "report", "--format", "json").out)
    assert [(row["state"], row["field"], row["line"]) for row in rows] == [("gone", "url", 13)]


def test_a_new_address_is_no_markdown_in_the_report(docs: Path, toolkit: Toolkit) -> None:
    new = "https://www.unodc.org/![new](https://www.example.org/seen.png)"
    (docs / "registers/links.yml").write_text(
        '"https://www.unodc.org/guide":\n  state: moved\n  checked: 2026-11-20\n'
        f'  since: 2026-11-20\n  to: "{new}"\n',
        encoding="utf-8",
    )
    assert f"moved to <{new}>\n" in toolkit("links", "report").out


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Hygiene & Tropical Medicine (L'École)", "Hygiene & Tropical Medicine (L'École)"),
        ("_All_ @everyone ![](https://x.org/y.png)", "`_All_ @everyone ![](https://x.org/y.png)`"),
    ],
)
def test_no_name_becomes_a_link_or_a_mention_in_the_report(
    docs: Path, toolkit: Toolkit, name: str, shown: str
) -> None:
    edit(docs / "registers/organisations.yml", "United Nations Office on Drugs and Crime", name)
    (docs / "registers/links.yml").write_text(
        '"https://www.unodc.org/guide":\n  state: blocked\n  checked: 2026-11-20\n'
        "  since: 2026-11-20\n",
        encoding="utf-8",
    )
    assert toolkit("links", "report").out.startswith(f"## {shown}\n")


def test_a_link_of_a_text_is_asked_however_it_is_written(docs: Path, toolkit: Toolkit) -> None:
    address = "HTTPS://www.unodc.org/annex"
    (docs / "registers/links.yml").write_text(
        f'"{address}":\n  state: gone\n  checked: 2026-11-20\n  since: 2026-11-20\n',
        encoding="utf-8",
    )
    with (docs / "prevention/resources/guide.md").open("a", encoding="utf-8") as file:
        file.write(f"\nSee [the annex]({address}).\n")
    rows = json.loads(toolkit("links", "report", "--format", "json").out)
    assert [(row["address"], row["state"]) for row in rows] == [(address, "gone")]
