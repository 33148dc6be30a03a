"""Statements about an entry hold under its new name, as long as its text is the same."""

from pathlib import Path

import pytest

from tests.content_case import DAY
from tests.ledger import MEMBERS, declare_editorial, edit, found_ledger, keep_present, say
from toolkit.content.reader import read_content
from toolkit.recognition.acts import ActKind
from toolkit.recognition.entry_status import status_of
from toolkit.recognition.impact import impact_of
from toolkit.recognition.ledger import Ledger, make_ledger
from toolkit.recognition.status import State
from toolkit.validation.runner import run_checks

NEW = "prevention/resources/inspection-manual"


def ledger_of(docs: Path) -> Ledger:
    return make_ledger(read_content(docs))


def state_of(docs: Path, entry: str = "inspection-manual") -> State:
    return status_of(ledger_of(docs), entry, DAY).state


def rename(docs: Path) -> None:
    edit(docs, "themes:", "aliases: [prevention/resources/manual]\nthemes:")
    (docs / "prevention/resources/manual.md").rename(docs / f"{NEW}.md")


def write_iom(docs: Path, text: str) -> None:
    (docs / "recognition/iom.yml").write_text(text)


def problems(docs: Path) -> list[str]:
    return [one.id for one in run_checks(read_content(docs), DAY) if one.severity != "notice"]


@pytest.fixture
def recognized(docs: Path) -> Path:
    found_ledger(docs)
    say(docs, MEMBERS, "2026-01-05")
    assert state_of(docs, "manual") is State.RECOGNIZED
    return docs


def test_statements_follow_an_entry(recognized: Path) -> None:
    before = ledger_of(recognized)
    found = problems(recognized)
    rename(recognized)
    assert state_of(recognized) is State.RECOGNIZED
    assert problems(recognized) == found
    assert impact_of(before, ledger_of(recognized), DAY).is_nothing


def test_without_an_alias_they_do_not(recognized: Path) -> None:
    (recognized / "prevention/resources/manual.md").rename(recognized / f"{NEW}.md")
    assert "unknown-entry" in problems(recognized)


def test_a_former_id_that_two_entries_claim_is_nobodys(recognized: Path) -> None:
    rename(recognized)
    edit(
        recognized,
        "themes:",
        "aliases: [protection/resources/manual]\nthemes:",
        "prevention/resources/guide",
    )
    assert "invalid-alias" in problems(recognized)
    assert {state_of(recognized), state_of(recognized, "guide")} == {State.UNDETERMINED}


def test_a_text_that_changed_is_another_one(recognized: Path) -> None:
    rename(recognized)
    edit(recognized, "summary: ", "summary: Also. ", NEW)
    assert state_of(recognized) is State.CHANGED


def test_editorial_links_from_before_hold(recognized: Path) -> None:
    old = keep_present(recognized)
    edit(recognized, "summary: ", "summary: Also. ")
    declare_editorial(recognized, old, "2026-02-01", "A word.")
    rename(recognized)
    assert state_of(recognized) is State.RECOGNIZED


def test_what_was_said_before_can_be_taken_back(recognized: Path) -> None:
    rename(recognized)
    say(recognized, ("iom",), "2026-03-01", entry="inspection-manual")  # already stated
    assert (recognized / "recognition/iom.yml").read_text().count("entry:") == 1
    say(recognized, ("iom",), "2026-03-01", ActKind.WITHDRAWAL, "", "inspection-manual")
    assert state_of(recognized) is State.PARTLY
    assert [one for one in problems(recognized) if "register" not in one] == []


def test_what_is_said_under_either_id_is_about_one_text(recognized: Path) -> None:
    rename(recognized)
    before = (recognized / "recognition/iom.yml").read_text()
    digest = keep_present(recognized, "inspection-manual")
    row = f"  - {{entry: inspection-manual, digest: {digest}, on: 2026-03-01"
    write_iom(recognized, f"{before}withdrawals:\n{row}}}\n")
    assert [one for one in problems(recognized) if "register" not in one] == []
    assert state_of(recognized) is State.PARTLY
    write_iom(recognized, f"{before}objections:\n{row}, reason: It is old.}}\n")
    assert "contradictory-statements" in problems(recognized)
    assert state_of(recognized) is State.UNDETERMINED


def test_a_change_under_the_new_id_declared_editorial_holds_for_what_was_said_before(
    recognized: Path,
) -> None:
    rename(recognized)
    old = keep_present(recognized, "inspection-manual")
    edit(recognized, "summary: ", "summary: Also. ", NEW)
    declare_editorial(recognized, old, "2026-02-01", "A word.", "inspection-manual")
    assert state_of(recognized) is State.RECOGNIZED
