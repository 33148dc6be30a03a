"""Content whose files are read on first access."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from toolkit.content.files import require_folder
from toolkit.content.reader import Content, read_by
from toolkit.content.watched import Watch, WatchedDocument


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
        names = {one.name for one in fields(Content)} & self.__dict__.keys()
        known = {name: self.__dict__[name] for name in names}
        return LateContent(self.__dict__["_late"], **{**known, **changes})
