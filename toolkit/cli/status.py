"""`toolkit status`: which entries are recognized, by whom, and what is pending."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from toolkit.cli.completion import entry_ids
from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.known import entry_of, organisation_of
from toolkit.cli.options import as_of_option, docs_option, format_option, organisation_option
from toolkit.cli.reading import content_of
from toolkit.languages import LANGUAGES
from toolkit.memory import only_new_collected
from toolkit.recognition import data
from toolkit.recognition.entry_status import all_statuses
from toolkit.recognition.ledger import Ledger, make_ledger
from toolkit.recognition.pending import Pending, all_pending, closes_this_month
from toolkit.recognition.status import State, Status
from toolkit.recognition.words import in_words, state_name

EPILOG = """\b
Examples:
  toolkit status
  toolkit status unodc-toolkit-2008
  toolkit status --organisation iom --as-of 2026-12-31
"""


@click.command("status", epilog=EPILOG)
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=entry_ids)
@organisation_option("Show what is pending for this organization.")
@as_of_option("Show the states on this day.")
@format_option(
    "text", "json", "csv", about="The format; json and csv contain all the entries asked for."
)
@docs_option
def status(
    ids: tuple[str, ...],
    organisation: str | None,
    day: date,
    form: str,
    folder: Path,
) -> ExitCode:
    """Show the recognition of the entries ID, or of all entries that have any statements.

    With --organisation, show what is pending for it, which of its recognitions no longer apply
    because a text changed, and what closes this month.
    """
    with only_new_collected():
        content = content_of(folder)
        ledger = make_ledger(content)
        ids = tuple(entry_of(content, id_).id for id_ in ids)
        if organisation:
            organisation_of(content, organisation)
        every = all_statuses(ledger, day)
    chosen = [every[id_] for id_ in ids] if ids else list(every.values())
    english = LANGUAGES["en"]
    if form == "json":
        click.echo(data.as_json(ledger, chosen, day, english), nl=False)
    elif form == "csv":
        click.echo(data.as_csv(chosen), nl=False)
    else:
        for line in _text(ledger, chosen, day, organisation or "", bool(ids)):
            click.echo(line)
    if any(one.doubts for one in chosen):
        click.echo("Some registers or entries have errors; toolkit check shows them.", err=True)
        return ExitCode.PROBLEMS
    return ExitCode.OK


def _text(
    ledger: Ledger, chosen: list[Status], day: date, organisation: str, named: bool
) -> Iterator[str]:
    members = len(ledger.members.on(day))
    known = "complete" if ledger.policy.complete else "not complete"
    procedure = ledger.policy.on(day).procedure
    yield f"As of {day}. Procedure: {procedure}. Members: {members} (list {known})."
    if named and not organisation:
        yield ""
        yield from _entries(ledger, chosen)
        return
    sections = _for_organisation(chosen, organisation) if organisation else _for_all(chosen)
    for title, entries in sections.items():
        found = [one for one in chosen if one.entry in entries]
        if found:
            yield ""
            yield f"{title} ({len(found)})"
            yield from _entries(ledger, found)
    if organisation and not named and not any(sections.values()):
        yield ""
        yield f"Nothing is waiting for {organisation}. It recognizes no text and objects to none."
    yield ""
    yield from _counts(chosen)


def _entries(ledger: Ledger, found: list[Status]) -> Iterator[str]:
    for one in found:
        yield f"  {one.entry}"
        yield f"    {in_words(one, ledger.content.organisations.items, LANGUAGES['en'])}"


def _for_organisation(chosen: list[Status], organisation: str) -> Mapping[str, Collection[str]]:
    """What concerns an organization: the entries under each heading."""
    its = all_pending(chosen).get(organisation, Pending())
    return {
        f"Waiting for {organisation}": its.awaits,
        f"Changed since {organisation} recognized it": its.lapsed,
        "Closes this month": _closing(chosen),
        f"Recognized by {organisation}": its.recognized,
        f"Objected to by {organisation}": its.objected,
    }


def _for_all(chosen: list[Status]) -> Mapping[str, Collection[str]]:
    sections = {"Closes this month": _closing(chosen)}
    for state in State:
        if state not in (State.PROPOSED, State.JOINT, State.WITHDRAWN, State.SUPERSEDED):
            name = state_name(state, LANGUAGES["en"])
            sections[name] = [one.entry for one in chosen if one.state is state]
    return sections


def _closing(chosen: list[Status]) -> list[str]:
    return [one.entry for one in chosen if closes_this_month(one)]


def _counts(chosen: list[Status]) -> Iterator[str]:
    for state in State:
        number = sum(one.state is state for one in chosen)
        if number:
            yield f"{number:>6}  {state_name(state, LANGUAGES['en'])}"
