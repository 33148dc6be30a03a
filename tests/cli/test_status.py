"""What is recognized, pending and closing, for people and for programs."""

import csv
import io
import json
from pathlib import Path

from tests.cli.members import digest_of
from tests.ledger import edit
from tests.program import Toolkit


def test_status_of_an_organization(toolkit: Toolkit, ledger: Path, docs: Path) -> None:
    toolkit("recognise", "unodc", "manual", "guide", "--on", "2026-01-05")
    before = ("status", "--organisation", "iom", "--as-of", "2026-01-04")
    assert "\n\nNothing is waiting for iom." in toolkit(*before).out
    toolkit("recognise", "iom", "guide", "--on", "2026-01-05")
    edit(docs, "is planned", "is planned well")
    said = toolkit("status", "--organisation", "iom", "--as-of", "2026-11-25").out
    assert "Recognized by iom (1)\n  guide\n" in said
    assert "Nothing is waiting" not in said
    said = toolkit("status", "--organisation", "unodc", "--as-of", "2026-11-25").out
    assert "Changed since unodc recognized it (1)\n  manual\n" in said
    assert toolkit("status", "--organisation", "undoc").code == 2
    assert toolkit("status", "manul").code == 2


def test_status_names_what_closes_this_month(toolkit: Toolkit, ledger: Path) -> None:
    digest = digest_of(toolkit, "manual")
    (ledger / "circulations.yml").write_text(
        f"- {{entry: manual, digest: {digest}, opens: 2026-10-01, closes: 2026-11-30}}\n"
    )
    assert "Closes this month (1)" in toolkit("status", "--as-of", "2026-11-30").out
    assert "Closes this month (1)" not in toolkit("status", "--as-of", "2026-10-31").out
    assert "Closes this month (1)" not in toolkit("status", "--as-of", "2026-12-01").out


def test_status_names_the_procedure_of_the_day(toolkit: Toolkit, ledger: Path) -> None:
    with (ledger / "policy.yml").open("a") as policy:
        policy.write("earlier: [{until: 2026-06-30, procedure: no-objection, ")
        policy.write("secretariat: unodc, circulation_days: 30}]\n")
    for day, procedure in (("2026-06-30", "no-objection"), ("2026-07-01", "all-members")):
        assert f"Procedure: {procedure}." in toolkit("status", "--as-of", day).out
        said = toolkit("status", "--format", "json", "--as-of", day).out
        assert json.loads(said)["procedure"] == procedure


def test_status_as_json_and_csv(toolkit: Toolkit, ledger: Path) -> None:
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05", "--note", "Decision 12")
    day = ("--as-of", "2026-11-25")
    data = json.loads(toolkit("status", "--format", "json", *day).out)
    assert (data["version"], data["as_of"], data["members"]) == (1, "2026-11-25", ["iom", "unodc"])
    entry = next(entry for entry in data["entries"] if entry["entry"] == "manual")
    assert entry["state"] == "partly"
    assert entry["missing"] == ["iom"]
    assert entry["recognized_by"] == [
        {
            "kind": "recognises",
            "organisation": "unodc",
            "digest": entry["digest"],
            "on": "2026-01-05",
            "words": "Decision 12",
        }
    ]
    rows = list(csv.DictReader(io.StringIO(toolkit("status", "--format", "csv", *day).out)))
    manual = next(row for row in rows if row["entry"] == "manual")
    assert (manual["state"], manual["recognized"], manual["members"]) == ("partly", "1", "2")
    assert len(rows) == len(data["entries"])


def test_status_with_faults_says_so(toolkit: Toolkit, ledger: Path) -> None:
    (ledger / "iom.yml").write_text("recognises: [\n")
    outcome = toolkit("status", "manual", "--as-of", "2026-11-25")
    assert outcome.code == 1
    assert "This cannot be determined" in outcome.out
    assert "toolkit check" in outcome.err


def test_status_names_the_file_with_the_fault(toolkit: Toolkit, ledger: Path, docs: Path) -> None:
    (docs / "registers/organisations.yml").write_text("- id: unodc: iom\n")
    outcome = toolkit("status", "manual", "--as-of", "2026-11-25")
    assert "there is an error in docs/registers/organisations.yml, line 1." in outcome.out
