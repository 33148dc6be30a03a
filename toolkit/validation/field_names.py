"""Which field was meant by a name that is none: misspelt, another word, or another language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from toolkit.content.reader import Content
from toolkit.validation.nearest import nearest

# What word processors, catalogues and other languages call the fields, without accents.
_OTHER_NAMES = {
    "title": "name titre intitule titulo",
    "summary": "abstract description resume resumen zusammenfassung beschreibung",
    "type": "kind format typ tipo art",
    "year": "date published annee jahr ano",
    "since": "start begin begun from depuis seit desde",
    "until": "end ended jusque bis hasta",
    "evidence": "preuve beweise evidencia",
    "pillars": "pilier piliers pilar pilares saule saulen",
    "themes": "topic topics subjects tags keywords temas themen",
    "audiences": "users readers public publics destinataires zielgruppe zielgruppen destinatarios",
    "regions": "continent continents regiones",
    "countries": "country nation nations pays land lander pais paises",
    "languages": "language lang langue langues sprache sprachen idioma idiomas",
    "organisations": "author authors publisher publishers org organization auteur auteurs autor "
    "herausgeber organismo organismos",
    "partners": "partenaires partner socios",
    "url": "link website web address adresse lien enlace",
    "identifiers": "isbn issn doi symbol",
    "provisions": "articles treaties instruments",
    "added": "added_on date_added",
    "sources": "source reference references quelle quellen fuentes",
}
_MEANT = {other: name for name, others in _OTHER_NAMES.items() for other in others.split()}


def meant_field(written: str, known: Iterable[str]) -> str:
    """The field of `known` that was most likely meant; empty where none is."""
    known = frozenset(known)
    parts = unicodedata.normalize("NFD", written.casefold().strip())
    plain = "".join(one for one in parts if not unicodedata.combining(one))
    plain = plain.replace(" ", "_").replace("-", "_")
    meant = plain if plain in known else _MEANT.get(plain, "")
    return meant if meant in known else nearest(plain, known)


def renamed_fields(content: Content) -> Iterator[tuple[str, str]]:
    """The fields that stand in a file under another name: its path, and the way to the field."""
    for fault in content.faults("unknown-field"):
        group, dot, name = fault.field.rpartition(".")
        meant = meant_field(name, fault.names)
        if meant:
            yield fault.location.source.path, f"{group}{dot}{meant}"
