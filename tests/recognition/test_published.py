"""The site's recognition data files."""

import hashlib
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.content_case import DAY
from tests.ledger import (
    MEMBERS,
    circulate,
    declare_editorial,
    edit,
    found_ledger,
    keep_present,
    say,
)
from toolkit.content.document import Document
from toolkit.content.reader import read_content
from toolkit.content.recognition_fields import STATES
from toolkit.languages import LANGUAGES
from toolkit.recognition.acts import ActKind
from toolkit.recognition.digest import canonical_form
from toolkit.recognition.entry_status import all_statuses
from toolkit.recognition.ledger import make_ledger
from toolkit.recognition.published import published_files
from toolkit.recognition.status import State


def published(docs: Path) -> dict[str, bytes]:
    ledger = make_ledger(read_content(docs))
    statuses = all_statuses(ledger, DAY)
    return published_files(ledger, statuses.values(), DAY, LANGUAGES["en"])


def misfits(files: dict[str, bytes], data: object) -> list[str]:
    """Where data don't fit the schema in the files."""
    schema = json.loads(files["recognition.schema.json"])
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
    return [f"{one.json_path}: {one.message}" for one in checker.iter_errors(data)]


def everything(docs: Path) -> None:
    """Make everything occur that the data can hold."""
    found_ledger(docs, procedure="no-objection")
    circulate(docs, "2026-01-01", "2026-02-01")
    say(docs, MEMBERS[:1], "2026-01-05", words="Yes")
    old = keep_present(docs)
    edit(docs, "It shows how", "It shows, how")
    declare_editorial(docs, old, "2026-02-02", "A comma.")
    say(docs, ("ilo",), "2026-03-01", ActKind.OBJECTION, "No.")
    say(docs, ("iom",), "2027-03-01")
    circulate(docs, "2026-11-01", "2026-12-15", entry="shelter")
    say(docs, ("iom",), "2026-01-01", entry="guide")
    say(docs, ("ilo",), "2026-01-01", ActKind.OBJECTION, "Old.", entry="guide")
    say(docs, ("unodc",), "2026-01-01", entry="guide")
    say(docs, ("unodc",), "2026-01-02", ActKind.WITHDRAWAL, "Wrong.", entry="guide")
    edit(docs, "year: 2019", "year: 2020", "prevention/resources/guide")


def test_the_data_fit_their_published_schema(docs: Path) -> None:
    everything(docs)
    files = published(docs)
    data = json.loads(files["recognition.json"])
    assert data["$schema"] == "recognition.schema.json"
    assert misfits(files, data) == []
    assert len(data["entries"]) == len(read_content(docs).entries)


def test_the_data_hold_every_state_with_its_reasons(docs: Path) -> None:
    everything(docs)
    data = json.loads(published(docs)["recognition.json"])
    entries = {entry["entry"]: entry for entry in data["entries"]}
    assert {id_: entry["state"] for id_, entry in entries.items()} == {
        "manual": "recognized",
        "guide": "changed",
        "shelter": "circulating",
    }
    manual = entries["manual"]
    assert manual["without_objection"]
    assert [act["organisation"] for act in manual["late_objections"]] == ["ilo"]
    assert [act["on"] for act in manual["left_out"]] == ["2027-03-01"]
    assert manual["editorial_links"][0]["reason"] == "A comma."
    guide = entries["guide"]
    for name, organisation, words in (
        ("former", "iom", ""),
        ("former_objections", "ilo", "Old."),
        ("withdrawals", "unodc", "Wrong."),
    ):
        assert [(act["organisation"], act["words"]) for act in guide[name]] == [
            (organisation, words)
        ], name


def test_faults_and_missing_fields_do_not_fit(docs: Path) -> None:
    files = published(docs)
    data = json.loads(files["recognition.json"])
    del data["entries"][0]["words"]
    data["entries"][1]["state"] = "approved"
    assert len(misfits(files, data)) == 2


def test_kept_texts_are_published_byte_for_byte(docs: Path) -> None:
    everything(docs)
    texts = {k: v for k, v in published(docs).items() if k.startswith("recognition/texts/")}
    assert len(texts) == 4
    for path, content in texts.items():
        assert path == f"recognition/texts/{hashlib.sha256(content).hexdigest()}.json"


def test_entries_that_nobody_spoke_of_cost_no_digest(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found_ledger(docs)
    say(docs, ("iom",), "2026-01-05")
    made: list[str] = []

    def form(document: Document) -> str:
        made.append(document.id)
        return canonical_form(document)

    monkeypatch.setattr("toolkit.recognition.present.canonical_form", form)
    published(docs)
    assert made == ["manual"]


def test_every_state_but_the_undetermined_has_a_page() -> None:
    assert set(STATES) == {state.value for state in State} - {"undetermined"}


def test_a_text_that_nobody_spoke_about_is_not_published(docs: Path) -> None:
    """No check looks for harm in it, and anybody can add such a file."""
    everything(docs)
    before = published(docs).keys()
    text = json.dumps({"body": "By Jane Doe, aged 17.", "id": "manual"}, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    (docs / f"recognition/texts/{digest}.json").write_text(text)
    assert digest in {
        one.digest[7:] for one in make_ledger(read_content(docs)).texts.sound.values()
    }
    assert published(docs).keys() == before
    # As long as a text is the current one, it may be about to circulate.
    assert f"recognition/texts/{keep_present(docs, 'guide')[7:]}.json" in published(docs)
