"""What the register of links knows about an address is said on the entry's page, and calmly."""

from pathlib import Path
from typing import Any

import pytest

from tests.pages.small import add_fields, catalogue_of, errors_of, pages_of
from tests.site.test_rendering import renderer

GUIDE = "prevention/resources/guide"


def html_of(docs: Path, state: str) -> str:
    (docs / "registers/links.yml").write_text(
        f'"https://www.unodc.org/guide":\n{state}  checked: 2026-11-20\n  since: 2026-08-20\n',
        encoding="utf-8",
    )
    assert errors_of(docs) == []
    page: Any = pages_of(catalogue_of(docs))[GUIDE]
    return renderer()(page)


@pytest.mark.parametrize(
    ("state", "said", "link"),
    [
        (
            "  state: moved\n  to: https://www.unodc.org/new\n",
            "unodc.org says that it has moved:",
            'href="https://www.unodc.org/new"',
        ),
        (
            "  state: gone\n  seen: [2026-08-19, 2026-08-20]\n",
            "The address at unodc.org may be gone since August 2026.",
            'href="https://web.archive.org/web/https://www.unodc.org/guide"',
        ),
        ("  state: ok\n  changed: 2026-09-01\n", "changed in September 2026, after", ""),
    ],
)
def test_a_state_is_said_with_a_way_on(docs: Path, state: str, said: str, link: str) -> None:
    html = html_of(docs, state)
    assert said in html
    assert link in html


def test_sources_that_are_gone_are_said_to_be_below_them(docs: Path) -> None:
    (docs / "registers/links.yml").write_text(
        '"https://www.iom.int/shelter":\n  state: gone\n  checked: 2026-11-20\n'
        "  since: 2026-08-20\n  seen: [2026-08-20, 2026-11-20]\n",
        encoding="utf-8",
    )
    page: Any = pages_of(catalogue_of(docs))["protection/practices/shelter"]
    sources = renderer()(page).partition('id="page--sources"')[2]
    sources = sources.partition("</section>")[0]
    assert "The address at iom.int may be gone since August 2026." in sources
    assert "https://web.archive.org/web/https://www.iom.int/shelter" in sources


@pytest.mark.parametrize("state", ["ok", "blocked"])
def test_nothing_is_said_where_nothing_is_known_against_it(docs: Path, state: str) -> None:
    html = html_of(docs, f"  state: {state}\n")
    assert "web.archive.org" not in html
    assert "moved" not in html


def test_an_address_that_a_server_made_up_is_no_link(docs: Path) -> None:
    (docs / "registers/links.yml").write_text(
        '"https://www.unodc.org/guide":\n  state: moved\n  checked: 2026-11-20\n'
        '  since: 2026-11-20\n  to: "javascript:alert(1)"\n',
        encoding="utf-8",
    )
    page: Any = pages_of(catalogue_of(docs))[GUIDE]
    assert "javascript:" not in renderer()(page)


@pytest.mark.parametrize(
    ("kind", "is_found"), [(None, False), ("page", True), ("list", False), ("home", False)]
)
def test_a_un_work_without_address_of_its_own_can_be_looked_for_by_its_title(
    docs: Path, kind: str | None, is_found: bool
) -> None:
    file = docs / f"{GUIDE}.md"
    url = "url: https://www.unodc.org/guide\n"
    new = f"{url}url_kind: {kind}\n" if kind else ""
    text = file.read_text(encoding="utf-8").replace(url, new)
    file.write_text(text, encoding="utf-8")
    add_fields(docs, GUIDE, "review_by: 2027-01")
    page: Any = pages_of(catalogue_of(docs))[GUIDE]
    html = renderer()(page)
    search = "digitallibrary.un.org/search?p=Guide%20for%20labour%20inspectors"
    assert (search in html) is not is_found
    text = text.replace("organisations: [unodc]", "partners: [Court of Accounts]")
    file.write_text(text, encoding="utf-8")
    page = pages_of(catalogue_of(docs))[GUIDE]
    assert "digitallibrary.un.org" not in renderer()(page)
