"""Who may change a file, according to the rules in a CODEOWNERS file."""

import enum
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

_FILES_BELOW = "(?:/.*)?"


class May(enum.Enum):
    """Whether a person may change a file."""

    YES = enum.auto()
    NO = enum.auto()
    IF_IN_TEAM = enum.auto()
    NOBODY_NAMED = enum.auto()
    PERSON_UNKNOWN = enum.auto()


@dataclass(frozen=True, slots=True)
class OwnerRule:
    """A line of CODEOWNERS: which paths, and who owns them."""

    pattern: re.Pattern[str]
    owners: tuple[str, ...]


def read_rules(text: str) -> tuple[OwnerRule, ...]:
    """The rules in the text of a CODEOWNERS file, in order."""
    rules = []
    for line in text.splitlines():
        words = line.partition(" #")[0].split()
        if words and not words[0].startswith("#"):
            rules.append(OwnerRule(_pattern(words[0]), tuple(words[1:])))
    return tuple(rules)


def owners_of(path: str, rules: Iterable[OwnerRule]) -> tuple[str, ...]:
    """The owners of a path relative to the repository: the last rule that matches wins."""
    found: tuple[str, ...] = ()
    for rule in rules:
        if rule.pattern.fullmatch(path):
            found = rule.owners
    return found


def may_change(handles: Collection[str], owners: Collection[str]) -> May:
    """Whether a person with these handles, their own and those of teams, is among the owners."""
    if not owners:
        return May.NOBODY_NAMED
    if not handles:
        return May.PERSON_UNKNOWN
    if {handle.casefold() for handle in handles} & {owner.casefold() for owner in owners}:
        return May.YES
    # Only the repository's host knows which teams a person is in.
    names_a_team = any("/" in handle for handle in handles)
    return May.IF_IN_TEAM if any("/" in o for o in owners) and not names_a_team else May.NO


def _pattern(text: str) -> re.Pattern[str]:
    """A CODEOWNERS pattern as a regex; it is a .gitignore pattern without `!` and `[]`."""
    anchored = "/" in text.rstrip("/")
    parts = re.split(r"(\*\*/|/\*\*$|\*\*|\*|\?)", text.strip("/"))
    signs = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    body = "".join(signs.get(part, re.escape(part)) for part in parts)
    # `docs/*` means the files in the folder, not those below its subfolders.
    below = "" if text.endswith("/*") else "/.*" if text.endswith("/") else _FILES_BELOW
    return re.compile(f"{'' if anchored else '(?:.*/)?'}{body}{below}")
