"""Faults met while reading. A fault is a fact; the check of its name puts it into words."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.source import Location


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that kept a file, or a part of it, from being read.

    `check` is the id of the check that reports it; `reason` tells the cases of one check apart;
    `detail` is the text at fault or a figure, as the check needs it for its message.
    """

    check: str
    location: Location
    reason: str = ""
    detail: str = ""
