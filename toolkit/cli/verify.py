"""`toolkit verify`: is a copy of the toolkit complete and unchanged?"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.options import echo_json, format_option
from toolkit.editions.files.manifest import Manifest
from toolkit.editions.files.names import shown
from toolkit.editions.files.update_files import Update
from toolkit.editions.verifying.verify import Fault, Report
from toolkit.editions.verifying.verify import verify as check

EPILOG = """\b
Examples:
  toolkit verify toolkit-en-2026-11-25.zip
  toolkit verify /media/usb/toolkit
  toolkit verify editions --format json

\b
Exit codes: 0 complete and unchanged, 1 incomplete or changed, 2 it can't be checked: no such
file, or nothing to check it against.
"""
_CAVEAT = (
    "So nothing was damaged on the way. This does not prove who made the copy: anyone who can "
    "change a file\ncan change its manifest and SHA256SUMS too. Compare the checksum with one from "
    "another source, or check\na signature."
)
# Files in a folder that are named one by one, even where all were added or are missing.
_FEW = 3
_DAY_IN_NAME = re.compile(r"-(\d{4}-\d{2}-\d{2})\.[a-z0-9]+$")
_SIGNATURE = {
    "SHA256SUMS.sig": "ssh-keygen -Y verify -f SIGNERS -I NAME -n file -s SHA256SUMS.sig "
    "< SHA256SUMS",
    "SHA256SUMS.minisig": "minisign -V -p KEY.pub -m SHA256SUMS",
}
_ADVICE = {
    "damaged": "Get the copy again. If another program zipped it again, unzip it and check the "
    "folder.",
    "differs": "Get the copy again: the files that differ may mislead.",
    "missing": "Get the copy again, or copy the whole folder.",
    "added": "The added files are not part of the copy and were not checked: don't open files "
    "you don't know.",
}


@click.command("verify", epilog=EPILOG)
@click.argument("path", metavar="FILE|DIR")
@format_option("text", "json")
def verify(path: str, form: str) -> ExitCode:
    """Check that a copy of the toolkit is complete and unchanged. Works offline, writes nothing.

    A zip or EPUB, zipped or unzipped, is checked against the manifest in it; any other file, and
    also a zip, against SHA256SUMS in the same folder. A folder with SHA256SUMS is checked as a set.

    This finds damage and accidental changes. It does not prove who made a copy: anyone who can
    change a file can also change its manifest and SHA256SUMS. Only a signature, or a checksum that
    you got from another source, proves that.

    Thumbs.db, desktop.ini, .DS_Store and ._ files, and System Volume Information and other folders
    at the top, which Windows and macOS leave on USB sticks, are listed but harmless. Empty
    folders are ignored.
    """
    report = check(Path(path))
    if form == "json":
        echo_json(_data(report))
    else:
        for line in _text(report):
            click.echo(line)
    return ExitCode.OK if report.whole else ExitCode.PROBLEMS


def _text(report: Report) -> Iterator[str]:
    for part in report.parts:
        yield from _one(part)
    yield from _one(report)
    kinds = dict.fromkeys(fault.kind for one in (*report.parts, report) for fault in one.faults)
    for kind in kinds:
        yield _ADVICE[kind]
    if report.whole and report.signature:
        yield (
            f"{report.signature} is a signature. It was not checked here. To check it:\n"
            f"  {_SIGNATURE[report.signature]}"
        )
    if report.whole:
        yield _CAVEAT


def _one(report: Report) -> Iterator[str]:
    verdict = "complete and unchanged" if report.whole else "NOT complete and unchanged"
    yield f"{shown(str(report.path))}: {verdict}"
    if report.update:
        yield f"  {_of_update(report.update)}"
    elif report.manifest:
        yield f"  {_of_copy(report.manifest)}"
    elif day := _DAY_IN_NAME.search(report.path.name):
        yield f"  According to its name, a copy of {day[1]}."
    if by := " and ".join(_by(report)):
        yield f"  Checked against {by}."
    faults = _with_folders_in_one(report)
    width = max((len(fault.kind) for fault in faults), default=0)
    for fault in faults:
        told = [shown(text) for text in (fault.path, fault.reason) if text]
        yield f"  {fault.kind:<{width}}  {': '.join(told)}"
    for path in report.tolerated:
        yield f"  Added by Windows or macOS, harmless: {shown(path)}"
    if report.other_packer:
        yield (
            "  The files in it are unchanged; their compressed bytes can't be compared on this "
            "computer (another zlib)."
        )


def _with_folders_in_one(report: Report) -> list[Fault]:
    """The faults, with one for each folder at the top of which every file was added or is missing.

    So a copy unpacked into another one takes a line, not hundreds.
    """
    inside = Counter(map(_folder, report.manifest.files if report.manifest else ()))
    told: list[Fault] = []
    for (folder, kind), group in groupby(report.faults, lambda one: (_folder(one.path), one.kind)):
        faults = list(group)
        whole = len(faults) == inside[folder] if kind == "missing" else not inside[folder]
        if folder and kind in ("added", "missing") and whole and len(faults) > _FEW:
            faults = [Fault(kind, folder, f"{len(faults):,} files")]
        told += faults
    return told


def _folder(path: str) -> str:
    """The folder at the top that a path leads into, with a slash; empty for a file at the top."""
    folder, slash, _ = path.partition("/")
    return folder + slash if slash else ""


def _of_update(update: Update) -> str:
    return (
        f"Update of {update.title} ({update.language}), from the copy of {update.before.as_of} to "
        f"that of {update.after.as_of}: {_counted(len(update.files), 'file')} to replace or add."
    )


def _of_copy(copy: Manifest) -> str:
    entries = _counted(copy.of, "entry", "entries")
    return f"{copy.title} ({copy.language}), copy of {copy.as_of}, {copy.entries:,} of {entries}."


def _by(report: Report) -> Iterator[str]:
    # In a damaged copy, the manifest may not have been found.
    if report.manifest or report.update:
        files = len(report.manifest.files) if report.manifest else 0
        yield "the manifest in it" + (f" ({_counted(files, 'file')})" if files else "")
    if "SHA256SUMS" in report.by:
        listed = len(report.parts)
        yield "SHA256SUMS" + (f" ({_counted(listed, 'file')})" if listed else "")


def _counted(number: int, noun: str, plural: str = "") -> str:
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _data(report: Report) -> dict[str, Any]:
    """The report as data for other programs."""
    copy, update = report.manifest, report.update
    return {
        "path": str(report.path),
        "whole": report.whole,
        "by": report.by,
        "copy": copy
        and {
            "edition": copy.edition,
            "title": copy.title,
            "language": copy.language,
            "choice": dict(copy.choice),
            "as_of": copy.as_of.isoformat(),
            "version": copy.version,
            "digest": copy.digest,
            "entries": copy.entries,
            "of": copy.of,
            "files": len(copy.files),
        },
        "update": update
        and {
            "from": {"as_of": update.before.as_of.isoformat(), "digest": update.before.digest},
            "to": {"as_of": update.after.as_of.isoformat(), "digest": update.after.digest},
            "files": len(update.files),
        },
        "faults": [asdict(fault) for fault in report.faults],
        "tolerated": report.tolerated,
        "signature": report.signature,
        "packed_bytes_compared": not report.other_packer,
        "parts": [_data(part) for part in report.parts],
    }
