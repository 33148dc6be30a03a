"""Makes statements on behalf of an organization: what it may say, and the files to write."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.content.recognition import RowFile, read_register
from toolkit.problems import ToolkitError
from toolkit.publishing import write_files
from toolkit.recognition.acts import Act, ActKind
from toolkit.recognition.in_force import InForce, in_turn
from toolkit.recognition.judgement import between
from toolkit.recognition.ledger import Ledger
from toolkit.recognition.register_lines import line_of, new_register, with_line
from toolkit.recognition.texts import path_of
from toolkit.source import SourceFile


@dataclass(frozen=True, slots=True)
class Wish:
    """What an organization wants to say about some entries on a day."""

    kind: ActKind
    organisation: str
    entries: tuple[str, ...]
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the register, the lines added to it, and the newly kept texts.

    `said_already` are the entries about which the organization has already said so.
    """

    register: str
    lines: tuple[str, ...]
    kept: tuple[str, ...]
    said_already: tuple[str, ...]


def state(ledger: Ledger, folder: Path, wish: Wish) -> Written:
    """Write the statements in `wish` to the register, and keep the texts that they are about.

    Raises ToolkitError, and writes nothing, if one of them can't be made.
    """
    _check_author(ledger, wish)
    register = _register(ledger, wish.organisation)
    before = register.source.data if register in ledger.content.recognition.registers else None
    found = {entry: _digest(ledger, wish, entry) for entry in wish.entries}
    digests = {entry: digest for entry, digest in found.items() if digest}
    lines = []
    for entry, digest in digests.items():
        lines.append(line_of(wish.kind, entry, digest, wish.on, wish.words))
        register = with_line(register, wish.kind, lines[-1])
        _check_others(ledger, register, wish, entry, digest)
    files = _texts_to_keep(ledger, digests)
    kept = tuple(f"{ledger.content.prefix}/{name}" for name in files)
    name = f"recognition/{wish.organisation}.yml"
    if lines:
        if ((folder / name).read_bytes() if (folder / name).exists() else None) != before:
            raise ToolkitError(
                f"{register.path} was changed while it was being read.", "run the command again."
            )
        files[name] = register.source.data
    write_files({folder / one: data for one, data in files.items()}, {folder / name: before})
    said_already = tuple(entry for entry in found if entry not in digests)
    return Written(register.path, tuple(lines), kept, said_already)


def keep(ledger: Ledger, folder: Path, digests: Mapping[str, str]) -> tuple[str, ...]:
    """Keep texts, given their digests by entry; returns the digests that were not kept yet.

    Raises ToolkitError, and writes nothing, if a kept file does not match its name.
    """
    files = _texts_to_keep(ledger, digests)
    write_files({folder / name: data for name, data in files.items()})
    return tuple(digest for digest in digests.values() if path_of(digest) in files)


def _texts_to_keep(ledger: Ledger, digests: Mapping[str, str]) -> dict[str, bytes]:
    """The texts that are not kept yet, by path in docs/."""
    files = {}
    for entry, digest in digests.items():
        name = path_of(digest)
        if digest in ledger.texts.altered:
            raise ToolkitError(
                f"{ledger.content.prefix}/{name} does not match its name.",
                "remove the file, then run the command again.",
            )
        if digest not in ledger.texts.sound:
            files[name] = ledger.form(entry, digest).encode()
    return files


def present_digest(ledger: Ledger, entry: str) -> str:
    """The digest of an entry's present text.

    Raises ToolkitError if the entry has faults, but for missing fields.
    """
    document = ledger.content.by_id[entry]
    # What is missing leaves no doubt about the rest: the year may be, if nobody knows it.
    doubtful = any(fault.check != "missing-field" for fault in document.faults)
    if entry not in ledger.now.digests or doubtful:
        raise ToolkitError(
            f"{document.source.path} has errors, so it is not clear what it says.",
            f"run toolkit check {document.source.path} and fix them first.",
        )
    return ledger.now.digests[entry]


def _check_author(ledger: Ledger, wish: Wish) -> None:
    organisations = ledger.content.organisations
    name = wish.organisation
    if not organisations.sound or name in ledger.members.doubtful:
        raise ToolkitError(
            f"{organisations.path} has errors, so it is not clear who is a member.",
            "run toolkit check and fix them first.",
        )
    if wish.kind is not ActKind.WITHDRAWAL and not ledger.members.is_member(name, wish.on):
        raise ToolkitError(
            f'"{name}" is not a verified member of the Group on {wish.on}.',
            f"correct the date, or its membership in {organisations.path}.",
        )


def _register(ledger: Ledger, organisation: str) -> RowFile:
    registers = ledger.content.recognition.registers
    file = next((file for file in registers if file.name == organisation), None)
    if file is None:
        path = f"{ledger.content.prefix}/recognition/{organisation}.yml"
        text = new_register(ledger.content.organisations.items[organisation])
        return read_register(SourceFile(path, text), (), organisation)
    if file.faults:
        raise ToolkitError(
            f"{file.path} has errors.", f"run toolkit check {file.path} and fix them first."
        )
    return file


def _digest(ledger: Ledger, wish: Wish, entry: str) -> str:
    """The digest that a statement is about, empty if the organization has already said so."""
    digest = present_digest(ledger, entry)
    links = ledger.links_of(entry)
    in_force = InForce(links)
    for act in in_turn(ledger.acts.get(entry, ())):
        if act.on < wish.on or (act.on == wish.on and wish.kind is not ActKind.WITHDRAWAL):
            in_force.take(act)
    said = in_force.of(wish.organisation)
    texts = ledger.texts_of(entry, links)
    if wish.kind is ActKind.WITHDRAWAL:
        return _to_withdraw(wish, entry, said, texts)
    about = [act for act in said if act.digest in texts]
    if any(act.kind is wish.kind for act in about):
        return ""
    if about:
        path = f"{ledger.content.prefix}/recognition/{wish.organisation}.yml"
        raise ToolkitError(
            f'"{wish.organisation}" has stated the opposite about this text of "{entry}".',
            f"keep one of the two: to replace what it said on {wish.on}, remove its line of that "
            f"day from {path} first."
            if any(act.on == wish.on for act in about)
            else f"withdraw that first: toolkit withdraw {wish.organisation} {entry} "
            f"--on {wish.on}",
        )
    return digest


def _check_others(ledger: Ledger, register: RowFile, wish: Wish, entry: str, digest: str) -> None:
    """Raise ToolkitError if a statement doesn't go together with those of other days."""
    row = next(
        row
        for row in register.rows
        if (row.list, row.text("entry"), row.text("on")) == (wish.kind, entry, str(wish.on))
    )
    acts, links = ledger.acts.get(entry, ()), ledger.links_of(entry)
    act = Act(wish.kind, wish.organisation, entry, digest, wish.on, wish.words, row)
    before, after = (len([*between(in_turn(one), links)]) for one in (acts, (*acts, act)))
    if after > before:
        raise ToolkitError(
            f'"{wish.organisation}" has a statement about "{entry}" on {wish.on} or later that '
            "this would repeat or contradict.",
            f"look at its lines about {entry} in {register.path}; correct the day here or there.",
        )


def _to_withdraw(wish: Wish, entry: str, said: list[Act], texts: frozenset[str]) -> str:
    """The digest of the last statement about the present text, or else about a former one."""
    about = [act for act in said if act.digest in texts] or said
    if not about:
        raise ToolkitError(
            f'"{wish.organisation}" has made no statement about "{entry}" before {wish.on} that '
            "still holds.",
            "name another entry or a later day; to undo a statement of that day, remove its line.",
        )
    return about[-1].digest
