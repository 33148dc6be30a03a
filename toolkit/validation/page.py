"""The public page of a check, from the docstring of its module."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.problems import CheckPage

if TYPE_CHECKING:
    from toolkit.validation.check import Check


@dataclass(frozen=True, slots=True)
class Page:
    """`title` is the sentence that names the fault; `text` is the whole page in Markdown."""

    title: str
    text: str


def page(check: Check) -> Page:
    """The page of a check; its headings are of level 2."""
    text = inspect.cleandoc(check.__doc__ or "")
    return Page(text.partition("\n")[0], text)


def rules(checks: Iterable[Check]) -> tuple[CheckPage, ...]:
    """What reports tell of each check."""
    return tuple(_rule(check) for check in checks)


def _rule(check: Check) -> CheckPage:
    told = page(check)
    return CheckPage(check.ID, check.SEVERITY, told.title, told.text)
