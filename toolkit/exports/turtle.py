"""The subset of Turtle that we write: subjects with their properties, in the order given."""

from collections.abc import Iterable, Mapping

from toolkit.exports.record import plain

# A subject, its type, and the values of its properties.
Subject = tuple[str, str, Mapping[str, tuple[str, ...]]]

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"'})
# Characters not allowed in a Turtle IRI are percent-encoded.
_IN_IRI = str.maketrans({mark: f"%{ord(mark):02X}" for mark in ' <>"{}|^`\\'})


def iri(text: str) -> str:
    """An address or URN; a relative one is relative to the file that it is in."""
    return f"<{plain(text).translate(_IN_IRI)}>"


def literal(text: str, language: str = "", type_: str = "") -> str:
    """A text, with a language or a type."""
    mark = f"@{language}" if language else f"^^{type_}" if type_ else ""
    return f'"{plain(text).translate(_ESCAPES)}"{mark}'


def document(subjects: Iterable[Subject]) -> bytes:
    """A file with these subjects; properties without values are left out."""
    heads = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    return (heads + "".join(_subject(*one) for one in subjects)).encode()


def _subject(subject: str, type_: str, properties: Mapping[str, Iterable[str]]) -> str:
    said = ((name, ", ".join(values)) for name, values in properties.items())
    lines = "".join(f" ;\n  {name} {values}" for name, values in said if values)
    return f"\n{subject} a {type_}{lines} .\n"
