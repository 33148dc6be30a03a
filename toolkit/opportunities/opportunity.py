"""An opportunity: what it is about, whom it names, what it rests on."""

import enum
from dataclasses import dataclass


class OpportunityKind(enum.StrEnum):
    """What could be done, in the order of pages."""

    OVERLAP = "overlap"
    RENEW = "renew"
    TRANSLATE = "translate"
    FILL = "fill"
    RECOGNIZE = "recognize"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """What two or more organizations could do together.

    `parts` follow the kind in its id, which stays as long as these are called so. `bodies` are ids
    of organizations, sorted; `entries` all that it rests on, the newest first. `themes`,
    `audiences`, `region`, `language` and `type` are what it is about, as far as its kind says any;
    `year` is that of the newest work, where these are old.
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
        """Its stable id, by which answers name it."""
        return "-".join((self.kind, *self.parts))
