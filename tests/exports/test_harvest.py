"""Feeds, catalogue, vocabularies and site maps: readable by others, reproducible, correct.

The DCAT-AP 3.0.0 shapes were run over the catalogue by hand: they aren't ours to redistribute.
"""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, SKOS

from tests.checkouts import Checkout, make_checkout
from tests.content_case import lay_base
from tests.pages.small import ENGLISH, add_fields, catalogue_of
from toolkit.catalogue.catalogue import Catalogue
from toolkit.exports.feeds import feed_files
from toolkit.exports.record import Maker
from toolkit.recognition.acts import EditorialLink

GUIDE = "prevention/resources/guide"
FORMER = "prevention/resources/former-guide"
MANUAL = "prevention/resources/manual"
ADDRESS = "https://www.example.org/toolkit/"


@pytest.fixture(scope="module")
def data(sample: Checkout) -> Path:
    return sample.site / "data"


def feeds(catalogue: Catalogue) -> dict[str, bytes]:
    return feed_files(Maker(catalogue, ENGLISH))


def entries_of(feed: bytes) -> dict[str, feedparser.FeedParserDict]:
    read = feedparser.parse(feed)
    assert not read.bozo
    assert read.feed.id
    assert read.feed.updated == max(one.updated for one in read.entries)
    assert max(Counter(one.id for one in read.entries).values()) == 1
    return {one.title: one for one in read.entries}


def test_feeds_tell_what_was_added_changed_and_withdrawn(docs: Path) -> None:
    add_fields(docs, GUIDE, "added: 2026-10-01")
    add_fields(docs, MANUAL, "added: 2026-11-30")  # in the future
    assert set(entries_of(feeds(catalogue_of(docs))["feed.xml"])) == {title(docs, GUIDE)}
    add_fields(
        docs, MANUAL, "status: withdrawn\nwithdrawn: {on: 2026-11-02, reason: No longer valid}"
    )
    catalogue = catalogue_of(docs)
    said = entries_of(feeds(catalogue)["feed.xml"])
    assert list(said) == [title(docs, MANUAL), title(docs, GUIDE)]
    withdrawn = said[title(docs, MANUAL)]
    assert "2 November 2026: No longer valid. " in withdrawn.summary
    assert [one.term for one in withdrawn.tags] == ["withdrawn"]
    # A change declared by the secretariat.
    changed = replace(catalogue, ledger=replace(catalogue.ledger, links={"guide": (link(),)}))
    now = entries_of(feeds(changed)["feed.xml"])[title(docs, GUIDE)]
    before = said[title(docs, GUIDE)]
    assert (now.id, now.published) == (before.id, before.published)
    assert (before.updated[:10], now.updated[:10]) == ("2026-10-01", "2026-11-05")
    assert "A name was misspelt." in now.summary


def link() -> EditorialLink:
    row = None
    day = date(2026, 11, 5)
    return EditorialLink("guide", "sha256:a", "sha256:b", day, "unodc", "A name was misspelt.", row)  # type: ignore[arg-type]


def title(docs: Path, path: str) -> str:
    found = re.search(r"^title: (.*)$", (docs / f"{path}.md").read_text(encoding="utf-8"), re.M)
    assert found
    return found[1]


def test_a_feed_stays_the_same_until_something_happens(docs: Path) -> None:
    add_fields(docs, GUIDE, "added: 2026-10-01")
    catalogue = catalogue_of(docs)
    assert feeds(catalogue) == feeds(replace(catalogue, as_of=date(2027, 3, 1)))


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_a_renamed_entry_is_the_one_that_feed_readers_have(docs: Path, address: str) -> None:
    def ids() -> list[str]:
        feed = feed_files(Maker(catalogue_of(docs), ENGLISH, address))["feed.xml"]
        return [one.id for one in entries_of(feed).values()]

    add_fields(docs, GUIDE, "added: 2026-10-01")
    before = ids()
    add_fields(docs, GUIDE, f"aliases: [{GUIDE}, prevention/resources/second]")
    (docs / f"{GUIDE}.md").rename(docs / f"{FORMER}.md")
    assert ids() == before


def test_a_feed_breaks_off_between_days_and_not_within_one(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.exports.feeds._FEWEST", 1)
    add_fields(docs, GUIDE, "added: 2026-10-02")
    add_fields(docs, MANUAL, "added: 2026-10-02")
    add_fields(docs, "protection/practices/shelter", "added: 2026-10-01")
    there = entries_of(feeds(catalogue_of(docs))["feed.xml"])
    assert set(there) == {title(docs, GUIDE), title(docs, MANUAL)}


def test_every_page_with_a_feed_leads_to_it_and_only_these(sample: Checkout, data: Path) -> None:
    feeds = [*data.rglob("feed*/**/*.xml"), data / "feed.xml", data / "opportunities.xml"]
    there = {path.relative_to(sample.site).as_posix() for path in feeds}
    led = set()
    for page in sample.site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        told = re.findall(r'type="application/atom\+xml" href="(?:\.\./)*([^"]*)"', html)
        # Of both, feed readers see one, and people the other.
        linked = re.findall(r'<a href="(?:\.\./)*([^"]*\.xml)">', html)
        assert told == linked, page
        led |= {*told}
    assert led == there
    for feed in feeds[:-1]:  # that of opportunities may be empty
        assert entries_of(feed.read_bytes())


def test_the_catalogue_names_every_data_set_with_its_files(data: Path) -> None:
    graph = Graph().parse(data / "catalogue.ttl")
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    sets = set(graph.objects(catalogue, DCAT.dataset))
    assert sets == set(graph.subjects(RDF.type, DCAT.Dataset))
    for one in {catalogue, *sets}:
        for name in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher):
            assert graph.value(one, name), (one, name)
    for agent in graph.objects(catalogue, DCTERMS.publisher):
        assert graph.value(agent, FOAF.name)
    files = {}
    for file in graph.objects(None, DCAT.distribution):
        address = graph.value(file, DCAT.accessURL)
        assert (address, RDF.type, None) in graph
        path = str(graph.value(file, DCTERMS.title))
        assert str(address) == (data / path).as_uri()
        size = graph.value(file, DCAT.byteSize)
        assert isinstance(size, Literal)
        files[path] = size.toPython()
    assert files == {name: len((data / name).read_bytes()) for name in files}
    assert {"entries.csv", "entries.ris", "vocabularies.ttl", "coverage.json"} <= set(files)


def test_vocabularies_are_sound(data: Path) -> None:
    graph = Graph().parse(data / "vocabularies.ttl")
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert concepts
    for one in concepts:
        (scheme,) = graph.objects(one, SKOS.inScheme)
        labels = [one for one in graph.objects(one, SKOS.prefLabel) if isinstance(one, Literal)]
        languages = Counter(label.language for label in labels)
        assert "en" in languages
        assert set(languages.values()) == {1}
        assert not set(labels) & set(graph.objects(one, SKOS.altLabel))
        above = list(graph.transitive_objects(one, SKOS.broader))
        assert {graph.value(term, SKOS.inScheme) for term in above} == {scheme}
        top = above[-1]
        assert (top, SKOS.topConceptOf, scheme) in graph
        assert (scheme, SKOS.hasTopConcept, top) in graph
        assert all(one not in graph.transitive_objects(term, SKOS.broader) for term in above[1:])


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with an address, in two languages."""
    folder = tmp_path_factory.mktemp("published")
    docs = lay_base(folder)
    add_fields(docs, GUIDE, f"added: 2026-10-01\naliases: [{FORMER}]")
    checkout = make_checkout(folder, site_url=ADDRESS, languages=("en", "fr"))
    settings = folder / "mkdocs.yml"
    with settings.open("a", encoding="utf-8") as file:
        file.write("INHERIT: mail.yml\n")
    (folder / "mail.yml").write_text(
        "repo_url: https://github.com/group/toolkit\n"
        "extra: {contact_url: 'mailto:toolkit@example.org?subject=x'}\n",
        encoding="utf-8",
    )
    checkout.build()
    return checkout.site


def test_maps_list_every_page_and_robots_find_them(published: Path) -> None:
    robots = (published / "robots.txt").read_text(encoding="utf-8")
    maps = re.findall(r"^Sitemap: (.*)$", robots, re.M)
    assert maps == [f"{ADDRESS}sitemap.xml", f"{ADDRESS}fr/sitemap.xml"]
    listed = set()
    for address in maps:
        root = ElementTree.parse(published / address.removeprefix(ADDRESS)).getroot()  # noqa: S314
        listed |= {loc.text for loc in root.iterfind(".//{*}loc")}
        # It isn't known when a text changed, so nothing is said.
        assert not root.findall(".//{*}lastmod")
    unlisted = {f"{way}{one}.html" for way in ("", "fr/") for one in ("404", "blank", FORMER)}
    there = {path.relative_to(published).as_posix() for path in published.rglob("*.html")}
    assert listed == {f"{ADDRESS}{path}" for path in there - unlisted}


def test_a_site_with_both_addresses_can_be_harvested(published: Path, sample: Checkout) -> None:
    identity = (published / "data/oai/Identify.xml").read_text(encoding="utf-8")
    assert f"<baseURL>{ADDRESS}oai</baseURL>" in identity
    assert "<adminEmail>toolkit@example.org</adminEmail>" in identity
    assert json.loads((published / "data/index.json").read_bytes())["oai"] == f"{ADDRESS}oai"
    for folder, said in (("", "A server without them has no OAI-PMH"), ("fr/", "pas d’OAI-PMH")):
        page = (published / f"{folder}data/index.html").read_text(encoding="utf-8")
        assert f"{ADDRESS}oai" in page
        assert said in page
        rules = re.findall(r'href="((?:\.\./)+data/oai/[^"]*)"', page)
        assert len(rules) == 3
        for path in rules:
            assert (published / folder / "data" / path).is_file()
    assert not (published / "fr/data/oai").exists()
    # Without a public address nobody could harvest it.
    assert not (sample.site / "data/oai").exists()
    assert "OAI" not in (sample.site / "data/index.html").read_text(encoding="utf-8")


def test_the_form_knows_where_to_send_what_was_written(published: Path) -> None:
    data = (published / "fr/assets/write/data.js").read_text(encoding="utf-8")
    assert re.findall('"(?:contact|edit)":"([^"]*)"', data) == [
        "mailto:toolkit@example.org?subject=x",
        "https://github.com/group/toolkit/edit/master/docs/",
    ]


def test_a_build_compares_with_what_was_published(published: Path, tmp_path: Path) -> None:
    checkout = Checkout(published.parent)
    before = json.loads((published / "data/oai/records.json").read_bytes())
    guide = checkout.folder / f"docs/{GUIDE}.md"
    text = guide.read_text(encoding="utf-8")
    guide.write_text(re.sub("(?m)^summary: .*", "summary: Now.", text), encoding="utf-8")
    options = ("build", "--as-of", "2026-12-24", "--language", "en", "--output", "next")
    built = checkout.toolkit(*options, "--published", "site")
    guide.write_text(text, encoding="utf-8")
    assert built.code == 0, built.out + built.err
    assert "Only en: links" in built.out
    robots = (checkout.folder / "next/robots.txt").read_text(encoding="utf-8")
    assert re.findall("Sitemap: (.*)", robots) == [f"{ADDRESS}sitemap.xml"]
    now = json.loads((checkout.folder / "next/data/oai/records.json").read_bytes())
    changed = [id_ for id_, one in now["records"].items() if one != before["records"][id_]]
    assert changed == ["guide"]
    assert now["records"]["guide"]["on"] == "2026-12-24"
    refused = checkout.toolkit(*options, "--published", "docs")
    assert refused.code == 2
    assert "records.json is missing" in refused.err


def test_with_an_address_identifiers_are_addresses(published: Path) -> None:
    page = (published / f"{GUIDE}.html").read_text(encoding="utf-8")
    address = f"{ADDRESS}{GUIDE}.html"
    assert f'<link rel="cite-as" href="{address}">' in page
    assert f'<link rel="canonical" href="{address}">' in page
    french = (published / f"fr/{GUIDE}.html").read_text(encoding="utf-8")
    assert f'<link rel="cite-as" href="{address}">' in french
    for path in (GUIDE, FORMER):
        french = (published / f"fr/{path}.html").read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="{ADDRESS}fr/{GUIDE}.html">' in french
    assert address in (published / f"{GUIDE}.ris").read_text(encoding="utf-8")
    graph = Graph().parse(published / "data/vocabularies.ttl")
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert isinstance(concept, URIRef)
        assert (published / str(concept).removeprefix(ADDRESS)).is_file(), concept
    feed = (published / "data/feed.xml").read_bytes()
    assert [one.link for one in entries_of(feed).values()] == [address]
