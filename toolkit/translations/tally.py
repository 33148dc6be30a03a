"""How much of the content is translated into a language, and in what state."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.translations.status import State, TranslationStatus, TranslationStatuses

# What is counted separately, by name.
PARTS = {"entries": (Kind.PRACTICE, Kind.RESOURCE), "tasks": (Kind.TASK,), "pages": (Kind.PAGE,)}


@dataclass(frozen=True, slots=True)
class Tally:
    """The documents of one part (`entries`, `tasks`, `pages`) by path, each with the status of
    its translation into a language, or None if there is none.
    """

    part: str
    found: Mapping[str, TranslationStatus | None]

    @property
    def every(self) -> int:
        """The number of documents."""
        return len(self.found)

    @property
    def statuses(self) -> tuple[TranslationStatus, ...]:
        """The statuses of existing translations."""
        return tuple(one for one in self.found.values() if one is not None)

    @property
    def missing(self) -> tuple[str, ...]:
        """The paths of documents without a translation."""
        return tuple(path for path, one in self.found.items() if one is None)

    @property
    def outdated(self) -> tuple[str, ...]:
        """The paths of those whose original has changed since, or is a different text."""
        return tuple(
            path
            for path, one in self.found.items()
            if one is not None and one.state is not State.CURRENT
        )

    @property
    def reviewed(self) -> int:
        """How many a person has checked against the original."""
        return sum(bool(one.reviewed_by) for one in self.statuses)

    @property
    def by_machine(self) -> int:
        """How many were made by a machine and not reviewed."""
        return sum(one.by_machine and not one.reviewed_by for one in self.statuses)

    @property
    def counts(self) -> dict[str, object]:
        """All of this, for programs."""
        return {
            "all": self.every,
            "translated": len(self.statuses),
            "machine": self.by_machine,
            "reviewed": self.reviewed,
            "outdated": list(self.outdated),
            "missing": list(self.missing),
        }


def tallies(content: Content, statuses: TranslationStatuses, tag: str) -> tuple[Tally, ...]:
    """The tallies of the content's original documents, by part, for the language `tag`."""
    made = {
        path: statuses.of(translation)
        for (path, language), translation in content.by_translation.items()
        if language == tag
    }
    return tuple(
        Tally(
            part, {one.path: made.get(one.path) for one in content.documents if one.kind in kinds}
        )
        for part, kinds in PARTS.items()
    )
