"""What this repository ships: no statement by anybody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from toolkit.content.reader import read_content
from toolkit.recognition.entry_status import all_statuses
from toolkit.recognition.ledger import make_ledger
from toolkit.recognition.status import State

DOCS = Path(__file__).parents[2] / "docs"


def test_the_registers_are_empty() -> None:
    files = read_content(DOCS).recognition
    assert set(files.special) == {"policy", "circulations", "editorial"}
    assert files.special["circulations"].rows == ()
    assert files.special["editorial"].rows == ()
    assert files.registers == ()
    assert files.texts == ()
    assert files.strays == ()


def test_the_list_of_members_is_not_called_complete() -> None:
    policy = make_ledger(read_content(DOCS)).policy
    assert not policy.complete
    assert policy.procedure == "all-members"
    assert policy.secretariat == "unodc"


def test_nothing_is_called_recognized_and_joint_works_say_whose_they_are() -> None:
    content = read_content(DOCS)
    ledger = make_ledger(content)
    assert ledger.doubts == ()
    statuses = all_statuses(ledger, date(2026, 11, 25))
    states = {status.state for status in statuses.values()}
    assert states <= {State.PROPOSED, State.JOINT, State.SUPERSEDED, State.WITHDRAWN}
    joint = {id_ for id_, status in statuses.items() if status.state is State.JOINT}
    in_its_name = {
        entry.id for entry in content.entries if entry.texts("organisations") == ("icat",)
    }
    assert joint == in_its_name - {id_ for id_ in in_its_name if id_ in ledger.superseded}
    assert joint
