"""What is translated into each language, counted anew at each build."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.languages import LANGUAGES, TARGETS
from toolkit.pages.site import Site
from toolkit.translations.standing import Standings
from toolkit.translations.tally import tallies


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language: its tag and name, and its numbers in words, in the order of the table.

    These are, of entries, tasks and pages, how many are translated; then how many are older than
    the original, made by a machine and read by nobody, and reviewed.
    """

    tag: str
    name: str
    numbers: tuple[str, ...]


def language_rows(site: Site, standings: Standings) -> Iterator[LanguageRow]:
    """The rows of the languages that texts are translated into."""
    language = site.language
    for tag in TARGETS:
        found = tallies(standings.content, standings, tag)
        numbers = (
            sum(len(one.outdated) for one in found),
            sum(one.by_machine for one in found),
            sum(one.reviewed for one in found),
        )
        yield LanguageRow(
            tag,
            LANGUAGES[tag].name,
            (
                *(
                    language.text("languages.of", done=len(one.standings), all=one.every)
                    for one in found
                ),
                *map(str, numbers),
            ),
        )
