"""A text that nearly all members recognize."""

from collections.abc import Iterator

from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import Works
from toolkit.recognition.status import State

_UNDER_WAY = (State.CIRCULATING, State.PARTLY)
_MOST_MISSING = 3


def find_recognize(works: Works) -> Iterator[Opportunity]:
    """Yield entries that lack statements of up to three members, and have more than they lack."""
    for work in works.every:
        status = works.statuses.get(work.id)
        if status is None or status.state not in _UNDER_WAY:
            continue
        missing = len(status.missing)
        if 0 < missing <= _MOST_MISSING and len(status.by) > missing:
            yield Opportunity(
                kind=OpportunityKind.RECOGNIZE,
                parts=(work.id,),
                bodies=tuple(sorted(status.missing)),
                entries=(work.id,),
            )
