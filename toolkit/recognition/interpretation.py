"""Turns rows as read into typed acts, and records what can't be used."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from toolkit.content.data_files import YES_OR_NO
from toolkit.content.faults import Fault
from toolkit.content.reader import Content
from toolkit.content.recognition import Row, RowFile
from toolkit.content.recognition_fields import PROCEDURES
from toolkit.grouping import grouped
from toolkit.recognition.acts import (
    NO_POLICY,
    Act,
    ActKind,
    Circulation,
    Doubt,
    EditorialLink,
    Policy,
    SameText,
)
from toolkit.recognition.digest import digest_of, is_digest
from toolkit.recognition.membership import misspelt, read_members
from toolkit.recognition.partial_dates import full_date
from toolkit.recognition.present import present_texts
from toolkit.recognition.texts import read_texts, under_id

T = TypeVar("T", Act, Circulation, EditorialLink)


class Interpretation:
    """The ledger while it is made from rows. `faults` are found here, `doubts` also while reading.

    Faults: `unknown-text`, `invalid-number`, `missing-policy`, `stray-register` for a register
    named after an unknown body, and `repeated-statement` for former rules with the last day of
    others (no doubt). What other checks report (an unknown entry, an invalid date) is only a doubt.
    """

    def __init__(self, content: Content) -> None:
        self.content = content
        self.faults: list[Fault] = []
        self.doubts: list[Doubt] = []
        self.texts = read_texts(content.recognition.texts, content.renamed)
        self.now = present_texts(content)
        self.members = read_members(content.organisations)
        self.policy = self._policy()
        self._doubt_what_was_not_read()
        special, registers = content.recognition.special, content.recognition.registers
        self.circulations = _by_entry(
            map(self._circulation, self._rows(special.get("circulations")))
        )
        self.links = _by_entry(map(self._link, self._rows(special.get("editorial"))))
        self.acts = _by_entry(
            self._act(row, file.name) for file in registers for row in self._rows(file)
        )

    @cached_property
    def owners(self) -> Mapping[str, tuple[str, ...]]:
        """The entries that are known to have or have had a text, by its digest."""
        present = ((digest, id_) for id_, digest in self.now.digests.items())
        kept = ((digest, text.entry) for digest, text in self.texts.sound.items())
        return grouped((*present, *kept))

    @cached_property
    def same(self) -> Mapping[str, tuple[SameText, ...]]:
        """The digests that renamed entries have under their former ids and under their own."""
        renamed = {*self.content.renamed.values()}
        pairs = [
            (text.entry, text.digest, digest_of(under_id(text.form, text.entry)))
            for text in self.texts.sound.values()
            if text.entry in renamed
        ]
        pairs += [
            (entry, digest, self.now.digests[entry])
            for entry in renamed & {*self.acts, *self.circulations, *self.links}
            for digest in self.now.digests_of(entry)
        ]
        return grouped(
            (entry, SameText(*ends))
            for entry, *both in pairs
            if both[0] != both[1]
            for ends in (both, reversed(both))
        )

    def fault(self, entry: str, fault: Fault) -> None:
        """Report a fault that leaves the state of an entry undetermined."""
        self.faults.append(fault)
        self.doubts.append(Doubt(entry, fault))

    def _entry(self, row: Row) -> str:
        """The entry that a row is about: statements follow an entry that was renamed."""
        written = row.text("entry")
        return self.content.renamed.get(written, written)

    def _policy(self) -> Policy:
        files = self.content.recognition
        file = files.special.get("policy")
        if file is None:
            stated = next((other for other in files.row_files if other.rows or other.faults), None)
            if stated is not None:
                self.fault("", Fault("missing-policy", stated.source.at_line(1)))
            return NO_POLICY
        if not file.rows or not all(row.sound for row in file.rows):
            self.doubts.extend(Doubt("", fault) for fault in file.faults)
            return NO_POLICY
        row = next(row for row in file.rows if not row.list)
        former = [(self._day(one, "until"), one) for one in file.rows if one.list]
        earlier = tuple((day, self._rules(one)) for day, one in former if day is not None)
        first: dict[date, Row] = {}
        for day, one in former:
            if day is not None and (other := first.setdefault(day, one)) is not one:
                places = one.place("until"), other.place("until")
                self.faults.append(
                    Fault("repeated-statement", places[0], field="until", other=places[1])
                )
        complete = row.text("membership_complete")
        if complete not in YES_OR_NO:
            self.doubts.append(Doubt("", Fault("", row.place("membership_complete"))))
        now = self._rules(row)
        if now is NO_POLICY:
            return now
        return replace(now, complete=complete == "true", earlier=earlier)

    def _rules(self, row: Row) -> Policy:
        organisations = self.content.organisations
        for name, known in (("procedure", PROCEDURES), ("secretariat", organisations.items)):
            # If the register can't be read, that is the doubt.
            if row.text(name) not in known and (name == "procedure" or organisations.sound):
                self.doubts.append(Doubt("", Fault("", row.place(name))))
        days = row.text("circulation_days")
        if not (days.isascii() and days.isdecimal() and 1 <= int(days) <= 366):
            place = row.place("circulation_days")
            fault = Fault("invalid-number", place, detail=days, field="circulation_days")
            self.fault("", fault)
            return NO_POLICY
        return Policy(row.text("procedure"), row.text("secretariat"), int(days), complete=False)

    def _doubt_what_was_not_read(self) -> None:
        files = self.content.recognition
        organisations = self.content.organisations
        self.doubts.extend(Doubt("", fault) for fault in organisations.faults)
        words = misspelt(organisations)
        self.doubts.extend(Doubt("", Fault("", leaf.location)) for _, leaf in words)
        for file in (*files.row_files, *files.strays):
            if not file.whole:
                self.doubts.extend(Doubt("", fault) for fault in file.faults)
        for file in files.registers:
            if file.name not in organisations.items and organisations.sound:
                place, known = file.source.at_line(1), tuple(organisations.items)
                fault = Fault("stray-register", place, detail=file.name, names=known)
                self.fault("", fault)
        for organisation in self.members.doubtful:
            self.doubts.append(Doubt("", Fault("", organisations.items[organisation].location)))
        for document in self.content.entries:
            if not document.is_read:
                self.doubts.extend(Doubt(document.id, fault) for fault in document.faults)

    def _rows(self, file: RowFile | None) -> list[Row]:
        """The usable rows; each of the others becomes a doubt about its entry."""
        if file is None:
            return []
        usable = []
        for row in file.rows:
            entry = self._entry(row)
            if row.sound and entry in self.content.by_id:
                usable.append(row)
                continue
            # A mistyped name may mean any entry.
            entry = entry if entry in self.content.by_id else ""
            self.doubts.append(Doubt(entry, Fault("", row.location)))
        return usable

    def _digests(self, row: Row, *names: str) -> bool:
        """Whether a row's digests are those of known texts of its entry."""
        entry = self._entry(row)
        good = True
        for name in names:
            digest = row.text(name)
            if not is_digest(digest) or digest in self.texts.altered:
                self.doubts.append(Doubt(entry, Fault("", row.place(name))))
                good = False
            elif digest not in self.now.digests_of(entry) and not self.texts.form(entry, digest):
                fault = Fault("unknown-text", row.place(name), detail=digest, names=(entry,))
                if entry in self.now.digests:
                    self.fault(entry, fault)
                # The entry may be the wrong one, and the text belong to the one that was meant.
                self.doubts.extend(Doubt(owner, fault) for owner in self.owners.get(digest, ()))
                good = False
        return good

    def _day(self, row: Row, name: str) -> date | None:
        """The day in a field; None, and a doubt, if it isn't a date."""
        day = full_date(row.text(name))
        if day is None:
            self.doubts.append(Doubt(self._entry(row), Fault("", row.place(name))))
        return day

    def _act(self, row: Row, organisation: str) -> Act | None:
        on = self._day(row, "on")
        if not self._digests(row, "digest") or on is None:
            return None
        entry, words = self._entry(row), row.text("note") or row.text("reason")
        return Act(ActKind(row.list), organisation, entry, row.text("digest"), on, words, row)

    def _circulation(self, row: Row) -> Circulation | None:
        opens, closes = self._day(row, "opens"), self._day(row, "closes")
        if not self._digests(row, "digest") or opens is None or closes is None:
            return None
        return Circulation(self._entry(row), row.text("digest"), opens, closes, row)

    def _link(self, row: Row) -> EditorialLink | None:
        on = self._day(row, "on")
        if not self._digests(row, "from", "to") or on is None:
            return None
        entry, by, reason = self._entry(row), row.text("by"), row.text("reason")
        return EditorialLink(entry, row.text("from"), row.text("to"), on, by, reason, row)


def _by_entry(found: Iterable[T | None]) -> Mapping[str, tuple[T, ...]]:
    return grouped((one.entry, one) for one in found if one is not None)
