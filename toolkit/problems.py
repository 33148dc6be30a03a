"""What checks report, and the one error that ends a run. Knows no check and no format."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from toolkit.source import Location


class Severity(enum.StrEnum):
    """How much a problem weighs: only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: one fault at one place.

    `message` says in a full sentence what is wrong, quoting the offending value; `label` is the
    narrow correction that stands under the caret; `hint` is the action, naming the file to edit;
    `field` is the field at fault (`sources[0].url`), empty where none is.
    """

    message: str
    location: Location
    label: str = ""
    hint: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding with the name and the severity of the check that reported it."""

    id: str
    severity: Severity
    finding: Finding

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of every report: by file, position, name, and text."""
        place = self.finding.location
        return (place.source.path, place.line, place.column, self.id, self.finding.message)

    @property
    def documentation(self) -> str:
        """Address of the page that explains the problem, relative to the site's root."""
        return f"contribute/checks.html#{self.id}"


class ToolkitError(Exception):
    """A run that can't be done: bad arguments, nothing to check, an unreadable folder."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
