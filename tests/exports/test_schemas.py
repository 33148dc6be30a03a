"""Our XML, validated against schemas with lxml.

Those of MODS 3.8 and of Dublin Core for OAI-PMH are the official ones, from neuxml. No package has
those of Atom and OAI-PMH under a licence that lets us redistribute them: the two in `schemas/` were
written from the rules of RFC 4287 and of the protocol's specification.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from tests.checkouts import Checkout
from tests.exports.test_bad_input import works
from tests.pages.small import ENGLISH, sample_catalogue
from toolkit.exports import mods
from toolkit.exports.datestamps import Stamp
from toolkit.exports.feeds import entry_xml, feed_xml
from toolkit.exports.formats import FORMATS, whole
from toolkit.exports.oai import oai_files
from toolkit.exports.record import Maker, Work, urn

HERE = Path(__file__).with_name("schemas")
SCHEMAS = Path(str(files("neuxml"))) / "schema_data"
ADDRESS = "https://www.example.org/toolkit/"


class Local(etree.Resolver):
    """Takes schemas that others refer to by address from the package: tests make no requests."""

    def resolve(self, url: str, _id: str, context: object) -> object:
        return self.resolve_filename(str(SCHEMAS / url.rpartition("/")[2]), context)


@cache
def schema(path: Path) -> etree.XMLSchema | etree.RelaxNG:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    read = etree.parse(path, parser)
    return (etree.RelaxNG if path.suffix == ".rng" else etree.XMLSchema)(read)


def faults(path: Path, text: bytes) -> list[str]:
    known = schema(path)
    if known.validate(etree.fromstring(text)):
        return []
    return [f"{one.line}: {one.message}" for one in known.error_log]


ATOM, OAI, MODS = HERE / "atom.rng", HERE / "oai-pmh.xsd", SCHEMAS / "mods.xsd"


def test_feeds_are_atom(sample: Checkout) -> None:
    feeds = [*(sample.site / "data").rglob("feed*/**/*.xml"), sample.site / "data/feed.xml"]
    assert len(feeds) > 5
    for feed in feeds:
        assert faults(ATOM, feed.read_bytes()) == [], feed


def test_the_collection_is_mods(sample: Checkout) -> None:
    assert faults(MODS, (sample.site / "data/entries.mods.xml").read_bytes()) == []


def maker_of_sample() -> Maker:
    return Maker(sample_catalogue(), ENGLISH, ADDRESS, "A secretariat", "a@example.org")


def answers(before: Mapping[str, Stamp]) -> dict[str, bytes]:
    found = oai_files(maker_of_sample(), before)
    return {path: text for path, text in found.items() if path.endswith(".xml")}


def test_every_answer_is_of_the_protocol_and_its_records_of_their_formats() -> None:
    gone = {"gone": Stamp(sample_catalogue().as_of, "")}
    found = answers(gone)
    assert any(b'status="deleted"' in text for text in found.values())
    assert any(b"<resumptionToken>oai_dc-" in text for text in found.values())
    for path, text in found.items():
        assert faults(OAI, text) == [], path


@settings(max_examples=25)
@given(works())
def test_bad_titles_and_names_stay_within_the_schemas(work: Work) -> None:
    assert faults(MODS, b"".join(whole(FORMATS["mods.xml"], [mods.one(work)]))) == []
    maker = maker_of_sample()
    day = maker.catalogue.as_of
    entry = entry_xml(work.title, work.identifier, day, f"{ADDRESS}a.html", work.summary)
    feed = feed_xml(maker, "feed.xml", urn("feed"), work.title, "new", day, entry)
    assert faults(ATOM, feed) == []
    vars(maker)["works"] = {work.id: work}
    for path, text in oai_files(maker, {}).items():
        assert not path.endswith(".xml") or faults(OAI, text) == [], path


FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:a:b</id><title>T</title>'
    "<updated>2026-11-25T00:00:00Z</updated><author><name>A</name></author>{}</feed>"
)
ENTRY = "<entry><id>urn:a:c</id><title>T</title><updated>2026-11-25T00:00:00Z</updated>{}</entry>"


@pytest.mark.parametrize(
    "text",
    [
        FEED.format("").replace("urn:a:b", "feed"),
        FEED.format("").replace("00:00:00Z", ""),
        FEED.format("").replace("<name>A</name>", "<name> </name>"),
        FEED.format("").replace("<author><name>A</name></author>", ""),
        FEED.format("<id>urn:a:d</id>"),
        FEED.format(ENTRY.format("")),
        FEED.format(ENTRY.format('<link href="a"/><category/>')),
        FEED.format(ENTRY.format('<link href="a"/><words/>')),
    ],
)
def test_the_schema_of_atom_refuses(text: str) -> None:
    good = FEED.format(ENTRY.format('<link href="a"/><other xmlns="urn:x">T</other>'))
    assert faults(ATOM, good.encode()) == []
    assert faults(ATOM, text.encode()) != []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<datestamp>2026-11-25<", b"<datestamp>2026-11-25T00:00:00Z<"),
        (b"</header>", b"</header><about/>"),
        (b"<identifier>oai:", b"<identifier>"),
        (b"<dc:title>", b"<dc:name/><dc:title>"),
        (b' verb="GetRecord"', b' verb="Get"'),
        (b"T00:00:00Z<", b"T00:00:00<"),
        (b"<GetRecord>", b"<error code='badVerb'/><GetRecord>"),
    ],
)
def test_the_schema_of_answers_refuses(before: bytes, after: bytes) -> None:
    text = next(text for path, text in answers({}).items() if "GetRecord/oai_dc/id/" in path)
    assert before in text
    assert faults(OAI, text.replace(before, after)) != []
