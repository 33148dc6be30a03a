"""What a check is: a module with a page, a severity and a function that finds faults."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass

from toolkit.problems import CheckPage, Findings, Severity
from toolkit.validation.context import Context


@dataclass(frozen=True, slots=True)
class Check:
    """A module of `validation/checks`; `id` is its name, and the permanent name of the fault.

    `doc`, its docstring, is the public page of the check: the first line says what the fault is;
    the paragraphs and headings after it say why it matters and what to do. `check` finds all faults
    of this kind. It prints, raises and opens nothing, since the context has all it needs.
    """

    id: str
    severity: Severity
    check: Callable[[Context], Findings]
    doc: str

    @property
    def page(self) -> CheckPage:
        """The page in Markdown, with level-2 headings."""
        text = inspect.cleandoc(self.doc)
        return CheckPage(self.id, self.severity, text.partition("\n")[0], text)
