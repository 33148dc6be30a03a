"""Lists that did not change since they were read last are not read again.

Hundreds of tests lay one example or mistake each over the same vocabularies and registers. What is
read of a list follows from its bytes alone, and nothing changes it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toolkit.content import registers, vocabularies

_KEPT: dict[tuple[object, ...], Any] = {}


def read_lists_once(patch: pytest.MonkeyPatch) -> None:
    """Keep what is read of vocabularies and registers, for as long as the patch holds."""
    readers: dict[str, Callable[..., Any]] = {
        "vocabularies": vocabularies.read_vocabulary,
        "registers": registers.read_register,
    }
    for folder, read in readers.items():
        for name, module in list(sys.modules.items()):
            if name.startswith("toolkit.") and getattr(module, read.__name__, None) is read:
                patch.setattr(module, read.__name__, _kept(folder, read))


def _kept(place: str, read: Callable[..., Any]) -> Callable[..., Any]:
    def read_or_recall(folder: Path, prefix: str, name: str, *more: Any, **options: Any) -> Any:
        file = folder / place / f"{name}.yml"
        if file.is_symlink() or not file.is_file():
            return read(folder, prefix, name, *more, **options)
        key = (place, prefix, name, more, tuple(options.items()), file.read_bytes())
        if key not in _KEPT:
            _KEPT[key] = read(folder, prefix, name, *more, **options)
        return _KEPT[key]

    return read_or_recall
