"""A server's headers say what pages say, and more; the publishers' guide names them all."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.files import write_files
from tests.nginx import nginx
from toolkit.site.policy import HEADERS, POLICY, headers_file

GUIDE = Path(__file__).parents[2] / "docs" / "contribute" / "hosting.md"


def test_the_policy_allows_nothing_but_the_sites_own_files() -> None:
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules.pop("default-src") == "'none'"
    assert set(rules.values()) <= {"'none'", "'self'"}
    assert "unsafe" not in POLICY


def test_the_file_for_static_hosts_has_every_header() -> None:
    first, *lines = headers_file().decode().splitlines()
    assert first == "/*"
    assert lines == [f"  {name}: {value}" for name, value in HEADERS]
    assert f"{POLICY}; frame-ancestors 'none'" in lines[0]


def test_the_example_for_nginx_sends_the_same() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    for name, value in HEADERS:
        assert f'add_header {name} "{value}" always;' in guide
    assert guide.count("add_header") == len(HEADERS)


@pytest.mark.browser
@pytest.mark.unpainted
def test_who_comes_back_finds_the_present_page(page: Page, tmp_path: Path) -> None:
    """Without a header for it, browsers trust a page the longer, the longer it stayed the same."""
    headers = (f'add_header {name} "{value}" always;' for name, value in HEADERS)
    rules = "\n".join((f'root "{tmp_path}/site";', *headers))
    with nginx(tmp_path, rules) as address:
        for day, text in enumerate((b"former", b"present")):
            write_files(tmp_path / "site", {"a.html": text, "b.html": b""})
            os.utime(tmp_path / "site/a.html", (day * 86_400,) * 2)
            page.goto(f"{address}/a.html")
            assert page.inner_text("body") == text.decode()
            page.goto(f"{address}/b.html")
