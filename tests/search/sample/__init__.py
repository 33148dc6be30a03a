"""The small content used by tests of the search, as a content folder."""

from pathlib import Path
from typing import Any

import yaml

from tests.content_case import lay_base

# What an entry in content.yml need not say.
_COMMON = {"level": "global", "regions": ["world"]}
_RESOURCE = {"languages": ["en"], "access": "public"}
_PRACTICE = {"sources": [{"title": "Annual report", "role": "description"}]}
_SIMILAR = 40  # nearly identical works, for lists longer than a page


def lay_sample(folder: Path) -> Path:
    """Write the content to `folder`; returns its docs/."""
    docs = lay_base(folder)
    sample = yaml.safe_load(Path(__file__).with_name("content.yml").read_text(encoding="utf-8"))
    for name, terms in sample["vocabularies"].items():
        for term in terms:
            term["definition"] = {"en": f"{term['labels']['en']} in one sentence."}
        _write(docs / f"vocabularies/{name}.yml", terms)
    for name in ("organisations", "equivalents"):
        _write(docs / f"registers/{name}.yml", sample[name])
    _write(docs / "registers/questions.yml", sample["questions"])
    types = docs / "vocabularies/resource-types.yml"
    law = "- id: law\n  labels: {en: Law}\n  definition: {en: Law in one sentence.}\n"
    types.write_text(types.read_text(encoding="utf-8") + law, encoding="utf-8")
    entries: dict[str, dict[str, Any]] = {
        **sample["entries"],
        **dict(map(_similar, range(_SIMILAR))),
    }
    for path, entry in entries.items():
        lay_entry(docs, path, entry)
    for id_, task in sample["tasks"].items():
        _write_page(docs / f"tasks/{id_}.md", {**task, "added": "2026-11-25"}, {})
    return docs


def lay_entry(docs: Path, path: str, entry: dict[str, Any]) -> None:
    """Write an entry; its home pillar and kind come from the path."""
    pillar, kind, _id = path.split("/")
    body = entry.get("body", {})
    own = _RESOURCE if kind == "resources" else _PRACTICE
    fields = {"pillars": [pillar], **_COMMON, **own, **entry}
    fields.pop("body", None)
    _write_page(docs / f"{path}.md", fields, body)


def _write_page(file: Path, fields: dict[str, Any], body: dict[str, str]) -> None:
    head = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
    text = "".join(f"\n## {heading}\n\n{words}\n" for heading, words in body.items())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{head}---\n{text}", encoding="utf-8")


def _similar(number: int) -> tuple[str, dict[str, Any]]:
    return f"prevention/resources/leaflet-{number}", {
        "title": f"Leaflet {number} against trafficking",
        "summary": "A leaflet for the public.",
        "type": "training",
        "year": str(1980 + number),
        "themes": ["data"],
        "audiences": ["law-enforcement"],
        "organisations": ["iom"],
    }


def _write(file: Path, content: object) -> None:
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
