"""The table of the fields of a task, in the same form as that of entries."""

from dataclasses import replace
from functools import partial
from typing import Any

from toolkit.content.entry_schema import BY_NAME
from toolkit.content.records import TaskChoice
from toolkit.content.schema import Field, Form, Kind, Number

FEWEST_CHOICES = 3
MOST_CHOICES = 5
LONGEST_TITLE = 70
MOST_WORDS = 200
# The headings of a task's body.
TASK_SECTIONS = ("Settle first", "Steps", "Avoid")

_TASK = frozenset({Kind.TASK})


def _shared(name: str, *, required: bool = True, **changes: Any) -> Field:
    """A row from the table of entries that tasks share, with `changes`."""
    needed = _TASK if required else frozenset()
    return replace(BY_NAME[name], kinds=_TASK, required=needed, **changes)


_needed = partial(Field, kinds=_TASK, required=_TASK)

TASK_FIELDS: tuple[Field, ...] = (
    _shared(
        "title",
        about="What the reader has to do, beginning with a verb.",
        example="Inspect a workplace for signs of forced labour",
        max_length=LONGEST_TITLE,
    ),
    _shared(
        "summary",
        about="Whom the page helps, and to do what.",
        example="Helps labour inspectors to prepare a visit, notice signs and secure evidence.",
    ),
    _shared("pillars", about="The pillars that it serves. The first one lists it."),
    _shared("audiences", about="Who has to do this."),
    _shared("themes"),
    _needed(
        "asked",
        Form.TEXT,
        "Questions and phrases that people type when they look for it. The search finds the page "
        "by them; they are never shown.",
        "[workers have no passports and get no pay]",
        number=Number.LIST,
    ),
    _needed(
        "choices",
        Form.GROUP,
        f"{FEWEST_CHOICES} to {MOST_CHOICES} entries in the order of use, each with what to use it "
        "for and what to keep in mind.",
        "[{entry: unodc-toolkit-2008, use: Take the checklist., caution: It is from 2008.}]",
        number=Number.LIST,
        parts=(
            _needed("entry", Form.ENTRY, "The entry.", "unodc-toolkit-2008"),
            _needed("use", Form.TEXT, "What to use it for.", "Take the checklist with you."),
            _needed("caution", Form.TEXT, "What to keep in mind.", "It is from 2008."),
            Field(
                "digest",
                Form.DIGEST,
                "The text of the entry when the task was last looked at. `toolkit tasks stamp` "
                "writes it.",
                "sha256:1f0c...",
                _TASK,
            ),
        ),
        record=TaskChoice,
        ordered=True,
    ),
    _shared("provisions", required=False),
    Field(
        "related",
        Form.TASK,
        "Tasks that come before, after or alongside this one.",
        "[interview-a-child]",
        _TASK,
        Number.LIST,
    ),
    _shared("added", required=False),
    _shared("review_by", required=False),
    _shared(
        "aliases",
        required=False,
        about="Former paths of the task; each gets a page that leads here.",
        example="[tasks/old-name]",
    ),
)
