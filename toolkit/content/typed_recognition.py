"""Recognition typed into an entry, where it has no effect, as distinct from other mistakes."""

import re
from collections.abc import Iterable

from toolkit.content.faults import Fault
from toolkit.content.matching import Leaf

_FIELD = re.compile(
    r"(?:recogni[sz](?:ed|es|tions?)|endors(?:ed|ements?)|approved|approvals?|objections?)"
    r"(?:_(?:by|on|status))?"
)
_STATE = re.compile(
    r"recogni[sz]ed|endorsed|approved|proposed|circulating|objected|partly|joint|changed",
    re.IGNORECASE,
)


def set_apart(
    leaves: Iterable[Leaf], faults: Iterable[Fault]
) -> tuple[tuple[Leaf, ...], tuple[Fault, ...]]:
    """Turn unknown fields and states that claim recognition into `typed-recognition` faults."""
    kept = []
    found = []
    for leaf in leaves:
        if leaf.name == "status" and _STATE.fullmatch(leaf.text):
            found.append(Fault("typed-recognition", leaf.location, "status", leaf.text))
        else:
            kept.append(leaf)
    for fault in faults:
        if fault.check == "unknown-field" and _FIELD.fullmatch(fault.field):
            fault = Fault("typed-recognition", fault.location, "", fault.field)
        found.append(fault)
    return tuple(kept), tuple(found)
