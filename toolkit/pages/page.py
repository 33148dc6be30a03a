"""A page of the site before it is rendered: where it is, what it says, which template shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Page:
    """One page. `path` is its address without `.html`, `context` what its template needs."""

    path: str
    template: str
    title: str
    summary: str
    context: Mapping[str, object] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The way from the page to the site's root: empty, `../` or `../../`."""
        return "../" * self.path.count("/")
