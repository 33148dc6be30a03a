"""`toolkit links check` against servers on this machine: each state, and what is kept."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.content_case import edit
from tests.links.conftest import DAY, LIMIT, Ask
from tests.links.farm import PDF, Farm, answer, farm, redirect, trusted
from tests.program import Toolkit
from toolkit.content.reader import read_content


def test_a_page_answers(ask: Ask, server: Farm, toolkit: Toolkit) -> None:
    server.pages["/work"] = lambda: answer("200 OK", b"<title>Work</title>")
    state, outcome = ask(server.at("/work"))
    assert (state, outcome.code) == ("ok", 0)
    assert [line.split(" ", 1)[0] for line in server.requests] == ["GET", "HEAD"]
    assert all("cookie" not in request.lower() for request in server.requests)
    again = toolkit("links", "check", "--allow-loopback", "--host", "LOCALHOST", "--as-of", DAY)
    assert again.err == "1 address checked: 1 ok.\n"


def test_a_host_that_answers_only_at_its_second_address_is_reached(
    ask: Ask, server: Farm, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.pages["/work"] = lambda: answer("200 OK", b"<title>Work</title>")
    real = socket.getaddrinfo

    def both(host: str, *rest: Any, **named: Any) -> list[Any]:
        return [*real("::1", *rest, **named), *real("127.0.0.1", *rest, **named)]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    assert ask(server.at("/work"))[0] == "ok"


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


@pytest.mark.parametrize("place", [".", "docs", "docs/registers"])
def test_a_register_that_breaks_meanwhile_stays_and_the_results_are_put_beside(
    docs: Path, server: Farm, toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    register, typed = docs / "registers/links.yml", '"https://www.unodc.org/guide: [\n'

    def somebody_types() -> bytes:
        register.write_text(typed, encoding="utf-8")
        return answer("200 OK")

    server.pages["/work"] = somebody_types
    edit(docs / "prevention/resources/guide.md", "https://www.unodc.org/guide", server.at("/work"))
    monkeypatch.chdir(place)
    at = ("--docs", os.path.relpath(docs))
    done = toolkit("links", "check", "--allow-loopback", "--host", "localhost", *at)
    assert (done.code, register.read_text(encoding="utf-8")) == (2, typed)
    assert "docs/registers/links.yml has errors since the run began" in done.err
    assert "hint: links-new.yml, next to docs/, is the register with what this run" in done.err
    register.unlink()
    (docs.resolve().parent / "links-new.yml").rename(register)
    assert [*read_content(docs).links.items] == [server.at("/work")]


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
    state, outcome = ask(server.at("/work"))
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
    server.pages["/here"] = lambda: redirect("/there")
    server.pages["/there"] = lambda: answer("200 OK")
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
    said = toolkit("links", "check", "--host", "https://WWW.unodc.og/x").err
    assert said.endswith('None is on the host "www.unodc.og": did you mean "www.unodc.org"?\n')
    for slip in ("[www.unodc.org", "//"):
        assert f'host "{slip}"' in toolkit("links", "check", "--host", slip).err


def test_a_very_long_address_is_kept(ask: Ask, docs: Path, server: Farm) -> None:
    long = f"/{'x' * 1_100}"
    server.pages |= {"/work": lambda: answer("200 OK"), long: lambda: answer("200 OK")}
    assert ask(server.at(long))[1].code == 0
    [found] = read_content(docs).links.items
    assert found == server.at(long)
    assert ask(server.at("/work"), "--fix")[0] == "ok"
    left = read_content(docs).links
    assert ([*left.items], [*left.faults]) == ([server.at("/work")], [])


def test_a_broken_register_stops_the_check_and_stays(docs: Path, toolkit: Toolkit) -> None:
    register = docs / "registers/links.yml"
    register.write_text('"https://www.unodc.org/guide":\n  state: fine\n', encoding="utf-8")
    outcome = toolkit("links", "check")
    assert outcome.code == 2
    assert "docs/registers/links.yml has errors" in outcome.err
    assert "docs/registers/links.yml has errors" in toolkit("links", "report").err
    assert register.read_text(encoding="utf-8").endswith("fine\n")
