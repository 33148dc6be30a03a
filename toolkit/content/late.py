"""Content whose files are read on first access."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from toolkit.content.faults import Fault
from toolkit.content.files import require_folder
from toolkit.content.reader import Content, read_by
from toolkit.content.watched import Watch, WatchedDocument

_FIELDS = tuple(one.name for one in fields(Content))
_NOT_NOTED = ("prefix", "documents", "translations", "listed")


def open_content(folder: Path, watch: Watch | None = None) -> Content:
    """The content as `read_content` returns it, but each file is read on first access.

    `watch`, if any, records what documents are asked for. Raises ToolkitError as `read_content`
    does.
    """
    require_folder(folder)
    seen = watch or Watch()
    return read_by(folder, lambda file, prefix: WatchedDocument(file, prefix, seen), LateContent)


class LateContent(Content):
    """Content whose lists are read on first access."""

    @cached_property
    def faults_of_lists(self) -> tuple[Fault, ...]:
        """Those of Content, or what was given instead."""
        known: Any = self.__dict__["_late"].get("faults_of_lists")
        return known() if known is not None else super().faults_of_lists

    def __init__(self, late: Mapping[str, Callable[[], object]], **known: object) -> None:
        self.__dict__.update(known, _late=late)

    def __getattr__(self, name: str) -> object:
        late = self.__dict__.get("_late", {})
        if name not in late:
            raise AttributeError(name)
        value = self.__dict__[name] = late[name]()
        return value

    def part(self, **changes: Any) -> Content:
        """This content with some fields replaced, without reading anything."""
        names = {*_FIELDS} & self.__dict__.keys()
        known = {name: self.__dict__[name] for name in names}
        return LateContent(self.__dict__["_late"], **{**known, **changes})


def noting(content: Content, asked: set[str]) -> Content:
    """The same content, noting in `asked` which of its fields are read, except for documents.

    The faults of lists count as one.
    """

    def noted(name: str) -> object:
        asked.add(name)
        return getattr(content, name)

    return seen_through(content, ("faults_of_lists", *_FIELDS), noted)


def seen_through(
    content: Content, names: Iterable[str], see: Callable[[str], object]
) -> LateContent:
    """The same content with what `see` returns for the fields in `names`, except for documents."""
    late = {name: partial(getattr, content, name) for name in _FIELDS}
    late.update((name, partial(see, name)) for name in names)
    return LateContent(late, **{name: getattr(content, name) for name in _NOT_NOTED})
