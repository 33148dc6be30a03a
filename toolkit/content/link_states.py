"""The register of links: what was last seen at each address, written by `toolkit links check`."""

from dataclasses import dataclass

from toolkit.content.data_files import Item, data_field
from toolkit.content.registers import RegisterFile
from toolkit.content.schema import Form, Number
from toolkit.source import Location

# From least to most worrying for a reader.
STATES = ("ok", "moved", "blocked", "suspect", "gone")

LINK_FIELDS = (
    data_field("id", Form.ADDRESS, required=True),
    data_field("state", Form.CHOICE, required=True, choices=STATES),
    data_field("checked", Form.DATE, required=True),
    data_field("since", Form.DATE, required=True),
    data_field("seen", Form.DATE, Number.LIST),
    data_field("to", Form.ADDRESS),
    data_field("type"),
    data_field("sha256"),
    data_field("changed", Form.DATE),
)


@dataclass(frozen=True, slots=True)
class LinkState:
    """What is known about one address; dates are `YYYY-MM-DD`, empty if there is none.

    `since` is the day from which the state holds, of one that is gone the day on which it was first
    suspect. `seen` are the days of the last answers 404 or 410, `to` is where a moved address
    leads. `type` and `sha256` are of the file behind the address, and `changed` is the day on which
    that file was first seen to differ from `sha256`.
    """

    address: str
    state: str
    checked: str
    since: str
    seen: tuple[str, ...] = ()
    to: str = ""
    type: str = ""
    sha256: str = ""
    changed: str = ""
    location: Location | None = None


def _state(item: Item) -> LinkState:
    return item.record(LinkState, address=item.id)


# Keyed by address; without the file, nothing has been checked.
LINK_STATES = RegisterFile("links", LINK_FIELDS, _state, keyed=True, optional=True)
