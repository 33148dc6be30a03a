"""What a check is: a module with a name, a severity and a function that finds faults."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context


class Check(Protocol):
    """The contract of a module of `validation/checks`.

    Its docstring is the public page of the check: the first line says what the fault is; the
    paragraphs and headings after it say why it matters and what to do. `check` prints nothing,
    raises nothing and opens nothing: all it needs comes from the context.
    """

    __doc__: str | None

    @property
    def ID(self) -> str:  # noqa: N802
        """Permanent name of the fault, in lower case with hyphens."""

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802
        """How much the fault weighs."""

    def check(self, context: Context, /) -> Iterable[Finding]:
        """All faults of this kind in the content."""
