"""Coverage recounted from the front matter, by code that shares nothing with the toolkit."""

from pathlib import Path
from typing import Any

import yaml

TABLES = (
    ("articles-regions", "articles", "regions"),
    ("articles-audiences", "articles", "audiences"),
    ("themes-regions", "themes", "regions"),
    ("themes-audiences", "themes", "audiences"),
    ("exploitation-regions", "exploitation", "regions"),
)
Cells = dict[tuple[str, str, str], dict[str, set[str]]]


def texts_of(text: str) -> Any:
    """YAML with every scalar as text."""
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - it makes only texts, lists and mappings


def recount(docs: Path) -> Cells:
    """The ids of the entries by table, row and column, and by kind."""
    terms = {
        name: yaml.safe_load((docs / f"vocabularies/{name}.yml").read_text(encoding="utf-8"))
        for name in ("regions", "themes", "audiences", "exploitation")
    }
    instruments = yaml.safe_load((docs / "registers/instruments.yml").read_text(encoding="utf-8"))
    articles = {
        article["key"]
        for one in instruments
        if one["id"] == "tip-protocol"
        for article in one["articles"]
    }
    above = {name: {term["id"]: term.get("broader") for term in its} for name, its in terms.items()}
    regions = {code: term["id"] for term in terms["regions"] for code in term.get("countries", ())}
    cells: Cells = {}
    for file in sorted(docs.glob("*/*/*.md")):
        kind = file.parent.name
        if kind not in ("practices", "resources") or "." in file.stem:
            continue
        front = texts_of(file.read_text(encoding="utf-8").split("---\n")[1])
        if front.get("status") == "withdrawn":
            continue
        places = {
            "articles": {text.partition("(")[0] for text in front.get("provisions", ())} & articles,
            **{
                name: _leaves(front.get(name, ()), above[name])
                for name in ("regions", "themes", "audiences", "exploitation")
            },
        }
        places["regions"] |= {
            regions[code] for code in front.get("countries", ()) if code in regions
        }
        for table, rows, columns in TABLES:
            for row in places[rows]:
                for column in places[columns]:
                    kinds = cells.setdefault((table, row, column), {})
                    kinds.setdefault(kind, set()).add(file.stem)
    return cells


def _leaves(named: list[str], above: dict[str, str | None]) -> set[str]:
    parents = set(above.values())
    found = set()
    for leaf in set(above) - parents:
        up: str | None = leaf
        while up:
            if up in named:
                found.add(leaf)
            up = above[up]
    return found


def as_cells(rows: list[dict[str, object]]) -> Cells:
    """The same, from the toolkit's JSON."""
    return {
        (str(row["table"]), str(row["row"]), str(row["column"])): {
            kind: set(row[kind])  # type: ignore[call-overload]
            for kind in ("practices", "resources")
            if row[kind]
        }
        for row in rows
    }
