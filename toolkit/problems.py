"""What checks report, and the one error that ends a run. Knows no checks and no formats."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from toolkit.source import Location, open_regular


class Severity(enum.StrEnum):
    """How serious a problem is: only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Fix:
    """A fix for a fault: `text` replaces what is at `location`.

    Only for fixes that are safe and leave no choice. A location that begins in column 0 of the
    first line includes the byte-order mark.
    """

    location: Location
    text: str


def in_place_of(place: Location, text: str) -> Fix:
    """What puts a text on one line in the place of a value, which may end where a line begins."""
    ends_line = place.end_line > place.line and place.end_column == 1
    return Fix(place, f"{text}\n" if ends_line else text)


class _Value(Protocol):
    """A value as read, with the name of its field."""

    @property
    def name(self) -> str: ...

    @property
    def location(self) -> Location: ...


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: one fault at one place.

    `message` says in a full sentence what is wrong, quoting the offending value; `label` is the
    narrow correction under the caret; `hint` is the action, naming the file to edit; `field` is the
    field at fault (`sources[0].url`), empty if there is none; `fixes` together fix the fault, if a
    program can do that.
    """

    message: str
    location: Location
    label: str = ""
    hint: str = ""
    field: str = ""
    fixes: tuple[Fix, ...] = ()

    @classmethod
    def about(
        cls, value: _Value, message: str, label: str, hint: str, fixes: tuple[Fix, ...] = ()
    ) -> Finding:
        """A finding about the value of a field."""
        return cls(message, value.location, label, hint, value.name, fixes)


Findings = Iterator[Finding]


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding with the name and the severity of the check that reported it."""

    id: str
    severity: Severity
    finding: Finding

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order of every report: by file, position, id, and message."""
        place = self.finding.location
        return (place.source.path, place.line, place.column, self.id, self.finding.message)

    @property
    def documentation(self) -> str:
        """The address of the page that explains the problem, relative to the site's root."""
        return f"contribute/checks.html#{self.id}"


@dataclass(frozen=True, slots=True)
class CheckPage:
    """What reports say about a check: `title` names the fault in a sentence, `text` is its page."""

    id: str
    severity: Severity
    title: str
    text: str


class ToolkitError(Exception):
    """A run that can't be done: bad arguments, nothing to check, an unreadable folder."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def changed_meanwhile(path: Path | str, *, is_new: bool = False) -> ToolkitError:
    """What to say if somebody changed a file, or made it, after the content was read."""
    what = (
        "already exists; nothing was written" if is_new else "was changed while it was being fixed"
    )
    return ToolkitError(f'"{path}" {what}.', "run the command again.")


def read_bounded(path: Path, most: int, name: str, hint: str = "", *, follow: bool = True) -> bytes:
    """What an ordinary file holds: all of it, or if it is larger one byte more than `most`.

    Raises ToolkitError, with what messages call the file and a hint, where it can't be read, or
    where it is a link that is not to `follow`.
    """
    try:
        with open_regular(path, follow=follow) as file:
            return file.read(most + 1)
    except OSError as error:
        raise ToolkitError(f"{name} can't be read: {error.strerror}.", hint) from error


def count_line(problems: Iterable[Problem], checked: int) -> str:
    """The closing line of a report: `251 entries checked: 1 error, 0 warnings.`"""
    counts = Counter(problem.severity for problem in problems)
    parts = [
        counted(counts[severity], severity.value)
        for severity in Severity
        if counts[severity] or severity is not Severity.NOTICE
    ]
    return f"{counted(checked, 'entry')} checked: {', '.join(parts)}."


def counted(number: int, noun: str) -> str:
    """A number of things: `1 entry`, `2 entries`, `2 addresses`."""
    many = (
        f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}{'es' if noun.endswith('s') else 's'}"
    )
    return f"{number} {noun if number == 1 else many}"
