"""Servers on this machine that answer well, badly or never; each path is a behaviour."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import trustme

PDF = b"%PDF-1.7 a work"
_HTML = "text/html; charset=utf-8"


@dataclass
class Farm:
    """A server on 127.0.0.1: `requests` has the lines and headers received, `pages` the answers."""

    port: int
    scheme: str
    requests: list[str] = field(default_factory=list)
    pages: dict[str, Callable[[], bytes | Iterator[bytes]]] = field(default_factory=dict)
    stopping: threading.Event = field(default_factory=threading.Event)

    def at(self, path: str) -> str:
        """The address of a path, with this machine's name."""
        return f"{self.scheme}://localhost:{self.port}{path}"


def answer(status: str, body: bytes = b"", kind: str = _HTML, **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"Content-Type: {kind}"] if kind else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join((*lines, "", "")).encode() + body


def redirect(to: str, status: str = "301 Moved Permanently") -> bytes:
    return answer(status, Location=to)


@contextmanager
def farm(tls: ssl.SSLContext | None = None) -> Iterator[Farm]:
    """A farm that runs for as long as the block."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.listen(64)
    its = Farm(listener.getsockname()[1], "https" if tls else "http")

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=_talk, args=(its, connection, tls), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield its
    finally:
        its.stopping.set()
        # Closing alone doesn't wake the thread waiting for a connection.
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def _talk(its: Farm, connection: socket.socket, tls: ssl.SSLContext | None) -> None:
    with (
        suppress(OSError, ssl.SSLError),
        connection,
        tls.wrap_socket(connection, server_side=True) if tls else connection as talk,
    ):
        _answer(its, talk)


def _answer(its: Farm, talk: socket.socket) -> None:
    head = b""
    while b"\r\n\r\n" not in head:
        piece = talk.recv(65536)
        if not piece:
            return
        head += piece
    its.requests.append(head.decode("latin-1"))
    method, path, _ = head.decode("latin-1").split(" ", 2)
    made = its.pages.get(path, lambda: answer("404 Not Found"))()
    if isinstance(made, bytes):
        talk.sendall(made.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if method == "HEAD" else made)
        return
    for piece in made:
        if its.stopping.is_set():
            return
        talk.sendall(piece)


def trusted(name: str = "localhost") -> tuple[ssl.SSLContext, trustme.CA]:
    """A server's TLS for `name`, and the authority that vouches for it."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(name).configure_cert(context)
    return context, authority
