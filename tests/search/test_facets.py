"""Facet counts, compared with a recount from the front matter that doesn't use the index."""

import random
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.search.test_browser import ready

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]

# Facet -> field of the front matter.
FIELDS = {
    "pillars": "pillars",
    "types": "type",
    "evidence": "evidence",
    "themes": "themes",
    "audiences": "audiences",
    "exploitation": "exploitation",
    "levels": "level",
    "regions": "regions",
    "countries": "countries",
    "organisations": "organisations",
    "languages": "languages",
}
DIRECT = ("page", "file")
QUERIES = ("victims", "police training", "how do we help victims in South America?")
VOCABULARIES = {"themes": "themes", "audiences": "audiences", "regions": "regions"}


def broader(docs: Path, facet: str) -> Mapping[str, str]:
    if facet not in VOCABULARIES:
        return {}
    text = (docs / f"vocabularies/{VOCABULARIES[facet]}.yml").read_text(encoding="utf-8")
    return {term["id"]: term["broader"] for term in yaml.safe_load(text) if term.get("broader")}


def recounted(docs: Path) -> list[dict[str, set[str]]]:
    """For each entry, the ids that it is listed under in each facet."""
    above = {facet: broader(docs, facet) for facet in FIELDS}
    entries = []
    for file in sorted(docs.glob("*/*/*.md")):
        if file.parent.name not in {"practices", "resources"}:
            continue
        head = file.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---\n")
        front = yaml.load(head, yaml.BaseLoader)  # noqa: S506 - it makes only strings
        path = file.relative_to(docs).with_suffix(".html").as_posix()
        entry = {"kinds": {file.parent.name.removesuffix("s")}, "path": {path}}
        for facet, field in FIELDS.items():
            value = front.get(field, [])
            ids = {value} if isinstance(value, str) else set(value)
            if facet == "countries":
                ids = {one.lower() for one in ids}
            found = set()
            for one in ids:
                while one:
                    found.add(one)
                    one = above[facet].get(one, "")
            entry[facet] = found
        direct = "files" in front or ("url" in front and front.get("url_kind", "page") in DIRECT)
        free = "resource" in entry["kinds"] and front.get("access") != "restricted"
        entry["available"] = {"now"} if direct and free else set()
        entries.append(entry)
    return entries


def counts(entries: list[dict[str, set[str]]], chosen: Mapping[str, list[str]]) -> dict[str, Any]:
    def fits(entry: dict[str, set[str]], but: str = "") -> bool:
        return all(entry[facet] & set(ids) for facet, ids in chosen.items() if facet != but)

    made: dict[str, Any] = {"kept": sum(map(fits, entries))}
    for facet in ("kinds", "available", *FIELDS):
        found: dict[str, int] = {}
        for entry in entries:
            if fits(entry, facet):
                for one in entry[facet]:
                    found[one] = found.get(one, 0) + 1
        made[facet] = found
    return made


COUNTS = """(asked) => asked.map(([fragment, query]) => {
  const header = toolkitSearch.header();
  const all = query
    ? toolkitSearch.find(query, true).results.map((result) => result.number)
        .filter((number) => number < header.entries)
    : toolkitSearch.entries();
  const found = toolkitSearch.narrow(all, toolkitSearch.readChoice(fragment));
  const made = { kept: found.kept.length };
  made.found = all.map((number) => toolkitSearch.documents[number].url);
  header.facets.forEach((facet, f) => {
    made[facet.name] = {};
    facet.terms.forEach((term, place) => {
      if (found.counts[f][place]) made[facet.name][term.id] = found.counts[f][place];
    });
  });
  return made;
})"""


def test_counts_of_fifty_combinations_equal_a_recount(
    page: Page, site: Path, content: Path
) -> None:
    entries = recounted(content)
    chance = random.Random(4)  # noqa: S311
    combinations: list[dict[str, list[str]]] = [{}]
    while len(combinations) < 51:
        entry = chance.choice(entries)
        facets = [facet for facet in entry if entry[facet] and facet != "path"]
        chosen = {}
        for facet in chance.sample(facets, chance.randint(1, 4)):
            ids = {chance.choice(sorted(entry[facet]))}
            ids.add(chance.choice(sorted(chance.choice(entries)[facet] or ids)))
            chosen[facet] = sorted(ids)
        combinations.append(chosen)
    fragments = [
        "#" + "&".join(f"{facet}={','.join(ids)}" for facet, ids in chosen.items())
        for chosen in combinations
    ]
    page.goto((site / "search.html").as_uri())
    ready(page)
    queries = [("", *QUERIES)[place % (len(QUERIES) + 1)] for place in range(len(fragments))]
    theirs = page.evaluate(COUNTS, list(zip(fragments, queries, strict=True)))
    for chosen, query, found in zip(combinations, queries, theirs, strict=True):
        paths = set(found.pop("found"))
        answering = [one for one in entries if one["path"] <= paths]
        assert query or len(answering) == len(entries)
        expected = counts(answering, chosen)
        assert found["kept"] == expected["kept"], (chosen, query)
        assert {name: found[name] for name in expected} == expected, (chosen, query)


def test_facets_narrow_results_and_stand_in_the_address_without_the_query(
    page: Page, site: Path
) -> None:
    address = (site / "search.html").as_uri()
    page.goto(address)
    ready(page)
    page.locator("#search--field").fill("victims")
    results = page.locator("#search--status")
    expect(results).to_have_text(re.compile("result"), use_inner_text=True)
    before = results.inner_text()
    box = page.locator(".facets").get_by_role("checkbox", name=re.compile(r"^Prosecution \d"))
    if not box.is_visible():
        page.get_by_role("button", name="Narrow down").press("Enter")
    box.press("Space")
    expect(results).not_to_have_text(before)
    assert page.url == f"{address}#pillars=prosecution"
    assert page.evaluate("history.state") is None
    page.locator("#search--field").fill("police")
    expect(page.locator(".chips")).to_contain_text("Prosecution")
    page.get_by_role("button", name="Remove: Prosecution").press("Enter")
    expect(page.locator(".chips")).to_be_hidden()
    assert page.url.rstrip("#") == address


def test_chosen_facets_alone_show_entries_again(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri() + "#types=handbook&levels=global")
    expect(page.locator("#search--results li").first).to_be_visible()
    assert page.locator(".chips li").count() == 3  # one for each of the two, and one for all


def test_a_term_has_the_number_of_results_that_choosing_it_lists(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    ready(page)
    page.locator("#search--field").fill("police training")
    expect(page.locator(".less-likely")).to_be_visible()
    if not page.locator(".facets").is_visible():
        page.get_by_role("button", name="Narrow down").press("Enter")
    terms = page.locator(".facets label:visible")
    assert terms.count() > 5
    for term in terms.all():
        count = term.locator(".count").inner_text()
        term.locator("input").press("Space")
        expect(page.locator("#search--status")).to_have_text(re.compile(rf"^{count} result"))
        term.locator("input").press("Space")
