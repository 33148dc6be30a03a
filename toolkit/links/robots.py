"""What the robots.txt of a host lets a program ask (RFC 9309)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_LINE = re.compile(r"\s*(user-agent|allow|disallow)\s*:([^#]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of a group. `pieces` stand between the stars of its path, each for anything; `to_end`
    if the last one is the end of the address; `length` says which of two rules is more exact.
    """

    allows: bool
    pieces: tuple[str, ...]
    to_end: bool
    length: int

    def fits(self, path: str) -> bool:
        """Whether the path of an address begins as the rule says."""
        first, *others = self.pieces
        if not path.startswith(first):
            return False
        at = len(first)
        last = others.pop() if self.to_end and others else ""
        for piece in others:
            found = path.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        if not self.to_end or len(self.pieces) == 1:
            return not self.to_end or at == len(path)
        return path[at:].endswith(last)


def rules_for(robot: str, text: str) -> list[Rule]:
    """The rules of all groups that name a robot, or of those for everybody where none does."""
    groups: dict[str, list[Rule]] = {}
    names: list[str] = []
    is_open = False  # whether another name may still join those above it
    for line in text.removeprefix("\ufeff").splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        key, value = found[1].lower(), found[2].strip()
        if key == "user-agent":
            name = value.lower().partition("/")[0]
            names = [*names, name] if is_open else [name]
            is_open = True
            groups.setdefault(name, [])
            continue
        is_open = False
        rule = _rule(value, allows=key == "allow")
        for name in names if value else ():
            groups[name].append(rule)
    return groups.get(robot.lower(), groups.get("*", []))


def allow(rules: Sequence[Rule], address: str) -> bool:
    """Whether an address may be asked: the longest rule that fits it decides, of equals `allow`."""
    parts = urlsplit(address)
    path = _plain(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}")
    fitting = ((rule.length, rule.allows) for rule in rules if rule.fits(path))
    return max(fitting, default=(0, True))[1]


def _rule(path: str, *, allows: bool) -> Rule:
    pieces = tuple(_plain(piece) for piece in path.removesuffix("$").split("*"))
    return Rule(allows, pieces, path.endswith("$"), len(path))


def _plain(text: str) -> str:
    """A part of an address with the same letters as codes, however it was written."""
    return quote(unquote(text), safe="/?=&;:@+,!~'()*$")
