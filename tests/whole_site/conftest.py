"""The real site, built once for all tests of a worker, and Chromium to open it with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browsers import serve
from tests.whole_site.pages import DAY, ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site; its name has a blank, as a reader's folder may have."""
    output = tmp_path_factory.mktemp("the toolkit") / "my site"
    subprocess.run(
        [sys.executable, "-m", "toolkit", "build", "--output", output, "--as-of", DAY],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return output


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of a server of the site on loopback."""

    with serve(site) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """The address of the site's root, from a server and from a disk."""
    if request.param == "file":
        return site.as_uri()
    served: str = request.getfixturevalue("served")
    return served


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context()
    yield opened
    opened.close()
