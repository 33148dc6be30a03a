"""The texts of a front matter, matched against the table for its kind of file."""

import re

from toolkit.content.faults import Fault
from toolkit.content.matching import Leaf, match
from toolkit.content.schema import TRANSLATIONS, Kind
from toolkit.content.tables import fields_of
from toolkit.content.translation import match_translation
from toolkit.content.values import Mapping

# Recognition typed into an entry has no effect there: that is a fault of its own.
_FIELD = re.compile(
    r"(?:recogni[sz](?:ed|es|tions?)|endors(?:ed|ements?)|approved|approvals?|objections?)"
    r"(?:_(?:by|on|status))?"
)
_STATE = re.compile(
    r"recogni[sz]ed|endorsed|approved|proposed|circulating|objected|partly|joint|changed",
    re.IGNORECASE,
)


def leaves_of(front: Mapping, kind: Kind) -> tuple[tuple[Leaf, ...], tuple[Fault, ...]]:
    """The leaves of a front matter, and what does not fit the table for its kind of file.

    Unknown fields and states that claim recognition are `typed-recognition` faults.
    """
    if kind in TRANSLATIONS:
        return match_translation(front, fields_of(kind), kind)
    leaves, faults = match(front, fields_of(kind), kind)
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
