"""What Zotero makes of an entry's page, by the public rules for its embedded metadata.

Highwire tags come first, then Dublin Core. A name is split at semicolons; a single one with two
words before and after a comma is split there too; in all others a comma separates the last from the
first name or, without one, the last space does.
"""

import gzip
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest

from tests.checkouts import Checkout
from tests.pages.small import sample_site
from toolkit.exports.record import Work

# Zotero's types that `DC.type` may name; it guesses the type from any other text.
TYPES = {"report", "book", "document", "statute", "webpage"}

Creator = tuple[str, str]  # first name, last name


def read(html: str) -> dict[str, object]:
    page = html5lib.parse(html, namespaceHTMLElements=False)
    metas = [(one.get("name") or "", one.get("content") or "") for one in page.iter("meta")]

    def all_of(name: str) -> list[str]:
        return [content for found, content in metas if found == name]

    (type_,) = all_of("DC.type")
    return {
        "type": type_ if type_ in TYPES else "journalArticle",
        "title": ", ".join(all_of("citation_title")),
        "creators": [one for text in all_of("citation_author") for one in creators(text)],
        "date": ", ".join(all_of("citation_publication_date")),
        "language": ", ".join(all_of("citation_language")),
        "publisher": ", ".join(all_of("citation_publisher")),
        "isbn": all_of("citation_isbn"),
        "identifier": ", ".join(all_of("DC.identifier")),
    }


def creators(text: str) -> Iterator[Creator]:
    parts = re.split(r"\s*;\s*", text)
    if len(parts) == 1:
        by_comma = re.split(r"\s*,\s*", text)
        if len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1]:
            parts = by_comma
    yield from (creator(part) for part in parts if re.search(r"[^\s,.;-]", part))


def creator(text: str) -> Creator:
    name = text.strip(" \u00a0.,/[]:")
    if "," in text:
        last, _, first = name.partition(",")
        return first.strip(), last
    first, _, last = name.rpartition(" ")
    return first, last


@pytest.fixture(scope="module")
def found(sample: Checkout) -> list[tuple[Work, dict[str, object]]]:
    works = sample_site().exports.works.values()
    return [(work, read(page_of(sample.site, work))) for work in works]


def page_of(site: Path, work: Work) -> str:
    return (site / f"{work.page}.html").read_text(encoding="utf-8")


def test_every_entry_gives_a_whole_record(found: list[tuple[Work, dict[str, object]]]) -> None:
    assert len({record["type"] for _, record in found}) > 3
    for work, record in found:
        assert record["type"] == work.types.zotero, work.id
        assert record["title"] == work.title
        assert str(record["date"]).replace("/", "-") == work.issued
        assert record["language"] == (", ".join(work.languages) or "en")
        assert record["publisher"] == "; ".join(work.authors)
        assert record["identifier"] == work.identifier
        assert record["isbn"] == list(work.numbers("isbn"))


def test_bodies_stay_whole(found: list[tuple[Work, dict[str, object]]]) -> None:
    names = [name for work, _ in found for name in work.authors]
    assert any("," in name for name in names)
    assert any(" and " in name for name in names)
    for work, record in found:
        whole = [("", name.replace(",", "").replace(";", "").strip(".")) for name in work.authors]
        assert record["creators"] == whole, work.id


def test_the_imitation_splits_what_zotero_splits() -> None:
    assert list(creators("United Nations")) == [("United", "Nations")]
    name = "United Nations Educational, Scientific and Cultural Organization"
    assert len(list(creators(name))) == 2


def test_tags_and_data_cost_little(sample: Checkout) -> None:
    costs = []
    for work in sample_site().exports.works.values():
        page = page_of(sample.site, work)
        rest = re.sub(r'<meta name="(citation_|DC\.)[^>]*>', "", page)
        rest = re.sub(r'<script type="application/ld\+json">.*?</script>', "", rest)
        assert rest != page
        costs.append(len(gzip.compress(page.encode())) - len(gzip.compress(rest.encode())))
    assert statistics.median(costs) <= 350
