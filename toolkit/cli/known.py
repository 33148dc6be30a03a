"""Looks up what commands are given by id: not a command itself."""

import posixpath
import re
from collections.abc import Collection, Mapping
from datetime import date

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.registers import Organisation, organisation_named
from toolkit.content.schema import Kind
from toolkit.problems import ToolkitError
from toolkit.validation.nearest import look_up
from toolkit.validation.runner import refuse_errors_in


def name_of(id_: str) -> str:
    """An id, which may be given as the path to its file."""
    return id_.replace("\\", "/").rstrip("/").rpartition("/")[2].removesuffix(".md")


def entry_of(content: Content, id_: str) -> Document:
    """The entry with an id, or at the path of its file. Raises ToolkitError if there is none."""
    hint = "use a file name without .md."
    message = f'There is no entry "{id_}".'
    _refuse_title(id_, content.by_id, message)
    _refuse_page(id_, content.by_id, message)
    _refuse_former(name_of(id_), content.by_id, message)
    if name_of(id_) in {task.id for task in content.tasks}.difference(content.by_id):
        raise ToolkitError(message, "it is a task: name an entry, such as one that it chooses.")
    if id_ in content.organisations.items and id_ not in content.by_id:
        raise ToolkitError(message, "it is an organization: name an entry.")
    found = look_up(name_of(id_), content.by_id, message, hint)
    # Another path that ends in the same name is not meant.
    path = re.sub(r"^(?:\.{1,2}/)+", "", id_.replace("\\", "/").rstrip("/").removesuffix(".md"))
    if not (f"/{found.path}".endswith(f"/{path}") or f"/{path}".endswith(f"/{found.path}")):
        message = f'"{id_}" is not where the entry "{found.id}" is.'
        raise ToolkitError(message, f"if you mean that one, write {found.source.path}.")
    return found


def refuse_errors(content: Content, entries: Collection[Document], day: date) -> None:
    """Raise ToolkitError if a check finds an error in an entry: no site would show its text."""
    ids = {entry.id for entry in entries}
    paths = {entry.source.path for entry in content.entries if entry.id in ids}
    refuse_errors_in(content, paths, day, "so its text can't be published.")


def organisation_of(content: Content, id_: str) -> Organisation:
    """The organization with an id. Raises ToolkitError if there is none."""
    known, path = content.organisations.items, content.organisations.path
    message = f'"{id_}" is not the id of an organization.'
    if id_ not in known and (meant := organisation_named(known, id_)):
        raise ToolkitError(message, f'did you mean "{meant}"?')
    if id_ not in known and name_of(id_) in content.by_id:
        raise ToolkitError(message, "it is an entry: write the organization first, then entries.")
    if id_ not in known and not content.organisations.sound:
        message = f'{path} has errors, so it is not clear whether it has "{id_}".'
        raise ToolkitError(message, "run toolkit check and fix them first.")
    return look_up(id_, known, message, f"use an id from {path}.")


def original_of(content: Content, id_: str) -> Document:
    """A document to translate, by path, or the id of an entry or task.

    Raises ToolkitError if there is none, or if it can't be read.
    """
    message = f'There is no entry, task or page "{id_}".'
    hint = "name the id of an entry or task, or a path such as about/safety."
    found = _look_up(content, id_, content.documents, message, hint)
    found.require_read()
    return found


def text_of(content: Content, id_: str, new: str = "") -> Document:
    """An entry or task, by id or path; perhaps to be called `new`.

    Raises ToolkitError if there is none.
    """
    documents = (*content.entries, *content.tasks)
    message, hint = f'There is no entry or task "{id_}".', "use a file name without .md."
    if name_of(new) in {one.id for one in documents}:
        hint = f"write the present name first: {name_of(new)} {name_of(id_)}"
    return _look_up(content, id_, documents, message, hint)


def _look_up(
    content: Content, id_: str, documents: Collection[Document], message: str, hint: str
) -> Document:
    known = {one.path: one for one in documents}
    known |= {one.id: one for one in documents if one.kind is Kind.TASK}
    known |= {one.id: one for one in documents if one.is_entry}
    path = posixpath.normpath(id_.replace("\\", "/"))
    path = path.removesuffix(".md").removeprefix(f"{content.prefix}/")
    _refuse_title(id_, known, message)
    _refuse_page(id_, known, message)
    _refuse_former(path, known, message)
    return look_up(path, known, message, hint)


def _refuse_title(typed: str, known: Mapping[str, Document], message: str) -> None:
    """Raise ToolkitError, with the id that was meant, for a title in place of one."""
    title = " ".join(typed.split()).casefold()
    if typed not in known and " " in title:
        for id_, one in known.items():
            if one.text("title").casefold() == title:
                raise ToolkitError(message, f'did you mean "{id_}"?')


def _refuse_page(typed: str, known: Mapping[str, Document], message: str) -> None:
    """Raise ToolkitError, with the id that was meant, for the address or file of a page."""
    page = re.sub(r"\.html(?:[?#].*)?$", "", f"/{typed}".replace("\\", "/"))
    for id_, one in known.items() if page != f"/{typed}" else ():
        if any(page.endswith(f"/{name}") for name in (id_, *one.texts("aliases"))):
            raise ToolkitError(message, f'did you mean "{id_}"?')


def _refuse_former(typed: str, known: Mapping[str, Document], message: str) -> None:
    """Raise ToolkitError, with the present id, for one that a text had before it was renamed.

    The most similar id is often that of another text, such as the next year's report.
    """
    if typed not in known:
        for one in known.values():
            if any(typed in (path, name_of(path)) for path in one.texts("aliases")):
                raise ToolkitError(message, f'it was renamed: write "{one.id}".')
