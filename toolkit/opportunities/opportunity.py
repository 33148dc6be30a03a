"""An opportunity: what it is about, whom it names, and what it is based on."""

import enum
from dataclasses import dataclass


class OpportunityKind(enum.StrEnum):
    """What could be done, in the order in which pages show it."""

    OVERLAP = "overlap"
    RENEW = "renew"
    TRANSLATE = "translate"
    FILL = "fill"
    RECOGNIZE = "recognize"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """What two or more organizations could do together.

    `parts` follow the kind in its id, which is stable as long as their names are. `bodies` are ids
    of organizations, sorted; `entries` are all that it is based on, the newest first. `themes`,
    `audiences`, `region`, `language` and `type` are what it is about, as far as they apply to its
    kind; `year` is that of the newest work, if the works are old.
    """

    kind: OpportunityKind
    parts: tuple[str, ...]
    bodies: tuple[str, ...]
    entries: tuple[str, ...]
    themes: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    region: str = ""
    language: str = ""
    type: str = ""
    year: int = 0

    @property
    def id(self) -> str:
        """The stable id that answers refer to."""
        return "-".join((self.kind, *self.parts))
