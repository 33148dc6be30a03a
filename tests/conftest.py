"""Fixtures shared by all tests: content to check, golden files, the command line."""

import atexit
import gc
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page

from tests.browsers import as_new, chromium, serve, unpainted_page
from tests.checkouts import ROOT, Checkout, made_once, make_checkout
from tests.content_case import lay_base
from tests.keep_off_docs import KeepOffDocs
from tests.program import Outcome, Toolkit
from tests.read_once import read_once
from tests.whole_site.axe import axe_context
from toolkit.cli.main import run

GOLDEN = Path(__file__).parent / "golden"
# Nearly everything made before the tests begin stays: collecting garbage took a sixth of the time.
gc.disable()
if "PYTEST_XDIST_WORKER" in os.environ:
    # Freeing a worker's memory takes seconds. What is registered later still runs, before this.
    atexit.register(os._exit, 0)
# Seconds are measured by benchmarks: on a busy machine a limit would fail tests that are right.
settings.register_profile("random", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A change must not be refused for a text that fails only by chance: `make fuzz` tries others.
settings.register_profile("same", settings.get_profile("random"), derandomize=True)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the expectations in tests/golden"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is for people: it is refused where CI is set")
    config.pluginmanager.register(KeepOffDocs())
    # Where the toolkit keeps its caches' key: no test writes to a user's home.
    os.environ["XDG_STATE_HOME"] = str(ROOT / ".cache" / "tests")
    # In GitHub Actions programs report in another form, and to people who wait for something else.
    others = {"GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "SOURCE_DATE_EPOCH", "PYTHONIOENCODING"}
    # Git as it is installed: somebody's own settings sign commits, rename branches, change line
    # ends; and where Git itself runs the tests (`git rebase --exec`), it names its own repository.
    for name in [name for name in os.environ if name in others or name.startswith("GIT_")]:
        del os.environ[name]
    os.environ.update(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1")
    # A shell's background job ignores SIGINT, and so would every program tested.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


COLLECTED = pytest.StashKey[frozenset[Path]]()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Record the files that tests come from, before a marker or -k deselects some.

    Long tests run first: a worker that got one at the end would keep the others waiting.
    """
    config.stash[COLLECTED] = frozenset(item.path for item in items)
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Exempt modules and tests, which stay, from garbage collection: it took a twentieth."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium per worker: playwright runs only once in a process."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def painted(browser: Browser) -> Page:
    """One page with a window per worker: see `window`."""
    return browser.new_context().new_page()


@pytest.fixture(scope="session")
def unpainted(browser: Browser) -> Iterator[Page]:
    """One page without a window per worker, for tests marked `unpainted`: see `window`."""
    with unpainted_page(browser.new_context()) as page:
        yield page


@pytest.fixture
def window(request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as in a new window, with no trace of the previous test."""
    nearest = [one.name for one in request.node.iter_markers() if one.name.endswith("painted")]
    kind = (nearest or ["painted"])[0]
    with as_new(request.getfixturevalue(kind), painted=kind == "painted") as opened:
        yield opened


@pytest.fixture
def page(window: Page) -> Page:
    """What most tests of pages need: rooms add to it what they expect of all their pages."""
    return window


@pytest.fixture(scope="session")
def _scriptless(browser: Browser) -> Page:
    return browser.new_context(java_script_enabled=False).new_page()


@pytest.fixture
def scriptless(_scriptless: Page) -> Iterator[Page]:
    """A page as in a new window that runs no scripts."""
    with as_new(_scriptless) as opened:
        yield opened


@pytest.fixture(scope="session")
def axe_page(browser: Browser) -> Iterator[Page]:
    """One page with axe per worker, never painted, for all tests that only look: see `show`."""
    with unpainted_page(axe_context(browser)) as page:
        yield page


@pytest.fixture(scope="module")
def files_read_once() -> Iterator[None]:
    """For modules that lay hundreds of cases over the same small content."""
    with pytest.MonkeyPatch.context() as patch:
        read_once(patch)
        yield


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The sample and its site, built once for all workers: copy it before changing it."""

    def build(folder: Path) -> None:
        make_checkout(folder).build()

    # A space and a non-ASCII letter, as a reader's folder may have them.
    return Checkout(made_once(tmp_path_factory, "mon dossier à moi", build))


@pytest.fixture(scope="session")
def served_sample(sample: Checkout) -> Iterator[str]:
    """The address on loopback of a server of the sample's site."""
    with serve(sample.site) as address:
        yield address


@pytest.fixture(scope="module", params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """The root of a folder's `site` as an address: on its server `served`, or on disk.

    In a module, one comes after the other: to change it costs Chromium another process. Where code
    makes no difference between them, a test needs one, or each in some of its cases.
    """
    if request.param == "file":
        return site.as_uri()
    served: str = request.getfixturevalue("served")
    return served


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file `tests/golden/<name>`, or write it with --update-golden."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        assert path.exists(), f"no such expectation: {path}; write it with --update-golden"
        assert text == path.read_bytes().decode("utf-8")

    return compare


@pytest.fixture
def docs(tmp_path: Path, files_read_once: None) -> Path:
    """A docs/ folder of small valid content, which is read once: two resources, one practice."""
    return lay_base(tmp_path)


@pytest.fixture
def toolkit(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Toolkit:
    """Run the command line in the folder that holds `docs`."""
    monkeypatch.chdir(docs.parent)
    monkeypatch.delenv("NO_COLOR", raising=False)

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = run(list(arguments))
        captured = capsys.readouterr()
        return Outcome(int(code), captured.out, captured.err)

    return call
