"""The sample's files in `data/`, read by other programs: nothing that a format can hold is lost."""

import hashlib
import json
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from rdflib import Graph, Namespace

from tests.checkouts import Checkout
from tests.exports.readers import Read, read_bib, read_csl, read_csv, read_mods, read_ris
from tests.pages.small import sample_catalogue, sample_site
from toolkit.exports.record import Work

SCHEMA = Namespace("https://schema.org/")


@pytest.fixture(scope="module")
def data(sample: Checkout) -> Path:
    return sample.site / "data"


def works() -> dict[str, Work]:
    return dict(sample_site().exports.works)


def expected(work: Work) -> Read:
    return (work.title, work.year, work.authors, work.numbers("isbn"))


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("entries.bib", read_bib),
        ("entries.ris", read_ris),
        ("entries.csl.json", read_csl),
        ("entries.mods.xml", read_mods),
    ],
)
def test_readers_find_the_same_works(
    data: Path, name: str, read: Callable[[str], dict[str, Read]]
) -> None:
    numbers = [work.numbers("isbn") for work in works().values()]
    assert any(len(found) > 1 for found in numbers) or any(numbers)
    said = read((data / name).read_bytes().decode())
    if name == "entries.ris":  # one tag holds book and serial numbers
        serials = {id_: work.numbers("isbn", "issn") for id_, work in works().items()}
        assert {id_: (*expected(work)[:3], serials[id_]) for id_, work in works().items()} == said
    else:
        assert {id_: expected(work) for id_, work in works().items()} == said


def test_the_files_beside_an_entry_are_its_part_of_the_whole(sample: Checkout) -> None:
    for entry in sample_catalogue().entries:
        for name, read in (("bib", read_bib), ("ris", read_ris)):
            said = read((sample.site / f"{entry.path}.{name}").read_bytes().decode())
            assert set(said) == {entry.id}


def test_every_field_stands_in_the_table_and_comes_back(data: Path) -> None:
    rows = {row["id"]: row for row in read_csv((data / "entries.csv").read_bytes())}
    objects = {one["id"]: one for one in json.loads((data / "entries.json").read_bytes())}
    assert set(rows) == set(objects) == set(works())
    for id_, work in works().items():
        row, entry, said = rows[id_], work.entry, objects[id_]
        assert row["title"].removeprefix("'") == said["title"] == entry.title
        assert row["summary"].removeprefix("'") == said["summary"] == entry.summary
        assert row["year"] == str(entry.year or "")
        assert row["unverified"] == "; ".join(entry.unverified)
        assert row["provisions"].split("; ") == said.get("provisions", [""])
        assert row["url"] == said.get("url", "") == entry.url
        assert row["added"] == entry.added
        assert row["digest"] == said["digest"]
        assert said["body"] == entry.body
        assert len(row["themes"].split("; ")) == len(entry.themes)


def test_the_package_and_the_index_describe_the_files_as_they_are(data: Path) -> None:
    package = json.loads((data / "datapackage.json").read_bytes())
    (table,) = package["resources"]
    content = (data / table["path"]).read_bytes()
    assert table["bytes"] == len(content)
    assert table["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    names = [field["name"] for field in table["schema"]["fields"]]
    assert list(read_csv(content)[0]) == names
    index = json.loads((data / "index.json").read_bytes())
    listed = {one["path"]: one for one in index["files"]}
    there = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    assert set(listed) == there - {"index.html", "index.json"}
    for path, one in listed.items():
        assert one["bytes"] == len((data / path).read_bytes()), path
        assert one["sha256"] == hashlib.sha256((data / path).read_bytes()).hexdigest(), path


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_the_graph_has_every_work_with_its_name(data: Path) -> None:
    graph = Graph().parse(data / "entries.jsonld", format="json-ld")
    found = {str(name) for name in graph.objects(None, SCHEMA.name)}
    assert {work.title for work in works().values()} <= found
    subjects = {str(one) for one in graph.subjects(SCHEMA.author)}
    assert subjects == {work.identifier for work in works().values()}
    assert "" not in set(map(str, graph.objects()))


def test_a_processor_of_citations_makes_a_reference_of_every_work(data: Path) -> None:
    items = json.loads((data / "entries.csl.json").read_bytes())
    with warnings.catch_warnings():
        # About fields that it doesn't know, such as `accessed` in some styles.
        warnings.simplefilter("ignore")
        style = CitationStylesStyle(str(Path(__file__).with_name("plain.csl")), validate=False)
        source = CiteProcJSON(items)
        bibliography = CitationStylesBibliography(style, source, formatters.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        references = [str(one) for one in bibliography.bibliography()]
    for item, reference in zip(items, references, strict=True):
        work = works()[item["id"]]
        numbers = work.numbers("isbn")
        year = f" ({work.year})" if work.year else ""
        number = f". ISBN {'; '.join(numbers)}" if numbers else ""
        assert reference == f"{'; '.join(work.authors)}{year}. {work.title}{number}", work.id
