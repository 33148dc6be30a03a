"""Small content for opportunities: four regions of a continent, and works that a test writes."""

from pathlib import Path

import yaml

BODIES = ("unodc", "iom", "ilo", "unicef", "osce", "icat")
THEMES = ("hotlines", "shelters", "investigation", "witnesses", "data", "health")
AUDIENCES = ("law-enforcement", "service-providers", "teachers", "officials")
REGIONS = {"north": ["DZ", "EG"], "east": ["KE", "UG"], "west": ["SN", "ML"], "south": ["ZA"]}


def lay_lists(docs: Path) -> None:
    """Replace the lists of the small valid content."""

    def term(id_: str, **more: object) -> dict[str, object]:
        words = {"en": id_.title()}
        return {"id": id_, "labels": words, "definition": {"en": f"{id_} it is."}, **more}

    regions = [term("world"), term("africa")]
    regions += [term(id_, broader="africa", countries=its) for id_, its in REGIONS.items()]
    types = ("handbook", "training", "guide", "report", "statement", "legal-instrument")
    for name, terms in (
        ("regions", [*regions, term("south-america", countries=["AR"])]),
        ("themes", [term(id_) for id_ in THEMES]),
        ("audiences", [term(id_) for id_ in AUDIENCES]),
        ("resource-types", [term(id_) for id_ in types]),
    ):
        _write(docs / f"vocabularies/{name}.yml", terms)
    member = {"status": "member", "verified": True, "joined": 2007}
    bodies: list[dict[str, object]] = [
        {"id": id_, "name": f"Office {id_}", "abbreviation": id_.upper(), "kind": "un-entity"}
        | ({"membership": dict(member)} if id_ != "icat" else {})
        for id_ in BODIES
    ]
    _write(docs / "registers/organisations.yml", bodies)


def add_work(docs: Path, id_: str, **fields: object) -> None:
    """Write a resource that is valid, except for what a test changes."""
    front = {
        "title": f"Work called {id_}",
        "summary": f"It says what {id_} says.",
        "type": "handbook",
        "year": 2020,
        "pillars": ["prevention"],
        "themes": ["hotlines"],
        "audiences": ["service-providers"],
        "level": "regional" if "regions" in fields and fields["regions"] != ["world"] else "global",
        "regions": ["world"],
        "languages": ["en"],
        "organisations": ["unodc"],
    } | fields
    file = docs / f"prevention/resources/{id_}.md"
    file.write_text(f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n", encoding="utf-8")


def _write(file: Path, items: list[dict[str, object]]) -> None:
    file.write_text(yaml.safe_dump(items, allow_unicode=True), encoding="utf-8")
