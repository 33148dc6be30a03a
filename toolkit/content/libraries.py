"""The register of libraries: sites whose descriptions of other bodies' works are good enough."""

from dataclasses import dataclass
from typing import Annotated

from toolkit.content.data_files import row
from toolkit.content.registers import RegisterFile


@dataclass(frozen=True, slots=True)
class Library:
    """A site, by its `hosts`, including their subdomains."""

    id: str
    hosts: Annotated[tuple[str, ...], row(required=True)]


# Without the file, there are none.
LIBRARIES = RegisterFile("libraries", Library, optional=True)
