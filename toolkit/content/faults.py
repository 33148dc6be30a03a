"""Faults found while reading. A fault is a fact; the check that it names puts it into words."""

from dataclasses import dataclass

from toolkit.source import Location, SourceFile

_NOWHERE = SourceFile("").at(1)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that kept a file, or a part of it, from being read.

    `check` is the id of the check that reports it; `reason` distinguishes the cases of one check.
    The rest is what the message needs: `detail` is the offending text, `field` the path to the
    field (`sources[0].url`), `names` and `numbers` come in the order of the message, and `other` is
    the location of what it conflicts with.
    """

    check: str
    location: Location
    reason: str = ""
    detail: str = ""
    field: str = ""
    names: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    other: Location = _NOWHERE
