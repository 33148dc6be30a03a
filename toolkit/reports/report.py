"""What a report is: a module that turns problems into text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from toolkit.problems import Problem


class Report(Protocol):
    """The contract of a module of `reports`: a pure function, and what it leaves to others."""

    @property
    def SUMMARIZES(self) -> bool:  # noqa: N802
        """Whether the text closes with the line of counts; else it goes to standard error."""

    def render(self, problems: Sequence[Problem], checked: int, *, colour: bool = False) -> str:
        """The text for `problems`, found in `checked` entries; it ends with a line end."""
