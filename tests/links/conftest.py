"""An address of an entry, asked from a server on this machine."""

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme

from tests.links.farm import Farm, answer, farm
from tests.program import Outcome, Toolkit

DAY = "2026-11-20"
LIMIT = 120  # seconds until a test gives up: nothing is measured here
Ask = Callable[..., tuple[str, Outcome]]


@pytest.fixture(autouse=True)
def _no_loop_of_another_test() -> Iterator[None]:
    """Once a test has opened a page, playwright's loop seems to run, and no other could."""
    before = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(before)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The certificate of an authority."""
    file = tmp_path_factory.mktemp("trust") / "ca.pem"
    trustme.CA().cert_pem.write_to_path(str(file))
    return file


@pytest.fixture(autouse=True)
def _few_authorities(authority: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading all that are usually trusted took a fifth of the time."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))


@pytest.fixture
def server() -> Iterator[Farm]:
    with farm() as its:
        its.pages["/robots.txt"] = lambda: answer("404 Not Found")
        yield its


@pytest.fixture
def ask(docs: Path, toolkit: Toolkit) -> Ask:
    """Put an address into an entry, check it, and give its state and what was said."""

    def run(address: str, *more: str, day: str = DAY, limit: float = LIMIT) -> tuple[str, Outcome]:
        entry = docs / "prevention/resources/guide.md"
        lines = entry.read_text(encoding="utf-8").splitlines()
        lines = [f"url: {address}" if line.startswith("url: ") else line for line in lines]
        entry.write_text("\n".join(lines) + "\n", encoding="utf-8")
        host = address.split("/")[2].partition(":")[0]
        outcome = toolkit(
            *("links", "check", "--allow-loopback", "--host", host, "--as-of", day),
            *("--timeout", str(limit), *more),
        )
        register = docs / "registers/links.yml"
        text = register.read_text(encoding="utf-8") if register.exists() else ""
        part = text.partition(f"{json.dumps(address)}:\n")[2].partition('\n"')[0]
        state = part.partition("state: ")[2].partition("\n")[0]
        return state, outcome

    return run
