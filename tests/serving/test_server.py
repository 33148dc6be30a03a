"""Only pages of the preview can read what it shows, and only files of the site are served."""

import http.client
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partialmethod
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browsers import serve
from toolkit.serving.server import Shown, _Server, _site_path, serving
from toolkit.site.policy import HEADERS

DRAFT = "docs/prevention/resources/draft.md:3: not for others yet"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server for all tests here, which only ask."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("<title>Home</title><body>Here</body>")
    (folder / "site/404.html").write_text("<title>Not here</title></body>")
    for name in ("a.js", "map.webp", "map.png"):
        (folder / "site" / name).write_text("1")
    (folder / "secret.txt").write_text("secret")
    shown = Shown(folder / "site")
    shown.drop((), DRAFT)
    with serving(shown, 0) as started:
        yield started


def test_a_server_that_waits_ends_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seldom = partialmethod(_Server.serve_forever, poll_interval=30)
    monkeypatch.setattr(_Server, "serve_forever", seldom)
    with serving(Shown(tmp_path), 0) as address, answer(address, "/"):
        begun = time.monotonic()
    assert time.monotonic() - begun < 20


@contextmanager
def answer(address: str, path: str, host: str = "") -> Iterator[http.client.HTTPResponse]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=300)
    try:
        connection.putrequest("GET", path, skip_host=bool(host))
        if host:
            connection.putheader("Host", host)
        connection.endheaders()
        yield connection.getresponse()
    finally:
        connection.close()


@pytest.mark.parametrize("path", ["/", "/index.html", "/-/client.js", "/-/changes.js?page=/"])
@pytest.mark.parametrize(
    "host", ["attack.invalid", "attack.invalid:80", "127.0.0.1.attack.invalid"]
)
def test_a_name_that_was_made_to_lead_here_gets_nothing(address: str, path: str, host: str) -> None:
    """A page on another site can point its host name to this machine, and read the answers."""
    with answer(address, path, host) as refused:
        assert refused.status == 403
        assert DRAFT.encode() not in refused.read()


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_the_names_of_this_machine_are_answered(address: str, name: str) -> None:
    with answer(address, "/", f"{name}:{urlsplit(address).port}") as given:
        assert given.status == 200
        assert b"Here" in given.read()


@pytest.mark.parametrize("path", ["/", "/a.js", "/none.html", "/-/changes.js?page=/"])
def test_answers_have_the_headers_of_the_site(address: str, path: str) -> None:
    with answer(address, path) as given:
        sent = dict(given.getheaders())
    for name, value in {**dict(HEADERS), "Cache-Control": "no-store"}.items():
        if name != "Strict-Transport-Security":
            assert sent[name] == value


@pytest.mark.parametrize("ending", ["webp", "png"])
def test_a_link_to_an_image_shows_it(address: str, ending: str) -> None:
    with answer(address, f"/map.{ending}") as given:
        assert given.getheader("Content-Type") == f"image/{ending}"


@pytest.mark.browser
def test_the_script_of_another_site_does_not_learn_what_is_wrong(
    page: Page, tmp_path: Path, address: str
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_text("<!doctype html><title>Another site</title>")
    with serve(other) as elsewhere:
        page.goto(f"{elsewhere}/index.html")
        told = page.evaluate(
            """(from) => new Promise((ready) => {
              self.toolkitServed = ({ message }) => ready(message);
              const asking = document.createElement("script");
              asking.src = from;
              asking.onload = () => setTimeout(() => ready("nothing"), 1000);
              asking.onerror = () => ready("refused");
              document.head.append(asking);
            })""",
            f"{address}-/changes.js?page=/",
        )
    assert told == "refused"


@pytest.mark.parametrize(
    "path",
    [
        *("/../secret.txt", "/%2e%2e/secret.txt", "//etc/passwd", "/%2fetc/passwd", "/a.js%00"),
        # On systems where they separate folders, or name a drive or device.
        *("/..\\secret.txt", "/%5c..%5csecret.txt", "/C:/secret.txt", "/c%3a%5csecret.txt"),
        "/a.js::$DATA",
    ],
)
def test_nothing_outside_of_the_site_has_a_path(address: str, path: str) -> None:
    with answer(address, path) as given:
        assert given.status == 404
        assert b"secret" not in given.read()
    inside = _site_path(path)
    assert not {"\\", ":"} & {*inside}, quote(path)
    assert ".." not in inside.split("/")
