"""The texts of a front matter, matched against the table for its kind of file."""

from toolkit.content.faults import Fault
from toolkit.content.matching import Leaf, match
from toolkit.content.schema import TRANSLATIONS, Kind
from toolkit.content.tables import fields_of
from toolkit.content.translation import match_translation
from toolkit.content.typed_recognition import set_apart
from toolkit.content.values import Mapping


def leaves_of(front: Mapping, kind: Kind) -> tuple[tuple[Leaf, ...], tuple[Fault, ...]]:
    """The leaves of a front matter, and what does not fit the table for its kind of file."""
    if kind in TRANSLATIONS:
        return match_translation(front, fields_of(kind), kind)
    return set_apart(*match(front, fields_of(kind), kind))
