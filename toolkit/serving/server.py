"""Serves a site to browsers on this machine, and tells them when what they show has changed."""

import json
import mimetypes
import posixpath
import re
import socket
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from html import escape, unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from toolkit.cache.shelf import key_of
from toolkit.problems import ToolkitError
from toolkit.site.policy import HEADERS

_OWN = "/-/"
_CLIENT = files("toolkit.serving").joinpath("client.js").read_bytes()
_LONGEST_WAIT = 20.0  # seconds, after which browsers ask again
# Any program may change the system's types, and a script of another type wouldn't run.
_TYPES = mimetypes.MimeTypes()
_TYPES.add_type("image/webp", ".webp")  # Python has it from 3.13 on
_IMAGE = re.compile(r'<img\b[^>]*? src="([^"]+)"')
_NAMES = ("127.0.0.1", "localhost")
_NOT_HERE = ("Strict-Transport-Security", "Cache-Control")
_NOT_READY = b"<!doctype html><title>Toolkit</title><h1>The site is not ready yet.</h1></body>"


class Shown:
    """What browsers get: the site in a folder, pages newer than it, and what is wrong."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pages: dict[str, bytes] = {}
        self._message = self._note = ""
        self._changed = threading.Condition()
        self._ended = False

    def show(self, pages: Mapping[str, bytes], message: str) -> None:
        """Show these pages, by path, in place of the site's, and the message."""
        with self._changed:
            self._pages.update(pages)
            self._message = message
            self._changed.notify_all()

    def drop(self, paths: Collection[str] | None, message: str) -> None:
        """Show the site's own pages again for some paths, or for all, and the message."""
        with self._changed:
            for path in list(self._pages) if paths is None else paths:
                self._pages.pop(path, None)
            self._message = message
            self._changed.notify_all()

    def note(self, note: str) -> bool:
        """Show this before any message from now on; returns whether it is another one."""
        with self._changed:
            before, self._note = self._note, note
            self._changed.notify_all()
        return note != before

    def end(self) -> None:
        """End all waiting requests."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def file(self, path: str) -> bytes | None:
        """The file at a path of the site, or None if there is none."""
        page = self._pages.get(path)
        if page is not None:
            return page
        try:
            return (self._folder / path).read_bytes()
        except (OSError, ValueError):
            return None

    def mark(self, path: str) -> str:
        """A mark of the file at a path, and of the images on it if it is a page; empty for none."""
        data = self.file(path)
        if data is None:
            return ""
        places = _IMAGE.findall(data.decode(errors="replace")) if path.endswith(".html") else ()
        images = (self.file(_site_path(urljoin(path, unescape(one)))) for one in places)
        return _mark(data, *(image or b"" for image in images))

    def search(self) -> str:
        """A mark of the search: its index names the version of all its parts."""
        places = sorted(self._folder.glob("assets/search/*/index.js"))
        return _mark(*(self.file(str(place)) or b"" for place in places))

    def news(self, path: str, seen: str, said: str, search: str) -> dict[str, object]:
        """What a browser should do that shows a page with the mark `seen` and a message `said`, and
        knows the `search` with this mark.

        Waits until there is something to do.
        """

        def current() -> tuple[str, str, str, str]:
            message = "\n\n".join(filter(None, (self._note, self._message)))
            token = message and _mark(message.encode())
            return self.mark(path), token, self.search(), message

        with self._changed:
            self._changed.wait_for(
                lambda: self._ended or current()[:3] != (seen, said, search), _LONGEST_WAIT
            )
            page, token, index, message = current()
            return {"reload": page != seen, "message": message, "token": token, "search": index}


def _mark(*parts: bytes) -> str:
    return key_of(*parts).hex()


def _site_path(path: str) -> str:
    """The path in the site that an address names, never outside it; empty if it names none."""
    inside = posixpath.normpath("/" + unquote(path)).lstrip("/")
    if "\\" in inside or ":" in inside:
        return ""  # not a file of a site: on Windows, such a path could leave the folder
    return posixpath.join(inside, "index.html") if path.endswith("/") else inside


@contextmanager
def serving(shown: Shown, port: int) -> Iterator[str]:
    """Serve on this machine only; yields the address. With port 0 the system chooses one.

    Pages of other sites in the same browser learn nothing: neither by loading our scripts, nor
    under a name of theirs that resolves to this machine. Raises ToolkitError if the port is taken.
    """
    try:
        server = _Server(shown, port)
    except (OSError, OverflowError) as error:
        raise ToolkitError(
            f"Port {port} can't be used: {getattr(error, 'strerror', None) or error}.",
            "choose another one with --port, or stop the program that uses it.",
        ) from error
    with server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            shown.end()
            # Wakes it, on Linux; elsewhere, it looks twice a second whether it should end.
            with suppress(OSError):
                server.socket.shutdown(socket.SHUT_RDWR)
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, shown: Shown, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.shown = shown

    def handle_error(self, *_: object) -> None:
        """Ignore it: a browser that closes the connection midway is not an error."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        if (self.headers["Host"] or "").partition(":")[0] not in _NAMES:
            self._send(b"The preview has another address.", "text/plain", 403)
            return
        address = urlsplit(self.path)
        if address.path == f"{_OWN}client.js":
            self._send(_CLIENT, "text/javascript")
        elif address.path == f"{_OWN}changes.js":
            query = {key: values[0] for key, values in parse_qs(address.query).items()}
            path = _site_path(query.get("page", "/"))
            known = (query.get(name, "") for name in ("seen", "said", "search"))
            news = self.server.shown.news(path, *known)
            self._send(f"toolkitServed({json.dumps(news)})".encode(), "text/javascript")
        else:
            self._file(_site_path(address.path))

    def _file(self, path: str) -> None:
        shown = self.server.shown
        # In this order: if it changes in between, the browser learns of it.
        seen, search, data, status = shown.mark(path), shown.search(), shown.file(path), 200
        if data is None:
            path, status = "404.html", 404
            data = shown.file(path) or _NOT_READY
        if path.endswith(".html"):
            marks = f'data-seen="{escape(seen)}" data-search="{search}"'
            script = f'<script src="{_OWN}client.js" {marks}></script>'
            head, end, rest = data.rpartition(b"</body>")
            data = head + script.encode() + end + rest
        kind = _TYPES.guess_type(path)[0] or "application/octet-stream"
        self._send(data, kind, status)

    def _send(self, data: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        text = kind.startswith("text/")
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        for name, value in HEADERS:
            if name not in _NOT_HERE:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Log nothing: people are waiting for messages about their files."""
