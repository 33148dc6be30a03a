"""The languages of a site: where each stands, and the way from a page to the same in another."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Version:
    """A language of the site as its pages name it: in itself. `way` leads from the root of the
    language that the page is in to its own, whose public `address` is empty where there is none.
    """

    tag: str
    name: str
    direction: str
    way: str
    address: str


@dataclass(frozen=True, slots=True)
class SiteLanguages:
    """All languages of a site, the one at its root first, and those of them that are `built`."""

    every: tuple[str, ...]
    built: tuple[str, ...]

    def below(self, tag: str) -> str:
        """The folder of a language, with a slash at its end; empty for the one at the root."""
        return "" if tag == self.every[0] else f"{tag}/"

    def above(self, tag: str) -> str:
        """The way from the root of a language to that of the site."""
        return "../" if self.below(tag) else ""

    def versions(self, tag: str, site_url: str = "") -> tuple[Version, ...]:
        """The languages that a page in the language `tag` leads to; none where there is one.

        `site_url` is the public address of the site, or empty.
        """
        if len(self.every) == 1:
            return ()
        return tuple(
            Version(
                other,
                LANGUAGES[other].name,
                LANGUAGES[other].direction,
                "" if other == tag else f"{self.above(tag)}{self.below(other)}",
                f"{site_url}{self.below(other)}" if site_url else "",
            )
            for other in self.every
        )
