"""Reads the content for commands, with what earlier runs kept of it: not a command itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cache.store import kept_for_reading, store_for
from toolkit.clock import as_of
from toolkit.content.reader import Content, read_content
from toolkit.problems import ToolkitError

if TYPE_CHECKING:
    from toolkit.validation.context import Context


def content_of(folder: Path) -> Content:
    """The content of a folder. Raises ToolkitError as `read_content` does."""
    return read_content(folder, kept_for_reading(folder))


def sound_context(folder: Path, day: date) -> Context:
    """The content of a folder, for what a site has too.

    Raises ToolkitError if something in it would stop a build, and as `read_content` does.
    """
    from toolkit.validation.context import Context
    from toolkit.validation.runner import checks_for_errors, has_errors, run_checks_in
    from toolkit.validation.sound import read_and_known

    content, sound, _ = read_and_known(folder, store_for(folder) if folder.is_dir() else None)
    context = Context(content, day)
    if has_errors(run_checks_in(context, checks_for_errors(), sound)):
        shown = "toolkit check" if day == as_of() else f"toolkit check --as-of {day}"
        raise ToolkitError("The content has errors.", f"fix them first: {shown} shows them.")
    return context
