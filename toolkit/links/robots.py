"""What the robots.txt of a host lets us ask (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.robotparser import RobotFileParser

NAME = "toolkit-link-check"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host; `closed` forbids all."""

    parser: RobotFileParser | None = field(default=None, compare=False)
    closed: bool = False

    def allows(self, address: str) -> bool:
        """Whether `address` may be asked."""
        if self.closed:
            return False
        return self.parser is None or self.parser.can_fetch(NAME, address)


def parse_robots(body: bytes) -> Robots:
    """The rules in a file; what can't be read says nothing."""
    parser = RobotFileParser()
    parser.parse(body.decode("utf-8", "replace").splitlines())
    return Robots(parser)
