"""The register of libraries: sites whose descriptions of other bodies' works are good enough."""

from dataclasses import dataclass

from toolkit.content.data_files import data_field
from toolkit.content.registers import RegisterFile
from toolkit.content.schema import Number

FIELDS = (data_field("hosts", number=Number.LIST, required=True),)


@dataclass(frozen=True, slots=True)
class Library:
    """A site, by its `hosts`, including their subdomains."""

    id: str
    hosts: tuple[str, ...]


# Without the file, there are none.
LIBRARIES = RegisterFile("libraries", FIELDS, Library, optional=True)
