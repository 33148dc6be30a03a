"""Coverage and opportunities of docs/, compared with the front matter by independent code."""

import gzip
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Browser, expect

from tests.checkouts import ROOT
from tests.coverage.recount import TABLES, Cells, as_cells, recount, texts_of
from toolkit.clock import as_of

pytestmark = [pytest.mark.content, pytest.mark.thorough]

DOCS = ROOT / "docs"
TODAY = as_of()
HEAVIEST = 30_000  # bytes gzipped
OLD = 10  # years
TOOLS = {"guide", "handbook", "toolkit", "training", "checklist"}
BOOKS = {"guide", "handbook"}


@pytest.fixture(scope="module")
def cells() -> Cells:
    return recount(DOCS)


@pytest.fixture(scope="module")
def fronts() -> dict[str, Any]:
    """The front matter of each entry in force, with its kind, by id."""
    found = {}
    for file in sorted(DOCS.glob("*/*/*.md")):
        if file.parent.name in ("practices", "resources") and "." not in file.stem:
            front = texts_of(file.read_text(encoding="utf-8").split("---\n")[1])
            found[file.stem] = front | {"kind": file.parent.name}
    replaced = {id_ for front in found.values() for id_ in front.get("supersedes", ())}
    return {
        id_: front
        for id_, front in found.items()
        if id_ not in replaced and front.get("status") != "withdrawn"
    }


def test_every_cell_is_counted_right(site: Path, cells: Cells) -> None:
    rows = json.loads((site / "data/coverage.json").read_text(encoding="utf-8"))
    assert as_cells(rows) == cells


def test_every_cell_leads_to_exactly_its_entries(site: Path, cells: Cells) -> None:
    seen = 0
    for table, _rows, _columns in TABLES:
        for file in (site / "coverage" / table).glob("*.html"):
            row = file.stem.replace("tip-protocol-", "tip-protocol:")
            for column, ids in _listed(site, f"coverage/{table}/{file.name}"):
                kinds = cells.get((table, row, column), {})
                assert ids == set().union(*kinds.values()), (table, row, column)
                seen += bool(ids)
    assert seen == len(cells)


def _listed(site: Path, path: str) -> Iterator[tuple[str, set[str]]]:
    """Each column of a row with the ids it lists, including those on further pages."""
    further = f"{Path(path).stem}/"
    for column, html in _pieces((site / path).read_text(encoding="utf-8"), "h2"):
        ids = set()
        for link in re.findall(r'href="([^"]+)"', html):
            address, _, anchor = link.partition("#")
            if re.search("/(?:practices|resources)/", address):
                ids.add(Path(address).stem)
            elif further in address:
                page = (site / path).parent / address
                inside = dict(_pieces(page.read_text(encoding="utf-8"), "h2"))[column]
                entries = dict(_pieces(inside, "h[34]"))[anchor]
                ids |= {Path(one).stem for one in re.findall(r'<li><a href="([^"#]+)"', entries)}
        yield column, ids


def _pieces(html: str, heading: str) -> Iterator[tuple[str, str]]:
    """What follows each heading of a level, by the heading's id."""
    parts = re.split(rf'<{heading} id="([^"]+)"', html.partition("<main")[2] or html)
    return zip(parts[1::2], (part.partition("</section>")[0] for part in parts[2::2]), strict=True)


@pytest.fixture(scope="module")
def said() -> list[dict[str, Any]]:
    """The command's output about opportunities today."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "toolkit", "opportunities", "--format", "json"),
            *("--as-of", f"{TODAY}"),
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def test_what_is_said_of_opportunities_is_true(
    said: list[dict[str, Any]], fronts: dict[str, Any], cells: Cells
) -> None:
    for row in said:
        works = [fronts[id_] for id_ in row["entries"]]
        bodies = {id_ for front in works for id_ in front.get("organisations", ())}
        about = row["id"]
        assert {*row["organisations"]} <= bodies or row["kind"] == "recognize", about
        if row["kind"] == "overlap":
            types = {front["type"] for front in works}
            assert len(types) == 1 or types == BOOKS, about
            for front in works:
                assert {*row["themes"]} <= {*front["themes"]}, about
                assert {*row["audiences"]} <= {*front["audiences"]}, about
                assert int(front["year"]) > TODAY.year - OLD, about
        elif row["kind"] == "renew":
            every = {
                id_: int(front["year"])
                for id_, front in fronts.items()
                if front.get("type") in TOOLS
                and row["themes"][0] in front["themes"]
                and row["audiences"][0] in front["audiences"]
            }
            assert {*row["entries"]} <= every.keys(), about
            assert max(every.values()) < TODAY.year - OLD, about
            assert str(max(int(front["year"]) for front in works)) in row["reason"], about
        elif row["kind"] == "translate":
            assert not any(row["language"] in front["languages"] for front in works), about
            assert all(row["region"] in str(front) or front.get("countries") for front in works)
        elif row["kind"] == "fill":
            assert ("themes-regions", row["themes"][0], row["region"]) not in cells, about
            for body in row["organisations"]:
                own = [front for front in works if body in front["organisations"]]
                assert any(
                    "world" in front["regions"]
                    and row["themes"][0] == front["themes"][0]
                    and front["type"] in TOOLS
                    for front in own
                ), about
                assert any("world" not in front["regions"] for front in own), about
        elif row["kind"] == "state":
            assert not any(
                "icat" in front.get("organisations", ()) and row["themes"][0] in front["themes"]
                for front in fronts.values()
            ), about
            assert all(row["themes"][0] in front["themes"][:2] for front in works), about


@pytest.mark.browser
@pytest.mark.parametrize("path", ["opportunities", "joint-works"])
def test_what_could_be_done_together_opens_short(browser: Browser, site: Path, path: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    for language in ("", "ar/", "ru/"):
        page.goto((site / f"{language}{path}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollHeight") < 8000
    page.close()


def test_no_page_of_coverage_is_heavy(site: Path) -> None:
    paths = ("coverage/**/*", "opportunities", "joint-works", "contribute/due")
    pages = [page for path in paths for page in site.glob(f"**/{path}.html")]
    weights = {page.relative_to(site): len(gzip.compress(page.read_bytes(), 6)) for page in pages}
    assert not {page: weight for page, weight in weights.items() if weight > HEAVIEST}


@pytest.mark.browser
def test_each_table_fits_a_printed_page(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    largest = ("ar/coverage/themes-audiences", "ru/coverage/themes-audiences")
    for path in (*(f"coverage/{table}" for table, _, _ in TABLES), *largest):
        page.goto((site / f"{path}.html").as_uri())
        # The note on a translation may be on a second page, as one more theme puts it there.
        page.evaluate("document.querySelector('aside.translation')?.remove()")
        made = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        assert len(made.pages) == 1, path
        assert made.pages[0].mediabox.width > made.pages[0].mediabox.height
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_no_cell_with_focus_is_under_a_head(browser: Browser, site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 640}, reduced_motion="reduce")
    for path in ("coverage/themes-regions", "ar/coverage/themes-regions"):
        page.goto((site / f"{path}.html").as_uri())
        hidden = page.evaluate("""() => {
            const hidden = [];
            const links = [...document.querySelectorAll("tbody td a")].filter((_, i) => !(i % 9));
            for (const link of [...links, ...links.reverse()]) {
                link.focus();
                const { left, top, width, height } = link.getBoundingClientRect();
                const seen = document.elementFromPoint(left + width / 2, top + height / 2);
                if (!link.contains(seen)) hidden.push(link.href);
            }
            return hidden;
        }""")
        assert not hidden, path
    page.close()


@pytest.mark.browser
def test_a_rapporteur_needs_three_taps_on_a_telephone(
    browser: Browser, site: Path, fronts: dict[str, Any], cells: Cells
) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True
    )
    page = context.new_page()

    def tap(*names: str) -> None:
        assert len(names) <= 3
        page.goto((site / "index.html").as_uri())
        for name in names:
            before = page.url
            page.locator("main").get_by_role("link", name=name, exact=True).first.tap()
            page.wait_for_function("before => location.href !== before", arg=before)

    # For which articles is there no resource about Western Africa?
    tap("Coverage", "Articles of the Protocol by region")
    heads = page.locator("thead th").all_inner_texts()
    column = [head.strip() for head in heads].index("Western Africa")
    rows = page.locator("tbody tr").evaluate_all(
        """(rows, at) => rows.map(({cells}) =>
            [cells[0].querySelector("a").href, cells[at].innerText])""",
        column,
    )
    without = {
        Path(href).stem.replace("-protocol-", "-protocol:")
        for href, text in rows
        if re.fullmatch(r"\D*|.*/\s*0", text.replace("\xa0", " ").split("\n")[0].strip())
    }
    assert without == {Path(href).stem.replace("-protocol-", "-protocol:") for href, _ in rows} - {
        row
        for (table, row, region), kinds in cells.items()
        if (table, region) == ("articles-regions", "western-africa") and "resources" in kinds
    }

    # Which practices are there in the region, and how strong is their evidence?
    tap("Coverage", "Themes by region", "Western Africa")
    grades: dict[str, str] = {}
    for part in _pieces(page.content(), "h3"):
        anchor, html = part
        if anchor.startswith("practices-"):
            ids = {Path(one).stem for one in re.findall(r'href="[^"]*/practices/([^"#]+)"', html)}
            assert all(any(DOCS.glob(f"*/practices/{id_}.md")) for id_ in ids)
            # `fronts` leaves out superseded ones, which are listed with a mark.
            grades |= dict.fromkeys(ids & fronts.keys(), anchor.removeprefix("practices-"))
    assert grades
    assert grades == {id_: fronts[id_]["evidence"] for id_ in grades}
    assert {*grades} >= {
        id_
        for (table, _, region), kinds in cells.items()
        if (table, region) == ("themes-regions", "western-africa")
        for id_ in kinds.get("practices", ())
    }

    # What could be done together with IOM or ILO?
    tap("What organizations could do together", "By organization")
    for body in ("iom", "ilo"):
        way = page.locator(f".ways div:has(dt a[href$='organisations/{body}.html'])")
        expect(way.locator("li a").first).to_be_visible()
    context.close()
