"""The data catalogue, following DCAT-AP 3: which data sets there are, and the files of each."""

from collections.abc import Iterator, Mapping

from toolkit.exports.record import LICENCE, Maker, urn
from toolkit.exports.turtle import Subject, document, iri, literal

FILE = "catalogue.ttl"

_MEDIA_TYPE = "https://www.iana.org/assignments/media-types/"
# The data sets: the last part of the key of their title, and the beginning of their file names.
_SETS = ("entries", "vocabularies", "coverage")


def catalogue(maker: Maker, sizes: Mapping[str, int], types: Mapping[str, str]) -> bytes:
    """The catalogue of data files with their `sizes` and media `types`, by name.

    Addresses are on the site, or relative to the file if the site has no address.
    """
    return document(_subjects(maker, sizes, types))


def _subjects(
    maker: Maker, sizes: Mapping[str, int], types: Mapping[str, str]
) -> Iterator[Subject]:
    language, tag = maker.language, maker.language.tag
    site = language.text("site.name")
    base = f"{maker.site_url}data/" if maker.site_url else ""
    agent = iri(urn("publisher"))
    files = {name: tuple(file for file in sizes if file.startswith(f"{name}.")) for name in _SETS}
    sets = {name: iri(urn("data", name)) for name, found in files.items() if found}
    # Validators require a type for each thing that a property refers to.
    homepage, landing = iri(maker.site_url or "../index.html"), iri(f"{base}index.html")
    every = [file for found in files.values() for file in found]
    known = {
        iri(LICENCE): "dct:LicenseDocument",
        homepage: "foaf:Document",
        landing: "foaf:Document",
        **{iri(f"{_MEDIA_TYPE}{types[file]}"): "dct:MediaType" for file in every},
        **{iri(f"{base}{file}"): "rdfs:Resource" for file in every},
    }
    for thing, type_ in known.items():
        yield thing, type_, {}
    yield agent, "foaf:Agent", {"foaf:name": (literal(maker.publisher or site),)}
    about_all = {
        "dct:title": (literal(site, tag),),
        "dct:description": (literal(language.text("data.summary"), tag),),
        "dct:publisher": (agent,),
        "dct:license": (iri(LICENCE),),
        "foaf:homepage": (homepage,),
        "dct:modified": (literal(maker.catalogue.as_of.isoformat(), type_="xsd:date"),),
        "dcat:dataset": tuple(sets.values()),
    }
    yield iri(urn("catalogue")), "dcat:Catalog", about_all
    for name, subject in sets.items():
        words = literal(language.text(f"data.set.{name}"), tag)
        about_set = {
            "dct:title": (words,),
            "dct:description": (words,),
            "dct:identifier": (literal(urn("data", name)),),
            "dct:publisher": (agent,),
            "dcat:landingPage": (landing,),
            "dcat:distribution": tuple(iri(urn("data", name, file)) for file in files[name]),
        }
        yield subject, "dcat:Dataset", about_set
        for file in files[name]:
            address = iri(f"{base}{file}")
            about_file = {
                "dct:title": (literal(file),),
                "dcat:accessURL": (address,),
                "dcat:downloadURL": (address,),
                "dcat:mediaType": (iri(f"{_MEDIA_TYPE}{types[file]}"),),
                "dcat:byteSize": (literal(str(sizes[file]), type_="xsd:nonNegativeInteger"),),
                "dct:license": (iri(LICENCE),),
            }
            yield iri(urn("data", name, file)), "dcat:Distribution", about_file
