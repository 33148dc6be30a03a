"""Faults met while reading. A fault is a fact; the check of its name puts it into words."""

from dataclasses import dataclass

from toolkit.source import Location


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that kept a file, or a part of it, from being read.

    `check` is the id of the check that reports it; `reason` tells the cases of one check apart,
    and the rest is what its message needs: `detail` the text at fault, `field` the way to the field
    (`sources[0].url`), `names` and `numbers` in the order in which the message has them, and
    `other` the place of what it conflicts with.
    """

    check: str
    location: Location
    reason: str = ""
    detail: str = ""
    field: str = ""
    names: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    other: Location | None = None
