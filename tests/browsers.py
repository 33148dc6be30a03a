"""Chromium, and a server on loopback, for tests that open pages."""

import functools
import gzip
import http.server
import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Route,
    ViewportSize,
    expect,
    sync_playwright,
)

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Parts of Chromium's own window, which nobody sees: without them a page opens in half the time.
    # The other names are from playwright's list, which this one replaces.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,"
    "HttpsFirstBalancedModeAutoEnable,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,"
    "PaintHolding,PreconnectToSearch,ThirdPartyStoragePartitioning",
    # A page of a test is gone before code compiled a second time has repaid it: each runs ten times
    # as often before. Never to do that would make loops of the search slow.
    "--js-flags=--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=30000",
]


WINDOW: ViewportSize = {"width": 1280, "height": 720}
# Milliseconds until a test gives up: nothing is measured here. Playwright's own five seconds, and
# thirty for opening a page, are too few where many programs wait for a processor.
PATIENCE = 180_000
expect.set_options(timeout=PATIENCE)
# Otherwise playwright ignores pages without a window: see `unpainted_page`.
os.environ["PW_CHROMIUM_ATTACH_TO_OTHER"] = "1"


def _patient(make: Callable[..., Any]) -> Callable[..., Any]:
    def made(*arguments: Any, **options: Any) -> Any:
        opened = make(*arguments, **options)
        opened.set_default_timeout(PATIENCE)
        return opened

    return made


for _name in ("new_context", "new_page"):
    setattr(Browser, _name, _patient(getattr(Browser, _name)))


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; playwright's own is never downloaded."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def unpainted_page(context: BrowserContext, viewport: ViewportSize = WINDOW) -> Iterator[Page]:
    """A page without a window in Chromium, which is half the work, for tests that only read.

    Styles, layout, scripts and the keyboard work as in a window. Anything that waits for a frame
    waits forever: clicks, observers of what is in view, screenshots. Closes the context too.
    """
    shown = context.new_page()
    about = context.new_cdp_session(shown).send("Target.getTargetInfo")["targetInfo"]
    assert context.browser is not None
    devtools = context.browser.new_browser_cdp_session()
    hidden = {"url": "about:blank", "hidden": True, "browserContextId": about["browserContextId"]}
    with context.expect_page() as opened:
        devtools.send("Target.createTarget", hidden)
    shown.close()
    page = opened.value
    page.set_viewport_size(viewport)
    try:
        yield page
    finally:
        # In this order: Chromium crashes if the context of such a page is closed first.
        page.close()
        devtools.detach()
        context.close()


_MEDIA = ("media", "color_scheme", "reduced_motion", "forced_colors")
# What a page notes about itself, or asks, as it is left: that can come when the next is there.
# Listeners of a window run as they were added, whatever a later one stops: its name is locked, too.
_LEAVE_SILENTLY = """["beforeunload", "pagehide"].forEach((name) =>
    addEventListener(name, (one) => one.stopImmediatePropagation(), true));
Object.defineProperty(window, "name", { get: () => "", set: () => {} })"""


@contextmanager
def as_new(page: Page, *, painted: bool = True) -> Iterator[Page]:
    """Lend a page in the state of a new window, which takes Chromium longer than most tests.

    Tests of other modules may have used it without this, and left their window and colours.
    Whatever a test attaches to it is removed after the test. What can't be undone on a page
    (touch, scripts turned off or added, a fake clock) needs its own window.
    """
    heard: list[tuple[str, Callable[[Any], Any]]] = []
    listen = page.on

    def hear(event: Any, listener: Callable[[Any], Any]) -> None:
        heard.append((event, listener))
        listen(event, listener)

    page.on = hear  # type: ignore[method-assign, assignment]
    page.set_viewport_size(WINDOW)
    page.emulate_media(**dict.fromkeys(_MEDIA, "null"))  # type: ignore[arg-type]
    try:
        yield page
    finally:
        page.on = listen  # type: ignore[method-assign]
        for event, listener in heard:
            page.remove_listener(event, listener)
        for other in page.context.pages:
            if other != page:
                other.close()
        page.unroute_all()
        page.context.unroute_all()
        page.context.clear_cookies()
        page.evaluate(_LEAVE_SILENTLY)
        page.goto("about:blank")
        page.evaluate("window.name = ''")
        if painted:  # otherwise no test can have moved it, and this would wait forever
            page.mouse.move(-1, -1)
        devtools = page.context.new_cdp_session(page)
        devtools.send("Page.resetNavigationHistory")
        devtools.detach()


def press_shift(page: Page, times: int = 3) -> None:
    """Press Shift as somebody who leaves: in no time, however long a busy machine takes."""
    page.evaluate("performance.now = () => 0")
    for _ in range(times):
        page.keyboard.press("Shift")


def watch(page: Page) -> tuple[list[str], list[str]]:
    """Requests and complaints of a page, collected while it is used."""
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return requests, complaints


def hold(page: Page, pattern: str) -> list[Route]:
    """The requests of a page for such addresses, as they come: each waits until it is let go on."""
    held: list[Route] = []
    page.route(pattern, lambda route: held.append(route))
    return held


@contextmanager
def serve(folder: Path, *, packed: bool = False) -> Iterator[str]:
    """Serve a folder; yields the address of its root, without a trailing slash.

    With `packed` every file is sent gzipped, as static hosts send texts.
    """

    class Handler(http.server.SimpleHTTPRequestHandler):
        def send_head(self) -> io.BytesIO | BinaryIO | None:
            """Send a file's headers; returns the body."""
            path = Path(self.translate_path(self.path))
            if not packed or not path.is_file():
                return super().send_head()
            data = gzip.compress(path.read_bytes(), 6)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            return io.BytesIO(data)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """Say nothing of a browser that left before it had all: a test was over."""
            if not isinstance(sys.exception(), ConnectionError):
                super().handle_error(request, client_address)

    handler = functools.partial(Handler, directory=folder)
    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
