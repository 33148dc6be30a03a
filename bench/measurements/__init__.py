"""The registry of measurements: each is a module, and a line here.

A module has a `NAME`, a docstring whose first line is its heading, and a function `measure` that
takes a workspace and returns tables, verdicts and data.
"""

from typing import Protocol

from bench.measurements import builds, checks, languages, recognition, search, serve, weights
from bench.report import Result
from bench.workspace import Workspace


class Measurement(Protocol):
    """The contract for a module in this folder."""

    __doc__: str | None

    @property
    def NAME(self) -> str:  # noqa: N802
        """Its name for `--only`."""

    def measure(self, workspace: Workspace, /) -> Result:
        """Measure; raises RunFailedError if a build fails."""


MEASUREMENTS: tuple[Measurement, ...] = (
    builds,
    checks,
    languages,
    recognition,
    search,
    serve,
    weights,
)
