"""Provisions: an instrument, one of its articles, or paragraphs of an article."""

import re
from dataclasses import dataclass
from functools import lru_cache

_PROVISION = re.compile(
    r"(?P<instrument>[a-z0-9]+(?:-[a-z0-9]+)*)"
    r"(?::(?P<article>[0-9A-Za-z.-]+)(?P<paragraphs>(?:\([0-9A-Za-z]+\))*))?"
)


@dataclass(frozen=True, slots=True)
class Provision:
    """`tip-protocol:6(3)`: `instrument` tip-protocol, `article` 6, `paragraphs` (3).

    `article` is empty if the whole instrument is meant.
    """

    instrument: str
    article: str
    paragraphs: str

    def __str__(self) -> str:
        return f"{self.key}{self.paragraphs}"

    @property
    def key(self) -> str:
        """The key of the article in the register of instruments, or the instrument's id."""
        return f"{self.instrument}:{self.article}" if self.article else self.instrument


# Thousands of entries name the same ones.
@lru_cache(maxsize=1024)
def parse_provision(text: str) -> Provision | None:
    """Parse a provision as written in front matter; None if it has another form."""
    match = _PROVISION.fullmatch(text)
    if match is None:
        return None
    return Provision(match["instrument"], match["article"] or "", match["paragraphs"] or "")
