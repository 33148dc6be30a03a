"""The as-of date of a run: given, from the environment, or today. There is no other clock."""

import os
from datetime import UTC, date, datetime

from toolkit.problems import ToolkitError


def as_of(text: str | None = None) -> date:
    """Parse the date `YYYY-MM-DD`; without one, use `SOURCE_DATE_EPOCH` (in UTC), or else today.

    Raises ToolkitError if the date or the variable can't be parsed.
    """
    if text:
        try:
            return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
        except ValueError as error:
            raise ToolkitError(
                f'"{text}" is not a date.', "write year, month and day, as in 2026-11-25."
            ) from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ToolkitError(
            f'SOURCE_DATE_EPOCH is "{epoch}", which is not a number of seconds.',
            "set it to seconds since 1970, as `git log -1 --format=%ct` prints them, or unset it.",
        ) from error
