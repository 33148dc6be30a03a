"""The site of docs/, as it would be published today, built once for all workers."""

import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsers import serve
from tests.checkouts import ROOT, made_once
from tests.whole_site.pages import Crawled, crawl


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in all languages, or only in the first if no selected test looks at the others.

    In the latter case plain MkDocs builds it, as strictly as `toolkit build`: building it both ways
    would show nothing that tests/build/test_build.py doesn't show for the sample.
    """
    every = any(item.get_closest_marker("thorough") for item in request.session.items)

    bare = ["mkdocs", "build", "--strict", "--site-dir"]
    command = ["toolkit", "build", "--output"] if every else bare

    def build(output: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", *command, output],
            cwd=ROOT,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"The site can't be built:\n{done.stdout}{done.stderr}"

    return made_once(tmp_path_factory, "the site of docs", build)


@pytest.fixture(scope="session")
def crawled(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    def read(folder: Path) -> None:
        folder.mkdir()
        (folder / "pages").write_bytes(pickle.dumps(crawl(site)))

    folder = made_once(tmp_path_factory, "the pages of docs", read)
    read_before: Crawled = pickle.loads((folder / "pages").read_bytes())  # noqa: S301 - made here
    return read_before


@pytest.fixture(scope="session")
def languages(site: Path) -> list[str]:
    found: list[str] = json.loads((site / "build.json").read_text(encoding="utf-8"))["languages"]
    return found


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that checks recorded."""
    reports = terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
    figures = sorted({one for report in reports for one in getattr(report, "user_properties", ())})
    if figures:
        terminalreporter.section("figures")
        for name, figure in figures:
            terminalreporter.write_line(f"{name}: {figure}")
