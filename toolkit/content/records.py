"""What groups of parts in a front matter are read as; a part that is missing is empty."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from; `role` is one of the table's roles."""

    url: str = ""
    title: str = ""
    publisher: str = ""
    role: str = "description"


@dataclass(frozen=True, slots=True)
class WorkFile:
    """The work itself in one language."""

    language: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Helpline:
    """A number of an official body, with the day on which it was seen to be valid."""

    number: str = ""
    country: str = ""
    body: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """Which organization compared the entry with the work, and on which day."""

    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """On which day the entry was withdrawn, and why."""

    on: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TaskChoice:
    """An entry that a task chooses, what to use it for and what to mind.

    `digest` is that of the entry's text when somebody last looked at the task, or empty.
    """

    entry: str = ""
    use: str = ""
    caution: str = ""
    digest: str = ""
