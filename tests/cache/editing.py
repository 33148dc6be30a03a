"""What a change to a checkout is, and how it finds and edits files."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

Change = Callable[[Path, Random], None]
THEMES = ("criminal-justice", "fair-recruitment", "migration", "supply-chains", "law-and-concepts")


def any_word(chance: Random) -> str:
    return f"word{chance.randrange(10)}"


def one_of(chance: Random, folder: Path, pattern: str) -> Path:
    return chance.choice(sorted(folder.glob(pattern)))


def an_entry(folder: Path, chance: Random, kind: str = "*") -> Path:
    return chance.choice(
        sorted(
            path
            for path in (folder / "docs").glob(f"*/{kind}/*.md")
            if "." not in path.stem and path.parent.name in {"practices", "resources"}
        )
    )


def rewrite(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8", errors="surrogateescape")
    text, count = re.subn(pattern, new, text, count=1, flags=re.MULTILINE)
    if not count:
        raise LookupError(f"nothing in {path.name} matches {pattern}")
    path.write_text(text, encoding="utf-8", errors="surrogateescape")


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
