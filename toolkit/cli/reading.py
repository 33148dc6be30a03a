"""Reads the content for commands, with what earlier runs kept of it: not a command itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.cache.store import kept_for_reading, store_for
from toolkit.clock import as_of
from toolkit.content.reader import Content, read_content
from toolkit.content.schema import ID, Form
from toolkit.problems import ToolkitError
from toolkit.validation.words import quote

if TYPE_CHECKING:
    from toolkit.content.document import Document
    from toolkit.content.registers import Register
    from toolkit.content.vocabularies import Vocabulary
    from toolkit.validation.context import Context


def content_of(folder: Path) -> Content:
    """The content of a folder. Raises ToolkitError as `read_content` does."""
    return read_content(folder, kept_for_reading(folder))


def refuse_unchecked(content: Content, document: Document, before: Document | None = None) -> None:
    """Raise ToolkitError if a document has values of a list with errors that it had not `before`.

    Checks don't look at them, and a name isn't known to be that of an id. Where the whole list is
    missing, what is written as an id is taken.
    """
    lists: dict[str, Vocabulary | Register[Any]] = {
        **content.vocabularies,
        Form.ORGANISATION: content.organisations,
        Form.PROVISION: content.instruments,
    }
    there = {leaf.text for leaf in before.leaves} if before else set()
    for leaf in document.leaves:
        used = lists.get(leaf.field.vocabulary or leaf.field.form)
        if used and not used.sound and leaf.text not in there:
            is_missing = used.faults[0].reason == "missing"
            if is_missing and ID.fullmatch(leaf.text.partition(":")[0]):
                continue
            wrong = "is missing" if is_missing else "has errors"
            raise ToolkitError(
                f"{used.path} {wrong}, so {quote(leaf.text)} can't be checked.",
                "run toolkit check and fix them first.",
            )


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
