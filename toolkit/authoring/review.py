"""Records that an organization read an entry and found it still true."""

from __future__ import annotations

from datetime import date
from typing import Final

from toolkit.authoring.editing import with_fields
from toolkit.content.document import Document
from toolkit.problems import Fix

_MONTHS_AHEAD: Final = 12


def reviewed(entry: Document, organisation: str, day: date, month: str = "") -> tuple[Fix, ...]:
    """The changes of an entry that `organisation` read on `day` and found still true.

    `month` is when it should be read next, a year later where it is empty. Raises ToolkitError
    where the entry's front matter can't be read.
    """
    month = month or f"{day.year + _MONTHS_AHEAD // 12}-{day.month:02}"
    return with_fields(
        entry,
        {
            "verified": {"by": organisation, "on": day.isoformat()},
            "review_by": month,
        },
    )
