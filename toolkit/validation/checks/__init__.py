"""The registry of checks, in alphabetical order: a check is a module and a line here."""

from __future__ import annotations

from toolkit.validation.check import Check
from toolkit.validation.checks import unknown_term

CHECKS: tuple[Check, ...] = (unknown_term,)
