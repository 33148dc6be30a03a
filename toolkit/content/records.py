"""The records that groups in a front matter are read into; missing parts are empty."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A source of facts; `role` is one of the roles in the table."""

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
    """An official body's number, with the day on which it was seen to be valid."""

    number: str = ""
    country: str = ""
    body: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """Which organization compared the entry with the work, and when."""

    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """When and why the entry was withdrawn."""

    on: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TaskChoice:
    """An entry chosen for a task, what to use it for and what to keep in mind.

    `digest` is that of the entry's text when the task was last looked at, or empty.
    """

    entry: str = ""
    use: str = ""
    caution: str = ""
    digest: str = ""
