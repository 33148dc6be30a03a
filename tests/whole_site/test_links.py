"""Every page of the real site, crawled: no dead link, nothing out of reach or from outside."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from tests.whole_site.pages import DAY, KINDS, ROOT, all_pages, parse, targets

# Its addresses start at the root of a server, since it is shown for any address.
NOT_FOUND = "404.html"


def test_every_record_is_on_the_site(site: Path) -> None:
    manifest = json.loads((site / "build.json").read_text())
    assert manifest["counts"] == {"entries": 251, "practices": 50, "resources": 201}
    assert manifest["as_of"] == DAY
    assert manifest["languages"] == ["en"]


def test_pages_are_valid_html(site: Path) -> None:
    for path in all_pages(site):
        parse(site, path)


def test_no_link_and_no_anchor_is_dead(site: Path) -> None:
    dead = []
    for path in all_pages(site):
        if path == NOT_FOUND:
            continue
        for target, anchor in targets(site, parse(site, path)):
            if not (site / target).is_file():
                dead.append((path, target))
            elif anchor and target.endswith(".html") and anchor not in parse(site, target).ids:
                dead.append((path, f"{target}#{anchor}"))
    assert dead == []


def test_the_page_of_unknown_addresses_leads_back(site: Path) -> None:
    page = parse(site, NOT_FOUND)
    inside = [address for _, _, address in page.addresses if not urlsplit(address).scheme]
    assert inside
    for address in inside:
        if not address.startswith("#"):
            assert address.startswith("/")
            assert (site / urlsplit(address).path.lstrip("/")).is_file(), address


def test_every_page_can_be_reached_from_home(site: Path) -> None:
    reached = {"index.html"}
    waiting = ["index.html"]
    while waiting:
        for target, _ in targets(site, parse(site, waiting.pop())):
            if target.endswith(".html") and target not in reached:
                reached.add(target)
                waiting.append(target)
    alone = set(all_pages(site)) - reached - {NOT_FOUND}
    # A term without entries is not listed until it is used; its page is there for links.
    assert {path for path in alone if "/practices/" in path or "/resources/" in path} == set()
    assert all(path.split("/")[0] in {"exploitation", "themes", "regions"} for path in alone), alone


def test_ids_are_unique(site: Path) -> None:
    for path in all_pages(site):
        twice = [id_ for id_, count in Counter(parse(site, path).ids).items() if count > 1]
        assert twice == [], path


def test_no_page_takes_anything_from_another_host(site: Path) -> None:
    for path in all_pages(site):
        for tag, name, address in parse(site, path).addresses:
            if tag != "a":
                assert not urlsplit(address).netloc, (path, tag, name, address)
    for style in site.rglob("*.css"):
        assert "//" not in style.read_text(encoding="utf-8").replace("/*", "").replace("*/", "")


def test_no_page_has_inline_script_or_style(site: Path) -> None:
    for path in all_pages(site):
        for element in parse(site, path).root.iter():
            names = set(element.attrib)
            assert "style" not in names, path
            assert not {name for name in names if name.startswith("on")}, path
            assert element.tag != "style", path
            assert element.tag != "script" or not (element.text or "").strip(), path


def test_every_page_carries_the_date_the_policy_and_the_language(site: Path) -> None:
    for path in all_pages(site):
        page = parse(site, path)
        html = page.root
        metas = {meta.get("http-equiv"): meta.get("content") for meta in html.iter("meta")}
        assert "default-src 'none'" in (metas.get("Content-Security-Policy") or ""), path
        # From left to right is what HTML takes for granted.
        assert (html.get("lang"), html.get("dir")) == ("en", None), path
        assert "25 November 2026" in "".join(html.itertext()), path
        assert len(list(html.iter("h1"))) == 1, path


def test_pages_of_every_kind_are_named_here(site: Path) -> None:
    for path in KINDS.values():
        assert (site / path).is_file(), path


def test_schemas_are_published(site: Path) -> None:
    committed = sorted((ROOT / "docs/contribute/schema").glob("*.json"))
    assert [path.name for path in committed] == ["practice.json", "report.json", "resource.json"]
    for path in committed:
        assert (site / "contribute/schema" / path.name).read_bytes() == path.read_bytes()


def test_nothing_else_is_published(site: Path) -> None:
    names = (path for path in site.rglob("*") if path.is_file() and path.name != "_headers")
    endings = Counter(path.suffix for path in names)
    assert set(endings) <= {".html", ".css", ".js", ".svg", ".png", ".json", ".webp", ".txt"}
    assert not list(site.rglob("*.map"))


def test_no_path_of_this_machine_is_published(site: Path) -> None:
    for path in site.rglob("*"):
        if path.is_file():
            assert str(ROOT).encode() not in path.read_bytes(), path
