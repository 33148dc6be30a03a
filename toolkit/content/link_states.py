"""The register of links: what was last seen at each address (`toolkit links check` writes it)."""

from dataclasses import dataclass

from toolkit.content.data_files import Item, data_field
from toolkit.content.registers import RegisterFile
from toolkit.content.schema import Form, Number
from toolkit.source import Location

# In the order in which a reader should worry.
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
    """What is known of one address; dates are `YYYY-MM-DD`, empty where there is none.

    `since` is the day from which the state holds, `seen` the days of the last answers 404 or 410,
    `to` where a moved address leads. `type` and `sha256` are of the file behind the address, and
    `changed` is the day on which that file was first seen to differ from `sha256`.
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


# Keyed by address; without the file nothing was checked.
LINK_STATES = RegisterFile("links", LINK_FIELDS, _state, keyed=True, optional=True)
