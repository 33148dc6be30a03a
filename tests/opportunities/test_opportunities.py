"""Opportunities arise in clear cases, not near the thresholds, and are answered in public."""

import json
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.content_case import edit
from tests.ledger import found_ledger, say
from tests.opportunities.judged import cases
from tests.opportunities.small import AUDIENCES, add_work, lay_lists
from tests.pages.small import ENGLISH, catalogue_of, errors_of, pages_of, site_of
from tests.program import Toolkit
from toolkit.catalogue.catalogue import make_catalogue
from toolkit.content.reader import read_content
from toolkit.pages import opportunity_pages
from toolkit.pages.opportunities_feed import opportunities_feed
from toolkit.pages.site import Site

Works = dict[str, dict[str, Any]]
ATOM = "{http://www.w3.org/2005/Atom}"
DAY = ("--as-of", "2026-11-25")
READERS = "service-providers"

# For each kind: works that give rise to it, its id, and changes each of which prevents it.
OLD: Works = {
    "one": {"year": 2009, "organisations": ["unodc"]},
    "two": {"year": 2012, "organisations": ["iom"]},
    "three": {"year": 2015, "organisations": ["ilo"], "type": "training"},
    "law": {"year": 2001, "organisations": ["icat"], "type": "statement"},
}
ALIKE: Works = {
    "one": {"themes": ["shelters", "health"], "type": "guide"},
    "two": {"themes": ["shelters", "health"], "type": "guide", "organisations": ["iom"]},
}
HERE: Works = {
    f"{body}-{place}": {"organisations": [body], "themes": [theme], "regions": [region]}
    for body in ("unodc", "iom", "ilo")
    for place, theme, region in (("on-theme", "data", "world"), ("there", "health", "west"))
} | {
    "north": {"themes": ["data"], "regions": ["north"], "organisations": ["osce"]},
    "east": {"themes": ["data"], "regions": ["east"], "organisations": ["osce"]},
}
FRENCH: Works = {
    f"work-{number}": {
        "regions": ["west"],
        "organisations": ["iom" if number else "ilo"],
        "themes": ["data" if number % 2 else "health"],
        "audiences": ["teachers" if number < 2 else "law-enforcement"],
    }
    for number in range(4)
}
MEMBERS: Works = {
    f"of-{body}": {"organisations": [body], "themes": ["witnesses"], "type": "report"}
    for body in ("unodc", "iom", "ilo", "unicef")
}
KINDS: list[tuple[str, Works, dict[str, Works]]] = [
    (
        "renew-hotlines-service-providers",
        OLD,
        {
            "a newer work": {"new": {"year": 2016, "organisations": ["osce"], "type": "guide"}},
            "a work of no known year": {"new": {"year": None}},
            "two works": {"three": {"audiences": ["teachers"]}},
            "one body": {
                "two": {"organisations": ["unodc"]},
                "three": {"organisations": ["unodc"]},
            },
            "reports": {"three": {"type": "report"}},
            "works that only touch on the theme": {
                id_: {"themes": ["data", "health", "shelters", "hotlines"]} for id_ in OLD
            },
            "a work that names the readers last of many": {
                "one": {"audiences": [READERS, "teachers", "officials", "law-enforcement"]},
                "two": {"audiences": [READERS, "law-enforcement", "officials", "teachers"]},
                "three": {"audiences": ["teachers", "officials", "law-enforcement", READERS]},
            },
            "works with hardly anything in common": {
                "two": {"themes": ["hotlines", "shelters", "health"]},
                "three": {"themes": ["hotlines", "investigation", "data"]},
            },
            "works of which one names the theme first": {
                id_: {"themes": ["shelters", "hotlines"]} for id_ in ("two", "three")
            },
            "too many for one task": {f"work-{number}": {"year": 2001} for number in range(28)},
        },
    ),
    (
        "overlap-one-two",
        ALIKE,
        {
            "ten years ago": {"two": {"year": 2016}},
            "another type": {"two": {"type": "training"}},
            "a joint work": {"two": {"organisations": ["iom", "icat"]}},
            "a body of both": {"two": {"organisations": ["iom", "unodc"]}},
            "one theme in common": {"two": {"themes": ["shelters"]}},
            "other main themes": {
                "one": {"themes": ["data", "witnesses", "shelters", "health"]},
                "two": {"themes": ["shelters", "health", "data", "witnesses"]},
            },
            "other readers": {"two": {"audiences": ["teachers"]}},
            "readers whom the other names last of many": {
                "one": {"audiences": [READERS, "teachers", "officials"]},
                "two": {"audiences": ["officials", "law-enforcement", "teachers", READERS]},
            },
            "readers whom the one names last of many": {
                "one": {"audiences": ["officials", "law-enforcement", "teachers", READERS]},
                "two": {"audiences": [READERS, "teachers", "officials"]},
            },
            "other forms of exploitation": {
                "one": {"exploitation": ["forced-labour"]},
                "two": {"exploitation": ["sexual-exploitation"]},
            },
            "other regions": {"one": {"regions": ["west"]}, "two": {"regions": ["east"]}},
            "a national work": {
                "two": {"level": "national", "regions": ["west"], "countries": ["SN"]}
            },
            "a difference told": {"two": {"distinct_from": {"one": "It is for beginners."}}},
            "a later edition": {"two": {"supersedes": ["one"]}},
        },
    ),
    (
        "fill-data-west",
        HERE,
        {
            "something there": {"new": {"themes": ["data"], "regions": ["west"]}},
            "something on the continent": {"new": {"themes": ["data"], "regions": ["africa"]}},
            "two bodies": {"ilo-there": {"regions": ["south"]}},
            "guides that only touch on it": {"ilo-on-theme": {"themes": ["health", "data"]}},
            "reports": {"ilo-on-theme": {"type": "report"}},
            "guides for elsewhere": {"ilo-on-theme": {"regions": ["east"]}},
            "guides on other forms of exploitation": {
                f"{body}-on-theme": {"exploitation": [form]}
                for body, form in (
                    ("unodc", "forced-labour"),
                    ("iom", "sexual-exploitation"),
                    ("ilo", "organ-removal"),
                )
            },
        },
    ),
    (
        "translate-west-fr",
        FRENCH,
        {
            "three works": {"work-1": {"languages": ["en", "fr"]}},
            "one body": {"work-0": {"organisations": ["iom"]}},
            "works of elsewhere": {"work-1": {"regions": ["africa"]}},
        },
    ),
    (
        "state-witnesses",
        MEMBERS,
        {
            "a joint work": {"joint": {"organisations": ["icat"], "themes": ["witnesses"]}},
            "two members": {
                "of-ilo": {"themes": ["data"]},
                "of-iom": {"themes": ["data", "health", "witnesses"]},
            },
            "works of which one names the theme first": {
                id_: {"themes": ["data", "witnesses"]} for id_ in ("of-ilo", "of-iom", "of-unicef")
            },
            "no members": {
                id_: {"organisations": ["icat"], "themes": ["health"]}
                for id_ in ("of-ilo", "of-iom")
            },
        },
    ),
]


def lay(docs: Path, works: Works, change: Works | None = None) -> None:
    lay_lists(docs)
    for id_ in {**works, **(change or {})}:
        fields = works.get(id_, {}) | (change or {}).get(id_, {})
        add_work(docs, id_, **{name: value for name, value in fields.items() if value is not None})
        if fields.get("year", 1) is None:
            edit(docs / f"prevention/resources/{id_}.md", "year: 2020\n", "")


def listed(toolkit: Toolkit, *arguments: str) -> dict[str, Any]:
    outcome = toolkit("opportunities", "--format", "json", *DAY, *arguments)
    assert outcome.code == 0, outcome.err
    return {row["id"]: row for row in json.loads(outcome.out)}


@pytest.mark.parametrize(("id_", "works", "changes"), KINDS, ids=[one[0] for one in KINDS])
def test_a_kind_arises_from_clear_cases_alone(
    docs: Path, toolkit: Toolkit, id_: str, works: Works, changes: dict[str, Works]
) -> None:
    for path in ("prevention/resources/guide.md", "prevention/resources/manual.md"):
        (docs / path).unlink()
    lay(docs, works)
    found = listed(toolkit)[id_]
    assert set(found["entries"]) <= set(works)
    assert set(found["organisations"]) >= {
        body for entry in found["entries"] for body in works[entry].get("organisations", ["unodc"])
    } - {"osce"}
    assert found["reason"].endswith(".")
    for why, change in changes.items():
        before = {*docs.glob("prevention/resources/*.md")}
        lay(docs, works, change)
        assert id_ not in Site(catalogue_of(docs), ENGLISH, {}).opportunities, why
        for file in {*docs.glob("prevention/resources/*.md")} - before:
            file.unlink()


def test_a_guide_and_a_handbook_are_two_for_the_same_readers(docs: Path, toolkit: Toolkit) -> None:
    lay(docs, ALIKE, {"two": {"type": "handbook"}})
    assert "between a guide and a handbook:" in listed(toolkit)["overlap-one-two"]["reason"]


def test_a_share_at_the_threshold_is_the_same_in_whatever_order_sets_are(docs: Path) -> None:
    for file in (*docs.glob("*/resources/*.md"), *docs.glob("*/practices/*.md")):
        file.unlink()
    found = []
    for every, most, some in permutations(AUDIENCES[:3]):
        # Among 15 works, 12, 12 and 9 name these audiences, so that their weights are as 1 to 1 to
        # 2: what those of "one" and "two" have in common is a quarter, except for rounding.
        reports: Works = {
            f"report-{n}": {
                "audiences": [every] * (n < 9) + [most] * (n < 11) + [some] * (n > 3),
                "type": "report",
            }
            for n in range(12)
        }
        tools: Works = {
            id_: {**OLD[id_], "audiences": [every, most, some] if id_ == "one" else [every]}
            for id_ in ("one", "two", "three")
        }
        lay(docs, reports | tools)
        opportunities = Site(catalogue_of(docs), ENGLISH, {}).opportunities
        found.append(f"renew-hotlines-{every}" in opportunities)
    assert len({*found}) == 1, found


def test_a_task_that_is_part_of_another_is_not_shown(docs: Path, toolkit: Toolkit) -> None:
    part = {"audiences": [READERS, "teachers"]}
    lay(docs, OLD, dict.fromkeys(("one", "two", "three"), part))
    assert [id_ for id_ in listed(toolkit) if id_.startswith("renew-")] == [
        "renew-hotlines-service-providers"
    ]


def answer(docs: Path, until: str = "") -> None:
    (docs / "registers/opportunities.yml").write_text(
        "- id: renew-hotlines-service-providers\n  answer: joint\n  by: [iom]\n"
        f"  on: 2026-11-01\n{until}  reason: A new edition comes in May.\n",
        encoding="utf-8",
    )


def test_an_answer_hides_an_opportunity_and_is_shown(docs: Path, toolkit: Toolkit) -> None:
    lay(docs, OLD)
    assert errors_of(docs) == []
    page: Any = pages_of(catalogue_of(docs))["opportunities"]
    (kind,) = page.kinds
    assert [one.anchor for one in kind.opportunities] == ["renew-hotlines-service-providers"]
    assert [work.id for work, _ in kind.opportunities[0].works] == ["three", "two", "one"]
    assert not page.answered

    answer(docs)
    page = pages_of(catalogue_of(docs))["opportunities"]
    assert (page.kinds, page.ways) == ((), ())
    said = page.answered[0].answer
    assert said[0] == "Answer from IOM, 1 November 2026:"
    assert "A new edition comes in May." in said
    assert listed(toolkit)["renew-hotlines-service-providers"]["answer"]["answer"] == "joint"
    assert "answered by iom on 2026-11-01: joint" in toolkit("opportunities", *DAY).out

    answer(docs, "  until: 2026-11-24\n")
    page = pages_of(catalogue_of(docs))["opportunities"]
    assert len(page.kinds) == 1
    assert not page.answered
    assert listed(toolkit)["renew-hotlines-service-providers"]["answer"] is None


def test_the_page_of_an_organization_shows_its_own(docs: Path, toolkit: Toolkit) -> None:
    lay(docs, OLD)
    pages: Any = pages_of(catalogue_of(docs))
    anchors = {
        id_: [link.anchor for link in pages[f"organisations/{id_}"].opportunities]
        for id_ in ("iom", "osce")
    }
    assert anchors == {"iom": ["renew-hotlines-service-providers"], "osce": []}
    assert list(listed(toolkit, "--organisation", "iom")) == anchors["iom"]
    assert listed(toolkit, "--organisation", "osce") == {}
    assert toolkit("opportunities", "--organisation", "iomm").code == 2


def test_the_feed_is_valid_and_its_ids_stay(docs: Path) -> None:
    lay(docs, OLD | MEMBERS)
    site = replace(site_of(catalogue_of(docs)), site_url="https://example.org/x/")
    root = ET.fromstring(opportunities_feed(site))  # noqa: S314
    assert root.tag == f"{ATOM}feed"
    for name in ("title", "id", "updated", "author"):
        assert root.find(f"{ATOM}{name}") is not None, name
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == len(site.opportunities) == 2
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == 2
    assert all(str(id_).startswith("urn:uuid:") for id_ in ids)
    links = [entry.find(f"{ATOM}link") for entry in entries]
    addresses = {link.get("href") for link in links if link is not None}
    assert addresses == {
        f"https://example.org/x/opportunities.html#{id_}" for id_ in site.opportunities
    }
    moments = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert moments == sorted(moments, reverse=True)
    # The newest of the old works was from 2015: the reason has applied since the first day of 2026.
    assert "2026-01-01T00:00:00Z" in moments

    content = read_content(docs)
    assert opportunities_feed(site_of(make_catalogue(content, date(2027, 3, 1)))) == (
        opportunities_feed(site_of(make_catalogue(content, date(2027, 3, 2))))
    )

    answer(docs)
    local = ET.fromstring(opportunities_feed(site_of(catalogue_of(docs))))  # noqa: S314
    kept = [entry.findtext(f"{ATOM}id") for entry in local.findall(f"{ATOM}entry")]
    assert len(kept) == 1
    assert kept[0] in ids
    (link,) = local.findall(f"{ATOM}entry/{ATOM}link")
    assert str(link.get("href")).startswith("../opportunities.html#state-")


def test_a_feed_of_nothing_is_the_same_every_day(docs: Path) -> None:
    content = read_content(docs)
    feeds = {
        opportunities_feed(site_of(make_catalogue(content, day)))
        for day in (date(2026, 11, 25), date(2026, 11, 26))
    }
    assert len(feeds) == 1
    assert b"<entry>" not in feeds.pop()


def test_a_text_that_few_have_not_recognized(docs: Path, toolkit: Toolkit) -> None:
    found_ledger(docs)
    say(docs, ("unodc",), "2026-10-01")
    assert listed(toolkit) == {}
    say(docs, ("ilo",), "2026-10-02")
    found = listed(toolkit)["recognize-manual"]
    assert (found["organisations"], found["entries"]) == (["iom"], ["manual"])
    assert found["reason"].endswith(", except IOM.")
    # ILO may have answered that it would, before it did.
    promise = "{id: recognize-manual, answer: joint, by: [ilo, iom], on: 2026-09-01, reason: Soon.}"
    (docs / "registers/opportunities.yml").write_text(f"- {promise}\n", encoding="utf-8")
    assert not [one for one in errors_of(docs) if "foreign-answer" in str(one)]


def test_many_stay_a_page_that_can_be_read(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opportunity_pages, "_MOST", 1)
    pair = {"three": ALIKE["two"] | {"organisations": ["ilo"]}}
    lay(docs, ALIKE | pair)
    page: Any = pages_of(catalogue_of(docs))["opportunities"]
    (kind,) = (one for one in page.kinds if one.anchor == "kind--overlap")
    assert (len(kind.opportunities), kind.more) == (1, 2)


def test_joint_works_and_the_themes_without_one(docs: Path) -> None:
    lay_lists(docs)
    add_work(docs, "joint", organisations=["icat"], themes=["data"], year=2019)
    page: Any = pages_of(catalogue_of(docs))["joint-works"]
    (year,) = page.listing.sections
    assert year.heading == "2019"
    assert [item.id for item in year.parts[0].groups[0].entries] == ["joint"]
    assert [(link.text, [one.text for one in its]) for link, its in page.themes] == [
        ("Data", ["Work called joint"])
    ]
    assert "Data" not in [link.text for link in page.none_on]
    assert "Hotlines" in [link.text for link in page.none_on]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "- {}", "a: 1", "- id: x\n  answer: maybe\n", "- id: x\n  sure: yes\n", "\x00"],
)
def test_a_broken_register_is_a_problem_of_its_own(toolkit: Toolkit, docs: Path, text: str) -> None:
    (docs / "registers/opportunities.yml").write_text(text, encoding="utf-8")
    outcome = toolkit("check")
    assert outcome.code in (0, 1)
    assert "Traceback" not in outcome.err
    assert (outcome.code == 0) == (text == "[]")


def test_cases_are_judged_each_once_and_some_kept_apart() -> None:
    judged = cases()
    keys = [tuple(case.get("entries", ())) or str(case) for case in judged]
    assert len(set(keys)) == len(keys) >= 60
    apart = [case for case in judged if case.get("apart")]
    assert len(apart) >= 20
    assert {case["good"] for case in apart} == {True, False}
    assert all(isinstance(case.get("as_of", date(2026, 1, 1)), date) for case in judged)
