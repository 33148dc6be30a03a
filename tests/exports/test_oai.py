"""An independent harvester gets the OAI-PMH records from nginx, configured with our rules."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import httpx
import pytest
from oaipmh_scythe import Scythe
from oaipmh_scythe.exceptions import NoRecordsMatch
from oaipmh_scythe.iterator import OAIResponseIterator
from oaipmh_scythe.models import Header, Record
from oaipmh_scythe.response import OAIResponse

from tests.files import write_files
from tests.nginx import nginx
from tests.pages.small import DAY, ENGLISH, catalogue_of, sample_catalogue
from toolkit.catalogue.catalogue import Catalogue
from toolkit.exports.datestamps import Stamp, read_stamps
from toolkit.exports.oai import oai_files
from toolkit.exports.oai_rules import rules
from toolkit.exports.record import Maker
from toolkit.problems import ToolkitError

# In a subfolder whose name has a space and is encoded in addresses, and on a host whose name isn't
# only letters.
SITE = "http://127.0.0.1/a%20bo%C3%AEte/"
OAI = "{http://www.openarchives.org/OAI/2.0/}"

Publish = Callable[..., Maker]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder served by nginx, and the address of the site in it."""
    folder = tmp_path_factory.mktemp("server")
    (folder / "rules").write_bytes(rules(SITE)["nginx.conf"])
    with nginx(folder, f'    root "{folder}/root";\n    include "{folder}/rules";') as address:
        yield folder / "root/a boîte", f"{address}/a%20bo%C3%AEte/oai"


@pytest.fixture
def publish(server: tuple[Path, str]) -> Publish:
    """Puts the answers about a catalogue where nginx finds them, replacing the previous ones."""
    root, _ = server
    shutil.rmtree(root, ignore_errors=True)

    def put(catalogue: Catalogue, before: Mapping[str, Stamp] | None = None) -> Maker:
        maker = Maker(catalogue, ENGLISH, SITE, "A secretariat", "a@example.org")
        files = oai_files(maker, before or {})
        shutil.rmtree(root, ignore_errors=True)
        write_files(root, files)
        return maker

    return put


@pytest.fixture
def address(server: tuple[Path, str]) -> str:
    return server[1]


@pytest.fixture(scope="module")
def harvester(server: tuple[Path, str]) -> Iterator[Scythe]:
    with Scythe(server[1]) as made:
        yield made


def all_of(harvester: Scythe, **asked: Any) -> dict[str, Record]:
    """The records that a harvester gets, by id; ids must be unique."""
    records = [one for one in harvester.list_records(**asked) if isinstance(one, Record)]
    found = {str(one.header.identifier).removeprefix("oai:127.0.0.1:"): one for one in records}
    assert len(found) == len(records)
    return found


@pytest.mark.parametrize("prefix", ["oai_dc", "mods"])
def test_all_records_come_in_parts(
    publish: Publish, harvester: Scythe, address: str, prefix: str
) -> None:
    maker = publish(sample_catalogue())
    found = all_of(harvester, metadata_prefix=prefix)
    titles = {id_: next(one.xml.iter("{*}title")).text for id_, one in found.items()}
    assert titles == {work.id: work.title for work in maker.works.values()}
    headers = harvester.list_identifiers(metadata_prefix=prefix)
    identifiers = [one.identifier for one in headers if isinstance(one, Header)]
    assert identifiers == [one.header.identifier for one in found.values()]
    assert len(parts_of(address, metadata_prefix=prefix)) > 1


def parts_of(address: str, **asked: Any) -> list[OAIResponse]:
    """The answers that a list is split into."""
    with Scythe(address, iterator=OAIResponseIterator) as harvester:
        parts = harvester.list_records(**asked)
        return [part for part in parts if isinstance(part, OAIResponse)]


def test_dublin_core_says_what_a_work_is(publish: Publish, harvester: Scythe) -> None:
    maker = publish(sample_catalogue())
    for id_, record in all_of(harvester).items():
        work, said = maker.works[id_], record.metadata
        assert said["creator"] == said["publisher"] == list(work.authors)
        assert said.get("date", [""]) == [work.issued]
        assert said.get("language", []) == list(work.languages)
        assert said["type"][0] == work.types.dcmi
        assert {work.identifier, *dict(work.identifiers).values()} <= {*said["identifier"]}
        assert said["description"][0] == work.summary


def test_a_harvest_that_was_interrupted_goes_on(
    publish: Publish, harvester: Scythe, address: str
) -> None:
    publish(sample_catalogue())
    first = parts_of(address)[0].xml
    token = str(first.findtext(f".//{OAI}resumptionToken"))
    got = [str(one.text) for one in first.iterfind(f".//{OAI}record//{OAI}identifier")]
    rest = [one.header.identifier for one in all_of(harvester, resumption_token=token).values()]
    assert rest
    assert got + rest == [one.header.identifier for one in all_of(harvester).values()]


def changed_since(harvester: Scythe, day: date) -> dict[str, str]:
    """What a harvester gets when it asks again, by id: the day of each change, or "gone"."""
    try:
        found = all_of(harvester, from_=day.isoformat())
    except NoRecordsMatch:
        return {}
    return {id_: "gone" if one.deleted else str(one.header.datestamp) for id_, one in found.items()}


def test_the_second_harvest_gets_what_changed_and_nothing_else(
    publish: Publish, harvester: Scythe, server: tuple[Path, str], docs: Path
) -> None:
    root = server[0]
    all_there = dict.fromkeys(("guide", "manual", "shelter"), DAY.isoformat())
    publish(catalogue_of(docs))
    assert changed_since(harvester, DAY) == all_there
    tomorrow, later = DAY + timedelta(days=1), DAY + timedelta(days=40)
    # Built again later from the same content.
    publish(replace(catalogue_of(docs), as_of=tomorrow), read_stamps(root))
    assert changed_since(harvester, tomorrow) == {}
    assert changed_since(harvester, DAY) == all_there
    # One changed, and one is gone.
    guide = docs / "prevention/resources/guide.md"
    guide.write_text(re.sub("summary: .*", "summary: Now.", guide.read_text("utf-8")), "utf-8")
    (docs / "protection/practices/shelter.md").unlink()
    now = {"guide": later.isoformat(), "shelter": "gone"}
    for _ in range(2):
        publish(replace(catalogue_of(docs), as_of=later), read_stamps(root))
        # Every day between starts with what came after it.
        for days in (1, 2, 7, 35, 39, 40):
            assert changed_since(harvester, DAY + timedelta(days=days)) == now
        for days in (41, 80, 400, 4000):
            assert changed_since(harvester, DAY + timedelta(days=days)) == {}
        for day in (DAY, DAY - timedelta(days=400), date(1901, 1, 1)):
            assert changed_since(harvester, day) == {"manual": DAY.isoformat(), **now}


def test_a_toolkit_without_entries_has_no_records(
    publish: Publish, harvester: Scythe, docs: Path
) -> None:
    for path in docs.glob("*/*/*.md"):
        path.unlink()
    publish(catalogue_of(docs))
    with pytest.raises(NoRecordsMatch):
        all_of(harvester)


def test_without_a_list_of_before_nothing_is_missed(
    publish: Publish, harvester: Scythe, docs: Path
) -> None:
    publish(catalogue_of(docs))
    tomorrow = DAY + timedelta(days=1)
    publish(replace(catalogue_of(docs), as_of=tomorrow))
    assert set(changed_since(harvester, tomorrow)) == {"guide", "manual", "shelter"}


ANSWERS = [
    ("", "badVerb"),
    ("verb=Nothing", "badVerb"),
    ("verb=ListSets", "noSetHierarchy"),
    ("verb=ListRecords", "badArgument"),
    ("verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"),
    ("verb=ListRecords&metadataPrefix=oai_dc&from=yesterday", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&until=2026-11-25", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-26", "noRecordsMatch"),
    ("from=2026-11-26&verb=ListIdentifiers&metadataPrefix=mods", "noRecordsMatch"),
    ("verb=ListRecords&metadataPrefix=oai_dc&set=a:b", "noSetHierarchy"),
    ("verb=ListRecords&resumptionToken=nothing", "badResumptionToken"),
    ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
    ("verb=GetRecord&identifier=ID", "badArgument"),
    ("verb=GetRecord&metadataPrefix=marc&identifier=ID", "cannotDisseminateFormat"),
    ("verb=GetRecord&metadataPrefix=mods&identifier=ID-2", "idDoesNotExist"),
    ("verb=GetRecord&metadataPrefix=mods&identifier=oai:other.org:guide", "idDoesNotExist"),
    # Nothing but the answers can be reached.
    ("verb=../../secret", "badArgument"),
    ("verb=GetRecord&metadataPrefix=../../../secret", "badArgument"),
    ("verb=ListRecords&resumptionToken=../../../../secret", "badArgument"),
    ("verb=GetRecord&metadataPrefix=mods&identifier=oai:127.0.0.1:../guide", "idDoesNotExist"),
    ("verb=GetRecord&identifier=ID&metadataPrefix=mods", ""),
    ("verb=Identify", ""),
    ("verb=ListMetadataFormats", ""),
]


def test_each_request_has_its_answer(
    publish: Publish, address: str, server: tuple[Path, str], docs: Path
) -> None:
    publish(catalogue_of(docs))
    (server[0] / "secret.xml").write_text("<secret/>", encoding="utf-8")
    identifier = "oai:127.0.0.1:guide"
    with httpx.Client() as client:
        for query, code in ANSWERS:
            for written in (identifier, quote(identifier, safe="")):
                answer = client.get(f"{address}?{query.replace('ID', written)}")
                assert answer.status_code == 200, query
                assert answer.headers["content-type"] == "text/xml"
                root = ElementTree.fromstring(answer.content)  # noqa: S314 - our own
                errors = [one.get("code") for one in root.iterfind(f"{OAI}error")]
                assert errors == [code] * bool(code), query
                if not code:
                    verb = root[1].get("verb")
                    assert f"verb={verb}" in query
                    assert root[2].tag == f"{OAI}{verb}"


def test_apache_is_told_the_type_of_answers() -> None:
    """Tried with Apache 2.4, in a virtual host and in .htaccess: it sends application/xml."""
    assert b"\nForceType text/xml\n" in rules(SITE)["apache.conf"]


def test_a_list_of_before_that_is_missing_or_broken_is_named(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match=r"records\.json is missing"):
        read_stamps(tmp_path)
    file = tmp_path / "data/oai/records.json"
    file.parent.mkdir(parents=True)
    for text in ("", "[]", '{"records": []}', '{"records": {"a": {"on": "x"}}}'):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ToolkitError, match="can't be read"):
            read_stamps(tmp_path)
