"""Reads lists and texts again only if they have changed since the last time.

Hundreds of tests each lay one example or mistake over the same small content. What is read from a
file depends on its path and bytes alone, and is never modified.
"""

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toolkit.content import markdown_files
from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.content.registers import RegisterFile
from toolkit.content.vocabularies import read_vocabulary
from toolkit.source import SourceFile

_KEPT: dict[tuple[object, ...], Any] = {}


def read_once(patch: pytest.MonkeyPatch) -> None:
    """Cache what is read from files, for as long as the patch lasts."""
    read_file = RegisterFile.read
    read_text = markdown_files.document_from
    kept_text = functools.cache(read_text)

    def document(
        source: SourceFile, path: str, faults: tuple[Fault, ...] = (), **place: Any
    ) -> Document:
        return read_text(source, path, faults) if faults else kept_text(source, path, **place)

    def vocabulary(folder: Path, prefix: str, name: str) -> Any:
        path = folder / f"vocabularies/{name}.yml"
        return _recalled(path, prefix, lambda: read_vocabulary(folder, prefix, name))

    def register(file: RegisterFile[Any], folder: Path, prefix: str) -> Any:
        path = folder / f"registers/{file.name}.yml"
        return _recalled(path, prefix, lambda: read_file(file, folder, prefix))

    patch.setattr(markdown_files, read_text.__name__, document)
    patch.setattr(RegisterFile, "read", register)
    for name, module in list(sys.modules.items()):
        if name.startswith("toolkit.") and hasattr(module, read_vocabulary.__name__):
            patch.setattr(module, read_vocabulary.__name__, vocabulary)


def _recalled(path: Path, prefix: str, read: Callable[[], Any]) -> Any:
    if path.is_symlink() or not path.is_file():
        return read()
    key = (path.parent.name, path.name, prefix, path.read_bytes())
    if key not in _KEPT:
        _KEPT[key] = read()
    return _KEPT[key]
