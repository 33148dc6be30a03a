"""What a report is: a module that turns problems into text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from toolkit.problems import CheckPage, Problem


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """What a change does to a file: a `verb` such as Adds; `kind` and `title` may be unknown."""

    verb: str
    kind: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Background:
    """What some reports show besides the problems, or need to show them.

    `rules` are all existing checks. `site` is the site's published address, empty if unknown.
    `changed` are the files of the change that is checked, if it is one. `colour` is for screens
    that support it. `brief` if everything was checked, so that notices of one kind need not all be
    shown. `below` leads from the root of the repository to the folder of the paths, and ends with a
    slash or is empty.
    """

    rules: Sequence[CheckPage] = ()
    site: str = ""
    changed: Sequence[ChangedFile] = ()
    colour: bool = False
    brief: bool = False
    below: str = ""

    def page(self, problem_id: str) -> str:
        """The address of the page that explains a problem; empty if that of the site is unknown."""
        return f"{self.site.rstrip('/')}/contribute/checks.html#{problem_id}" if self.site else ""


NOTHING = Background()


class Report(Protocol):
    """The contract for a module in `reports`: a pure function."""

    def render(
        self, problems: Sequence[Problem], checked: int, background: Background = NOTHING
    ) -> str:
        """The text for `problems` found in `checked` entries, with a final newline."""
