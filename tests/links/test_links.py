"""`toolkit links` against servers on this machine: each state, and each kind of bad server."""

import asyncio
import ipaddress
import json
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.content_case import edit
from tests.links.farm import PDF, Farm, answer, farm, redirect, trusted
from tests.program import Outcome, Toolkit
from toolkit.links.asking import Asker
from toolkit.links.hosts import is_public
from toolkit.links.verdict import Answer

DAY = "2026-11-20"
LIMIT = 120  # seconds until a test gives up: nothing is measured here
Ask = Callable[..., tuple[str, Outcome]]


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


def test_a_page_answers(ask: Ask, server: Farm, toolkit: Toolkit) -> None:
    server.pages["/work"] = lambda: answer("200 OK", b"<title>Work</title>")
    state, outcome = ask(server.at("/work"))
    assert (state, outcome.code) == ("ok", 0)
    assert [line.split(" ", 1)[0] for line in server.requests] == ["GET", "HEAD"]
    assert all("cookie" not in request.lower() for request in server.requests)
    again = toolkit("links", "check", "--allow-loopback", "--host", "LOCALHOST", "--as-of", DAY)
    assert again.err == "1 address checked: 1 ok.\n"


def test_a_file_is_summed_and_its_change_noticed(
    ask: Ask, docs: Path, server: Farm, toolkit: Toolkit
) -> None:
    server.pages["/work.pdf"] = lambda: answer("200 OK", PDF, "application/pdf")
    address = server.at("/work.pdf")
    assert ask(address)[0] == "ok"
    server.pages["/work.pdf"] = lambda: answer("200 OK", PDF + b"2", "application/pdf")
    assert ask(address, day="2026-11-21")[0] == "ok"
    text = (docs / "registers/links.yml").read_text(encoding="utf-8")
    assert 'changed: "2026-11-21"' in text
    assert 'type: "application/pdf"' in text
    assert "the file behind it changed on 2026-11-21" in toolkit("links", "report").out


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_whoever_ends_it_does_not_wait_and_keeps_what_was_learnt(
    docs: Path, server: Farm, sign: signal.Signals
) -> None:
    def late() -> Iterator[bytes]:
        process.send_signal(sign)
        server.stopping.wait(2 * LIMIT)
        yield answer("200 OK")

    server.pages |= {"/1": lambda: answer("200 OK"), "/2": late, "/3": late}
    works = "".join(f"[{number}]({server.at(f'/{number}')})\n" for number in range(1, 4))
    edit(docs / "prevention/resources/guide.md", "## Contents\n", f"## Contents\n\n{works}")
    command = ("links", "check", "--allow-loopback", "--host", "localhost", "--timeout", "600")
    with subprocess.Popen([sys.executable, "-m", "toolkit", *command], cwd=docs.parent) as process:
        assert process.wait(LIMIT) == 128 + sign
    text = (docs / "registers/links.yml").read_text(encoding="utf-8")
    assert text.count("checked: ") == 1


def test_what_is_written_into_the_register_meanwhile_stays(
    ask: Ask, docs: Path, server: Farm
) -> None:
    register = docs / "registers/links.yml"
    seen = "  state: ok\n  checked: 2026-11-19\n  since: 2026-01-01\n"
    guide, other = "https://www.unodc.org/guide", "https://www.unodc.org/other"
    register.write_text(f'"{guide}":\n{seen}', encoding="utf-8")

    def another_run() -> bytes:
        register.write_text(f'"{other}":\n{seen}', encoding="utf-8")
        return answer("200 OK")

    server.pages["/work"] = another_run
    assert ask(server.at("/work"))[0] == "ok"
    text = register.read_text(encoding="utf-8")
    assert other in text
    assert guide not in text


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_gone_takes_two_days(ask: Ask, server: Farm, status: str) -> None:
    server.pages["/work"] = lambda: answer(status)
    assert ask(server.at("/work"))[0] == "suspect"
    assert ask(server.at("/work"))[0] == "suspect"
    assert ask(server.at("/work"), day="2026-11-27")[0] == "gone"
    server.pages["/work"] = lambda: answer("200 OK")
    assert ask(server.at("/work"), day="2026-11-28")[0] == "ok"


@pytest.mark.parametrize(
    "status", ["403 Forbidden", "429 Too Many Requests", "500 Oops", "503 Busy", "451 No", "401 No"]
)
def test_a_host_that_refuses_says_nothing_of_the_work(ask: Ask, server: Farm, status: str) -> None:
    server.pages["/work"] = lambda: answer(status)
    for day in ("2026-11-20", "2026-11-21", "2026-11-22"):
        state, outcome = ask(server.at("/work"), day=day)
        assert state == "blocked"
        assert status[:3] in outcome.out


def test_a_moved_address_is_written_into_the_entry(
    ask: Ask, docs: Path, server: Farm, toolkit: Toolkit
) -> None:
    server.pages["/old"] = lambda: redirect("/new")
    server.pages["/new"] = lambda: redirect("/today", "302 Found")
    server.pages["/today"] = lambda: answer("200 OK")
    state, outcome = ask(server.at("/old"))
    assert state == "moved"
    assert f"moved   {server.at('/old')} -> {server.at('/new')}" in outcome.out
    # A work can't have an address on this machine: the fix leaves it alone.
    register, old = docs / "registers/links.yml", "https://www.unodc.org/guide"
    edit(register, server.at("/old"), old)
    edit(register, server.at("/new"), "https://www.unodc.org/new,2(1)")
    entry = docs / "prevention/resources/guide.md"
    files = f"files: [{{language: en, url: {old}}}]\nurl: {old}\n"
    edit(entry, f"url: {server.at('/old')}\n", files)
    with entry.open("a", encoding="utf-8") as file:
        file.write(f"\nSee [it]({old}).\n")
    assert toolkit("check", "--fix").code == 0
    text = entry.read_text(encoding="utf-8")
    assert 'files: [{language: en, url: "https://www.unodc.org/new,2(1)"}]\n' in text
    assert 'url: "https://www.unodc.org/new,2(1)"\n' in text
    assert "See [it](https://www.unodc.org/new,2%281%29).\n" in text
    assert "unodc.org/guide" not in register.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("location", "to"),
    [
        ("/new work", "/new%20work#page=3"),
        ("/new?utm_source=old&id=2", "/new?id=2#page=3"),
        ("/new#top", "/new#top"),
        ("/new|work", ""),
        ("http://somebody:secret@{host}/new", ""),
        ("/" + "long" * 600, ""),
    ],
)
def test_what_a_server_calls_the_new_address_never_breaks_a_build(
    ask: Ask,
    docs: Path,
    server: Farm,
    toolkit: Toolkit,
    monkeypatch: pytest.MonkeyPatch,
    location: str,
    to: str,
) -> None:
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *a, **n: real("127.0.0.1", *a, **n))
    host = f"www.unodc.org:{server.port}"
    server.pages["/old"] = lambda: redirect(location.format(host=host))
    for path in (to.partition("#")[0], "/new", "/new|work", "/new?utm_source=old&id=2", location):
        server.pages[path] = lambda: answer("200 OK")
    state, outcome = ask(f"http://{host}/old#page=3")
    assert state == ("moved" if to else "ok"), outcome.out
    text = (docs / "registers/links.yml").read_text(encoding="utf-8")
    assert (f'to: "http://{host}{to}"' in text) == bool(to)
    assert "secret" not in text
    assert toolkit("check", "--strict").code == 0


def test_an_address_never_moves_to_one_that_is_not_secure(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    context, authority = trusted()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with farm(context) as old, farm() as new:
        old.pages["/work"] = lambda: redirect(new.at("/work"))
        new.pages["/work"] = lambda: answer("200 OK")
        assert ask(old.at("/work"))[0] == "ok"


def test_a_temporary_redirect_is_no_move(ask: Ask, server: Farm) -> None:
    server.pages["/work"] = lambda: redirect("/here", "302 Found")
    server.pages["/here"] = lambda: answer("200 OK")
    assert ask(server.at("/work"))[0] == "ok"


def test_what_leads_to_a_home_page_is_suspect(ask: Ask, server: Farm) -> None:
    server.pages["/work"] = lambda: redirect("/")
    server.pages["/"] = lambda: answer("200 OK")
    assert ask(server.at("/work"))[0] == "suspect"


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/pdf", ""])
def test_a_page_named_pdf_is_suspect(ask: Ask, server: Farm, kind: str) -> None:
    page = b"<!DOCTYPE html>\n<p>Not found, sorry</p>"
    server.pages["/work.pdf"] = lambda: answer("200 OK", page, kind)
    assert ask(server.at("/work.pdf"))[0] == "suspect"


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
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[fe80::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://0.0.0.0/",
        "http://[64:ff9b::a00:1]/",
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
    ask: Ask, docs: Path, server: Farm
) -> None:
    server.pages["/work"] = lambda: redirect("/there", "302 Found").replace(
        b"Connection", b"Set-Cookie: id=1\r\nConnection"
    )
    server.pages["/there"] = lambda: answer(
        "200 OK", b"not gzip", "application/pdf", Content_Encoding="gzip", Set_Cookie="id=2"
    )
    assert ask(server.at("/work"))[0] == "ok"
    assert all("cookie" not in request.lower() for request in server.requests)
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


def test_old_tls_is_refused(ask: Ask) -> None:
    context, _ = trusted()
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("NULL:@SECLEVEL=0")
    with farm(context) as its:
        assert ask(its.at("/work"))[0] == "blocked"


@pytest.mark.parametrize(
    "address", ["https://[bad", "www.unodc.org/x", "https://me:secret@www.unodc.org/", '"https://"']
)
def test_what_is_no_address_is_neither_asked_nor_kept(
    docs: Path, toolkit: Toolkit, server: Farm, address: str
) -> None:
    server.pages["/work"] = lambda: answer("200 OK")
    edit(docs / "prevention/resources/guide.md", "https://www.unodc.org/guide", address)
    shelter = docs / "protection/practices/shelter.md"
    edit(shelter, "https://www.iom.int/shelter", server.at("/work"))
    outcome = toolkit("links", "check", "--allow-loopback", "--as-of", DAY)
    assert (outcome.code, outcome.err) == (0, "1 address checked: 1 ok.\n")
    text = (docs / "registers/links.yml").read_text(encoding="utf-8")
    assert text.count("checked: ") == 1


def test_only_servers_are_waited_for_and_each_has_its_pauses(server: Farm) -> None:
    when: list[float] = []

    def work() -> bytes:
        when.append(time.monotonic())
        return answer("200 OK", PDF, "application/pdf")

    server.pages |= {"/1.pdf": work, "/2.pdf": work, "/3": lambda: drip(HEAD, server)}
    asker = Asker(1.5, pause=1, allow_loopback=True)

    async def ask_all() -> list[Answer]:
        paths = ("/1.pdf", "/2.pdf", "/3")
        return await asyncio.gather(*(asker.ask(server.at(path)) for path in paths))

    answers = asyncio.run(ask_all())
    assert [one.reason for one in answers] == ["", "", "no answer within 1.5 seconds"]
    assert all(later - earlier > 0.9 for earlier, later in pairwise(when))


def test_limit_age_and_host_choose(docs: Path, toolkit: Toolkit) -> None:
    register = docs / "registers/links.yml"
    register.write_text(
        '"https://www.unodc.org/guide":\n  state: ok\n  checked: 2026-11-19\n  since: 2026-01-01\n',
        encoding="utf-8",
    )
    old = ("links", "check", "--host", "www.unodc.org", "--as-of", DAY)
    for days in ("7", "9999999"):
        assert "No addresses to check." in toolkit(*old, "--older-than", days).err
    assert "No addresses to check." in toolkit("links", "check", "--host", "www.example.net").err


def test_a_broken_register_stops_the_check_and_stays(docs: Path, toolkit: Toolkit) -> None:
    register = docs / "registers/links.yml"
    register.write_text('"https://www.unodc.org/guide":\n  state: fine\n', encoding="utf-8")
    outcome = toolkit("links", "check")
    assert outcome.code == 2
    assert "docs/registers/links.yml has errors" in outcome.err
    assert register.read_text(encoding="utf-8").endswith("fine\n")


def test_report_groups_by_organization(docs: Path, toolkit: Toolkit) -> None:
    none = toolkit("links", "report")
    assert (none.code, none.out[:36]) == (0, "No address has been checked yet. Run")
    (docs / "registers/links.yml").write_text(
        '"https://www.unodc.org/guide":\n  state: gone\n  checked: 2026-11-20\n'
        "  since: 2026-11-20\n  seen: [2026-11-13, 2026-11-20]\n",
        encoding="utf-8",
    )
    said = toolkit("links", "report").out
    assert said.startswith("## United Nations Office on Drugs and Crime\n")
    assert "gone since 2026-11-20 (404 or 410 on 2026-11-13 and 2026-11-20)" in said
    assert "docs/prevention/resources/guide.md:13" in said
    rows = json.loads(toolkit("links", "report", "--format", "json").out)
    assert [(row["state"], row["field"], row["line"]) for row in rows] == [("gone", "url", 13)]


def test_a_new_address_is_no_markdown_in_the_report(docs: Path, toolkit: Toolkit) -> None:
    new = "https://www.unodc.org/![new](https://www.example.org/seen.png)"
    (docs / "registers/links.yml").write_text(
        '"https://www.unodc.org/guide":\n  state: moved\n  checked: 2026-11-20\n'
        f'  since: 2026-11-20\n  to: "{new}"\n',
        encoding="utf-8",
    )
    assert f"moved to <{new}>\n" in toolkit("links", "report").out


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Hygiene & Tropical Medicine (L'École)", "Hygiene & Tropical Medicine (L'École)"),
        ("_All_ @everyone ![](https://x.org/y.png)", "`_All_ @everyone ![](https://x.org/y.png)`"),
    ],
)
def test_no_name_becomes_a_link_or_a_mention_in_the_report(
    docs: Path, toolkit: Toolkit, name: str, shown: str
) -> None:
    edit(docs / "registers/organisations.yml", "United Nations Office on Drugs and Crime", name)
    (docs / "registers/links.yml").write_text(
        '"https://www.unodc.org/guide":\n  state: blocked\n  checked: 2026-11-20\n'
        "  since: 2026-11-20\n",
        encoding="utf-8",
    )
    assert toolkit("links", "report").out.startswith(f"## {shown}\n")


def test_a_link_of_a_text_is_asked_however_it_is_written(docs: Path, toolkit: Toolkit) -> None:
    address = "HTTPS://www.unodc.org/annex"
    (docs / "registers/links.yml").write_text(
        f'"{address}":\n  state: gone\n  checked: 2026-11-20\n  since: 2026-11-20\n',
        encoding="utf-8",
    )
    with (docs / "prevention/resources/guide.md").open("a", encoding="utf-8") as file:
        file.write(f"\nSee [the annex]({address}).\n")
    rows = json.loads(toolkit("links", "report", "--format", "json").out)
    assert [(row["address"], row["state"]) for row in rows] == [(address, "gone")]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("fd00::1", False),
        ("224.0.0.1", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public
