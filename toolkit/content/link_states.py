"""The register of links: what was last seen at each address, written by `toolkit links check`."""

from dataclasses import dataclass
from typing import Annotated

from toolkit.content.data_files import row
from toolkit.content.registers import RegisterFile
from toolkit.content.schema import Form
from toolkit.source import Location

# From least to most worrying for a reader.
STATES = ("ok", "moved", "blocked", "suspect", "gone")


@dataclass(frozen=True, slots=True)
class LinkState:
    """What is known about one address; dates are `YYYY-MM-DD`, empty if there is none.

    `since` is the day from which the state holds, of one that is gone the day on which it was first
    suspect. `seen` are the days of the last answers 404 or 410, `to` is where a moved address
    leads. `type` and `sha256` are of the file behind the address, and `changed` is the day on which
    that file was first seen to differ from `sha256`.
    """

    address: Annotated[str, row(Form.ADDRESS, name="id", required=True)]
    state: Annotated[str, row(Form.CHOICE, required=True, choices=STATES)]
    checked: Annotated[str, row(Form.DATE, required=True)]
    since: Annotated[str, row(Form.DATE, required=True)]
    seen: Annotated[tuple[str, ...], row(Form.DATE)] = ()
    to: Annotated[str, row(Form.ADDRESS)] = ""
    type: str = ""
    sha256: str = ""
    changed: Annotated[str, row(Form.DATE)] = ""
    location: Location | None = None


# Keyed by address; without the file, nothing has been checked.
LINK_STATES = RegisterFile("links", LinkState, keyed=True, optional=True)
