"""The public page of a check, from the docstring of its module."""

from __future__ import annotations

import inspect
from dataclasses import dataclass

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
