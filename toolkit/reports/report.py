"""What a report is: a module that turns problems into text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from toolkit.problems import CheckPage, Problem


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """What a change does with a file: `verb` like Adds; `kind` and `title` may be unknown."""

    verb: str
    kind: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Background:
    """What some reports tell besides the problems, or show them by.

    `rules` are all checks there are. `site` is the address at which the site is published, empty
    where nobody has said it. `changed` are the files of the change that is checked, if it is one.
    `colour` is for a screen that has it.
    """

    rules: Sequence[CheckPage] = ()
    site: str = ""
    changed: Sequence[ChangedFile] = ()
    colour: bool = False

    def page(self, problem_id: str) -> str:
        """The address of the page that explains a problem; empty where the site has none."""
        return f"{self.site.rstrip('/')}/contribute/checks.html#{problem_id}" if self.site else ""


NOTHING = Background()


class Report(Protocol):
    """The contract of a module of `reports`: a pure function."""

    def render(
        self, problems: Sequence[Problem], checked: int, background: Background = NOTHING
    ) -> str:
        """The text for `problems`, found in `checked` entries; it ends with a line end."""
