"""What a change to a checkout is, and how it finds and edits files."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

Change = Callable[[Path, Random], None]
THEMES = ("criminal-justice", "fair-recruitment", "migration", "supply-chains", "law-and-concepts")


def any_word(chance: Random) -> str:
    return f"word{chance.randrange(10)}"


def one_of(chance: Random, folder: Path, pattern: str) -> list[Path]:
    """One of the matching files, or none."""
    found = sorted(folder.glob(pattern))
    return [chance.choice(found)] if found else []


def an_entry(folder: Path, chance: Random, kind: str = "*") -> list[Path]:
    files = sorted(
        path
        for path in (folder / "docs").glob(f"*/{kind}/*.md")
        if "." not in path.stem and path.parent.name in {"practices", "resources"}
    )
    return [chance.choice(files)] if files else []


def rewrite(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
