"""What checks get: the content, the day, and what several of them need, made once a run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from toolkit.content.reader import Content
from toolkit.recognition.ledger import Ledger, make_ledger
from toolkit.validation.passages import Numbered, with_numbers


@dataclass(frozen=True)
class Context:
    """The content that is checked, and the `day` that it is judged by.

    What more than one check needs is a property here, made when the first one asks for it. Nothing
    of a run outlives its context.
    """

    content: Content
    day: date

    @cached_property
    def ledger(self) -> Ledger:
        """All acts of recognition."""
        return make_ledger(self.content)

    @cached_property
    def numbered(self) -> Numbered:
        """All texts that hold numbers, for the checks of numbers."""
        return with_numbers(self.content)
