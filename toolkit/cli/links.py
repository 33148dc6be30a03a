"""`toolkit links`: checks the addresses in the content, and reports which need an editor."""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import click

from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.options import (
    Seconds,
    WholeNumber,
    as_of_option,
    docs_option,
    echo_json,
    format_option,
)
from toolkit.cli.reading import content_of
from toolkit.content.link_states import LINK_STATES
from toolkit.content.reader import Content
from toolkit.links.asking import Asker
from toolkit.links.checking import Checked, askable, due
from toolkit.links.checking import check as ask_all
from toolkit.links.register import register_text
from toolkit.links.report import concerns
from toolkit.links.report import report as as_text
from toolkit.problems import ToolkitError, counted
from toolkit.publishing import write_file
from toolkit.reports.screen import shown_lines
from toolkit.validation.checks import load_checks
from toolkit.validation.nearest import did_you_mean

EPILOG = """\b
Examples:
  toolkit links check --limit 50
  toolkit links check --host www.ilo.org --fix
  toolkit links report
"""


@click.group("links", epilog=EPILOG)
def links() -> None:
    """Check the addresses in the content, and report those that need an editor.

    The results are kept in docs/registers/links.yml, for pages to show. No other command uses the
    network.
    """


@links.command("check", short_help="Check the addresses, and record the answers.")
@docs_option
@click.option("--limit", type=WholeNumber(1), metavar="N", help="Check at most N addresses.")
@click.option("--host", default="", metavar="HOST", help="Check only the addresses of this site.")
@click.option(
    "--older-than",
    type=WholeNumber(0),
    default=0,
    metavar="DAYS",
    help="Skip addresses checked in the last DAYS days.",
)
@click.option(
    "--timeout",
    type=Seconds(0.1, 600),
    default=30,
    show_default=True,
    metavar="S",
    help="Wait at most S seconds for each address.",
)
@click.option("--fix", "fixing", is_flag=True, help="Replace moved addresses in the files.")
@click.option(
    "--allow-loopback",
    is_flag=True,
    hidden=True,
    help="For tests: ask this machine, without pauses.",
)
@as_of_option("The date to record.")
def check(
    folder: Path,
    limit: int | None,
    host: str,
    older_than: int,
    timeout: float,
    fixing: bool,
    allow_loopback: bool,
    day: date,
) -> ExitCode:
    """Check the addresses in entries, registers and texts; those never checked come first.

    Each site gets one request at a time, with pauses, and its robots.txt is respected. An address
    counts as gone only if it answers 404 or 410 on two days; a site that refuses or fails says
    nothing about the work.
    """
    content = _sound(folder)
    used = askable(content, allow_loopback=allow_loopback)
    with suppress(ValueError):  # of one bracket; what names no host has no addresses either
        host = urlsplit(host if "//" in host else f"//{host}").hostname or host
    chosen = due(used, content.links.items, day, host=host, older_than=older_than, limit=limit)
    if not chosen:
        hosts = {name for one in used if (name := urlsplit(one).hostname)}
        unknown = ""
        if host and host not in hosts:
            meant = did_you_mean(host, hosts)
            unknown = f' None is on the host "{host}"{": " if meant else "."}{meant}'
        click.echo(f"No addresses to check.{unknown}", err=True)
        return ExitCode.OK
    asker = Asker(timeout, pause=0 if allow_loopback else 1, allow_loopback=allow_loopback)
    answers: list[Checked] = []

    def tell(one: Checked) -> None:
        answers.append(one)
        if one.after.state != "ok":
            reason = f" ({one.answer.reason})" if one.answer.reason else ""
            to = f" -> {one.after.to}" if one.after.to else ""
            click.echo(f"{one.after.state:8}{one.address}{to}{reason}")

    try:
        _run(ask_all(chosen, content.links.items, day, asker, tell))
    finally:
        # After an interruption, keep what was learnt before it. A run can take hours: what somebody
        # wrote meanwhile stays.
        now = LINK_STATES.read(folder, content.prefix)
        known = (content.links if now.faults else now).items
        states = {**known, **{one.address: one.after for one in answers}}
        path = folder / "registers/links.yml"
        if now.faults:
            path = folder.resolve().parent / "links-new.yml"
        write_file(path, register_text(states.values()).encode())
        if now.faults:
            raise ToolkitError(
                f"{now.path} has errors since the run began, so it was not changed.",
                f"{path.name}, next to {content.prefix}/, is the register with what this run "
                "found: copy into it what you need of yours, and put it in the place of "
                f"{now.path}.",
            )
    counts = sorted(Counter(one.after.state for one in answers).items())
    summary = ", ".join(f"{number} {state}" for state, number in counts)
    click.echo(f"{counted(len(answers), 'address')} checked: {summary}.", err=True)
    if fixing:
        _fix(folder, day)
    return ExitCode.OK


def _sound(folder: Path) -> Content:
    """The content, whose register of links has no errors: it would seem to be empty."""
    content = content_of(folder)
    if content.links.faults:
        raise ToolkitError(
            f"{content.links.path} has errors.", "fix them first: toolkit check shows them."
        )
    return content


def _run(asking: Coroutine[object, object, None]) -> None:
    """Ask in another thread, since this one may already have an event loop; an interruption, which
    only this one notices, ends it.
    """
    begun: Future[asyncio.Task[None]] = Future()

    async def ask() -> None:
        begun.set_result(asyncio.create_task(asking))
        await begun.result()

    with ThreadPoolExecutor(1) as thread:
        done = thread.submit(asyncio.run, ask())
        try:
            done.result()
        except BaseException:
            task = begun.result()
            with suppress(RuntimeError):  # its loop is closed if it has ended by itself
                task.get_loop().call_soon_threadsafe(task.cancel)
            raise


def _fix(folder: Path, day: date) -> None:
    """Write moved addresses into the files that name them, and show what changed."""
    from toolkit.autofix import everything, fix  # loads all checks
    from toolkit.validation.runner import known_paths

    checks = load_checks(("moved-address", "unused-link-state"))
    read = partial(everything, folder, day, checks)
    fix(folder, day, known_paths, read, lambda diff: click.echo(shown_lines("\n".join(diff))))


@links.command("report", short_help="List the addresses that need an editor, by organization.")
@docs_option
@format_option("text", "json", about="text is Markdown.")
def report(folder: Path, form: str) -> None:
    """List what the last checks found: gone, suspect, moved, blocked, or changed since.

    This reads docs/registers/links.yml and does not use the network.
    """
    content = _sound(folder)
    found = concerns(content)
    if form == "text":
        # An empty report would look as if every address answered.
        none = "No address has been checked yet. Run: toolkit links check\n"
        click.echo(shown_lines(as_text(found)) if content.links.items else none, nl=False)
        return
    rows = [
        {
            "organisation": one.organisation,
            "address": one.use.address,
            "path": one.use.location.source.path,
            "line": one.use.location.line,
            "field": one.use.field,
            "state": one.state.state,
            "since": one.state.since,
            "to": one.state.to,
            "changed": one.state.changed,
        }
        for one in found
    ]
    echo_json(rows)
