"""`toolkit links check` against bad servers, and what it asks of any."""

import asyncio
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from tests.content_case import edit
from tests.links.conftest import DAY, Ask
from tests.links.farm import PDF, Farm, answer, farm, redirect, trusted
from tests.program import Toolkit
from toolkit.links.asking import Asker
from toolkit.links.hosts import RefusedError, is_public, resolve
from toolkit.links.verdict import Answer


@pytest.mark.parametrize("kind", [b"application/\x80pdf", b"\xe2\x80\xae/pdf", b'"', b"<b>/<b>"])
def test_what_a_server_calls_a_type_never_breaks_the_register(
    ask: Ask, docs: Path, server: Farm, kind: bytes
) -> None:
    server.pages["/work"] = lambda: HEAD + b"Content-Type: " + kind + b"\r\n\r\n" + PDF
    assert ask(server.at("/work"))[0] == "ok"
    assert "type:" not in (docs / "registers/links.yml").read_text(encoding="utf-8")
    assert ask(server.at("/work"), day="2026-11-21")[1].code == 0


@pytest.mark.parametrize(
    "to",
    [
        "file:///etc/passwd",
        "ftp://localhost/x",
        "javascript:alert(1)",
        "http://10.0.0.1/",
        "http://[fe80::1]/",
        "//",
        "http://user@:bad/",
        "http://localhost:99999/",
    ],
)
def test_redirects_never_lead_to_a_private_place(ask: Ask, server: Farm, to: str) -> None:
    server.pages["/work"] = lambda: redirect(to)
    assert ask(server.at("/work"))[0] == "blocked"


def test_without_the_option_this_machine_is_never_asked(
    docs: Path, toolkit: Toolkit, server: Farm, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def lying(host: str, *rest: object, **named: object) -> object:
        return real("127.0.0.1" if host.endswith("unodc.org") else host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", lying)
    entry = docs / "prevention/resources/guide.md"
    address = f"http://www.unodc.org:{server.port}/work"
    edit(entry, "https://www.unodc.org/guide", address)
    outcome = toolkit("links", "check", "--host", "www.unodc.org", "--as-of", DAY)
    assert "www.unodc.org is not on the public internet" in outcome.out
    assert server.requests == []


def test_a_name_with_one_private_address_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(*_: object, **__: object) -> list[object]:
        stream = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*stream, (address, 0)) for address in ("8.8.8.8", "10.1.2.3")]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(RefusedError, match="is not on the public internet"):
        asyncio.run(resolve("www.unodc.org", allow_loopback=True))


def endless(start: bytes) -> Iterator[bytes]:
    yield start
    while True:
        yield b"x" * 65536


def drip(start: bytes, farm_: Farm) -> Iterator[bytes]:
    yield start
    while not farm_.stopping.wait(0.05):
        yield b"x"


HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
BAD: dict[str, Callable[[Farm], bytes | Iterator[bytes]]] = {
    "loop": lambda its: redirect("/work"),
    "chain": lambda its: redirect(f"/work?{len(its.requests)}"),
    "slow header": lambda its: drip(HEAD + b"X-Slow: ", its),
    "slow body": lambda its: drip(HEAD + b"Content-Type: application/pdf\r\n\r\n", its),
    "huge header": lambda its: endless(HEAD + b"X-Huge: "),
    "no HTTP": lambda its: b"220 mail.example.org ESMTP\r\n\r\n",
    "nothing": lambda its: b"",
    "wrong length": lambda its: HEAD + b"Content-Length: 1e9\r\n\r\n",
    "two lengths": lambda its: HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BAD)
def test_bad_servers_are_bounded_and_blocked(ask: Ask, server: Farm, name: str) -> None:
    for path in ("/work", *(f"/work?{number}" for number in range(60))):
        server.pages[path] = lambda: BAD[name](server)
    state, outcome = ask(server.at("/work"), limit=0.8)
    assert (state, outcome.code) == ("blocked", 0)
    assert "Traceback" not in outcome.err
    assert len(server.requests) < 20


def test_gigabytes_are_not_read(ask: Ask, docs: Path, server: Farm) -> None:
    sent: list[int] = []

    def body() -> Iterator[bytes]:
        yield HEAD + b"Content-Type: application/pdf\r\nContent-Length: 5000000000\r\n\r\n"
        for _ in range(80_000):
            sent.append(65536)
            yield b"x" * 65536

    server.pages["/work.pdf"] = body
    assert ask(server.at("/work.pdf"))[0] == "ok"
    assert sum(sent) < 60_000_000
    assert "sha256:" not in (docs / "registers/links.yml").read_text(encoding="utf-8")


def test_a_false_encoding_and_cookies_leave_nothing_behind(
    ask: Ask, docs: Path, server: Farm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")  # which would see all that is asked
    server.pages["/work"] = lambda: redirect("/there", "302 Found").replace(
        b"Connection", b"Set-Cookie: id=1\r\nConnection"
    )
    server.pages["/there"] = lambda: answer(
        "200 OK", b"not gzip", "application/pdf", Content_Encoding="gzip", Set_Cookie="id=2"
    )
    assert ask(server.at("/work"))[0] == "ok"
    assert all("cookie" not in request.lower() for request in server.requests)
    assert all("\nAccept-Encoding: identity\r" in request for request in server.requests)
    assert "id=" not in (docs / "registers/links.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("rules", "path"),
    [
        ("User-agent: *\nDisallow: /no", "/no"),
        ("User-agent: *\nDisallow: /*.pdf$", "/no.pdf"),
        ("User-agent: *\nDisallow: /*?id=", "/no?id=3"),
        ("User-agent: *\nAllow: /\nDisallow: /no", "/no"),
        ("User-agent: *\nDisallow: /yes2\n\nUser-agent: *\nDisallow: /no", "/no"),
        ("User-agent: *\n\nDisallow: /no", "/no"),
        ("User-agent: *\nDisallow: /%6e%6F", "/no"),
        ("\ufeffuser-agent: *\ndisallow : /no # not here", "/no"),
        ("User-agent: a\nUser-agent: Toolkit-Link-Check\nDisallow: /no", "/no"),
        ("User-agent: *\nDisallow: /\nAllow: /yes", "/no"),
        ("User-agent: *\nDisallow: /\n\nUser-agent: toolkit-link-check\nDisallow: /no", "/no"),
    ],
)
def test_robots_are_respected(ask: Ask, server: Farm, rules: str, path: str) -> None:
    server.pages["/robots.txt"] = lambda: answer("200 OK", rules.encode())
    server.pages[path] = server.pages["/yes"] = lambda: answer("200 OK")
    state, outcome = ask(server.at(path))
    assert state == "blocked"
    assert "robots.txt of the host forbids it" in outcome.out
    assert not [request for request in server.requests if f" {path} " in request]
    assert ask(server.at("/yes"))[0] == "ok"


def test_rules_for_robots_may_have_moved(ask: Ask, server: Farm) -> None:
    server.pages["/robots.txt"] = lambda: redirect("rules.txt")
    server.pages["/rules.txt"] = lambda: answer("200 OK", b"User-agent: *\nDisallow: /no")
    server.pages["/no"] = server.pages["/yes"] = lambda: answer("200 OK")
    assert "robots.txt of the host forbids it" in ask(server.at("/no"))[1].out
    assert ask(server.at("/yes"))[0] == "ok"
    server.pages["/rules.txt"] = lambda: redirect("robots.txt")
    assert ask(server.at("/no"))[0] == "ok", "a circle is no file"


@pytest.mark.parametrize("status", ["503 Service Unavailable", "429 Too Many Requests"])
def test_a_host_that_fails_to_give_its_rules_is_spared(ask: Ask, server: Farm, status: str) -> None:
    server.pages["/robots.txt"] = lambda: answer(status)
    server.pages["/work"] = lambda: answer("200 OK")
    state, outcome = ask(server.at("/work"))
    assert state == "blocked"
    assert "robots.txt of the host forbids it" in outcome.out


def test_certificates_are_checked(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, wanted in (("localhost", "ok"), ("other.example", "blocked")):
        context, authority = trusted(name)
        authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        with farm(context) as its:
            its.pages["/work"] = lambda: answer("200 OK")
            monkeypatch.delenv("SSL_CERT_FILE", raising=False)
            state, outcome = ask(its.at("/work"))
            assert state == "blocked", "an authority that nobody trusts"
            assert "its certificate can't be trusted" in outcome.out
            monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
            assert ask(its.at("/work"), day="2026-11-21")[0] == wanted


def test_a_certificate_needs_no_identifier_that_browsers_do_without(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    context, authority = trusted()
    with_one = x509.load_pem_x509_certificate(authority.cert_pem.bytes())
    key = load_pem_private_key(authority.private_key_pem.bytes(), None)
    assert isinstance(key, EllipticCurvePrivateKey)
    builder = (
        x509.CertificateBuilder()
        .subject_name(with_one.subject)
        .issuer_name(with_one.issuer)
        .public_key(with_one.public_key())
        .serial_number(with_one.serial_number)
        .not_valid_before(with_one.not_valid_before_utc)
        .not_valid_after(with_one.not_valid_after_utc)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    )
    without = builder.sign(key, SHA256()).public_bytes(Encoding.PEM)
    (tmp_path / "ca.pem").write_bytes(without)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with farm(context) as its:
        its.pages["/work"] = lambda: answer("200 OK")
        assert ask(its.at("/work"))[0] == "ok"


def test_old_tls_is_refused(ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    context, authority = trusted()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("NULL:@SECLEVEL=0")
    with farm(context) as its:
        assert ask(its.at("/work"))[0] == "blocked"


@pytest.mark.slow
def test_only_servers_are_waited_for_and_each_has_its_pauses(server: Farm) -> None:
    when: list[float] = []

    def work() -> bytes:
        when.append(time.monotonic())
        return answer("200 OK", PDF, "application/pdf")

    server.pages |= {"/1.pdf": work, "/2.pdf": work, "/3": lambda: drip(HEAD, server)}
    asker = Asker(3, pause=1, allow_loopback=True)

    async def ask_all() -> list[Answer]:
        paths = ("/1.pdf", "/2.pdf", "/3")
        return await asyncio.gather(*(asker.ask(server.at(path)) for path in paths))

    answers = asyncio.run(ask_all())
    assert [one.reason for one in answers] == ["", "", "no answer within 3 seconds"]
    assert all(later - earlier > 0.9 for earlier, later in pairwise(when))


PUBLIC = ("8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8")
PRIVATE = (
    *("127.0.0.1", "10.1.2.3", "100.64.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),  # noqa: S104
    *("224.0.0.1", "::1", "fd00::1", "fec0::1", "fe80::1", "2002:7f00:1::"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::808:808"),
)


def test_which_addresses_are_public() -> None:
    found = [one for one in PUBLIC + PRIVATE if is_public(ipaddress.ip_address(one))]
    assert found == [*PUBLIC]
