"""`toolkit review`: what is due, and how an organization says that an entry is still true."""

import re
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import click

from toolkit.catalogue.due import due
from toolkit.cli.completion import entry_ids, organisation_ids
from toolkit.cli.known import entry_of, organisation_of
from toolkit.cli.options import as_of_option, docs_option, echo_json, format_option
from toolkit.cli.reading import content_of
from toolkit.clock import as_of
from toolkit.content.document import Document
from toolkit.content.entry import read_pairs
from toolkit.content.link_states import LINK_STATES
from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.content.values import Mapping, Scalar, Value, text_of
from toolkit.languages import LANGUAGES
from toolkit.links.register import register_text
from toolkit.problems import Fix, ToolkitError, counted
from toolkit.recognition.partial_dates import full_date
from toolkit.reports.screen import shown_lines
from toolkit.validation.fixes import new_value

EPILOG = """\b
Examples:
  toolkit review --due
  toolkit review --look-alikes
  toolkit review ilo-indicators-of-forced-labour-2012 --by ilo --on 2026-11-26
"""


@click.command("review", epilog=EPILOG)
@click.argument("id_", metavar="[ID]", required=False, shell_complete=entry_ids)
@click.option("--due", "wants_due", is_flag=True, help="List what is due, and who is responsible.")
@click.option(
    "--look-alikes",
    is_flag=True,
    help="List entries that look alike: open pairs and answered ones.",
)
@click.option(
    "--by",
    "organisation",
    metavar="ORG",
    shell_complete=organisation_ids,
    help="The id of the organization that read the entry.",
)
@click.option("--on", metavar="YYYY-MM-DD", help="The date of the review.")
@click.option(
    "--next", "month", default="", metavar="YYYY-MM", help="Next review.  [default: a year later]"
)
@format_option("text", "json", about="The format of the list.")
@docs_option
@as_of_option("List what is due on this day.")
def review(
    id_: str | None,
    wants_due: bool,
    look_alikes: bool,
    organisation: str | None,
    on: str | None,
    month: str,
    form: str,
    folder: Path,
    day: date,
) -> None:
    """List which entries need attention, or record that ORG reviewed the entry ID.

    A review sets `verified`, and `review_by` to the month of the next one.
    """
    number = [wants_due, look_alikes, bool(id_)].count(True)
    if number > 1:
        raise ToolkitError(
            "An ID, --due and --look-alikes can't be combined.",
            "use only one of them.",
        )
    if number == 0:
        raise ToolkitError(
            "Nothing to do.",
            "use --due or --look-alikes to list entries, or name one with --by and --on.",
        )
    if wants_due:
        _list(folder, day, form)
    elif look_alikes:
        _list_pairs(folder, form)
    elif id_ and organisation and on:
        _record(folder, id_, organisation, as_of(on), month)
    else:
        raise ToolkitError(
            "A review needs an organization and a date.", "add --by ORG --on YYYY-MM-DD."
        )


def _list(folder: Path, day: date, form: str) -> None:
    english = LANGUAGES["en"]
    content = content_of(folder)
    found = list(due(content, day))
    _say_unread(content)
    if not content.links.sound:
        click.echo(f"{content.links.path} has errors, so addresses may be missing here.", err=True)
    if form == "json":
        echo_json([asdict(one) for one in found])
        return
    names = {id_: body.name for id_, body in content.organisations.items.items()}
    path = ""
    for one in found:
        if one.path != path:
            bodies = ", ".join(names.get(id_, id_) for id_ in one.organisations)
            asked = f"{one.path}: {one.title}\n  ask: {bodies or 'the editors'}"
            click.echo(shown_lines(asked))
            path = one.path
        reason = english.text(f"due.{one.kind}", value=one.value)
        click.echo(shown_lines(f"  {one.field}: {reason}"))
    entries = len({one.path for one in found})
    click.echo(f"Due: {counted(len(found), 'item')} in {counted(entries, 'entry')}.", err=True)


def _say_unread(content: Content) -> None:
    """Name what no list can take into account: it would look as if nothing were due there."""
    for one in content.entries:
        if one.front is None:
            click.echo(f"{one.source.path} can't be read, so it is not in this list.", err=True)


def _list_pairs(folder: Path, form: str) -> None:
    # Slow to load, and no other list needs it.
    from toolkit.validation.checks.near_duplicate import open_pairs, reasons_of

    content = content_of(folder)
    _say_unread(content)
    rows = [
        {"entry": one.id, "other": like.document.id, "state": "open", "reason": reasons_of(like)}
        for one, like in open_pairs(content)
    ]
    is_open = len(rows)
    rows += [
        {"entry": entry.id, "other": other, "state": "different", "reason": reason}
        for entry in content.entries
        for other, reason in read_pairs(entry.get("distinct_from"))
    ]
    if form == "json":
        echo_json(rows)
        return
    for row in rows:
        pair = f"{row['entry']} and {row['other']} ({row['state']})\n  {row['reason']}"
        click.echo(shown_lines(pair))
    click.echo(f"Pairs: {is_open} open, {len(rows) - is_open} answered.", err=True)


def _record(folder: Path, id_: str, organisation: str, day: date, month: str) -> None:
    # Loads all checks, which no list needs.
    from toolkit.authoring.editing import with_fields
    from toolkit.autofix import changed_text, write_over

    content = content_of(folder)
    entry = entry_of(content, id_)
    organisation_of(content, organisation)
    if day > as_of():
        raise ToolkitError(
            f"{day} is in the future.", "give the day on which the entry was reviewed."
        )
    last = next(
        (full_date(one.text) for one in entry.below("verified") if one.name == "verified.on"), None
    )
    if last and last > day:
        raise ToolkitError(
            f"{entry.source.path} was reviewed since, on {last}.",
            "give the day of a newer review, or correct that day in the file.",
        )
    usual = f"{day.year + 1:04}-{day.month:02}"
    is_month = re.fullmatch(r"[1-9][0-9]{3}-(0[1-9]|1[0-2])", month)
    if month and not (is_month and as_of(f"{month}-01") > day):
        raise ToolkitError(
            f'"{month}" is not a month after the review.', f"write year and month, as in {usual}."
        )
    present, verified = entry.get("verified"), {"by": organisation, "on": day.isoformat()}
    inside = _in_place(present, verified)  # which keeps remarks beside its parts
    for name, value in present.pairs if isinstance(present, Mapping) and not inside else ():
        if name.text not in verified and not isinstance(value, Scalar):
            raise ToolkitError(
                f'{value.location}: "{name.text}" has parts, so the review can\'t be recorded.',
                f"write {name.text} there in one line, or remove it.",
            )
        verified.setdefault(name.text, text_of(value))
    values = {"review_by": month or usual} | ({} if inside else {"verified": verified})
    new = changed_text(entry.source, [*with_fields(entry, values), *inside])
    register = _with_files_accepted(folder, content, entry, day)
    more = {folder / "registers/links.yml": register.encode()} if register else {}
    write_over(folder / f"{entry.path}.md", entry.source.data, new.encode(), more)
    click.echo(f"{entry.source.path}: verified by {organisation} on {day}.")


def _in_place(present: Value | None, parts: dict[str, str]) -> list[Fix]:
    """The changes that give the parts of a group new texts; none if it lacks one of them."""
    fixes = [
        fix
        for name, value in (present.pairs if isinstance(present, Mapping) else ())
        if name.text in parts and isinstance(value, Scalar) and value.text
        for fix in new_value(value, parts[name.text])
    ]
    return fixes if len(fixes) == len(parts) else []


def _with_files_accepted(folder: Path, content: Content, entry: Document, day: date) -> str:
    """The register of links with the files at an entry's addresses accepted as described, since it
    was just compared; but not those that changed after that day. Empty if there are none.

    Raises ToolkitError if there are, and the register has errors: writing it would lose lines.
    """
    addresses = {leaf.text for leaf in entry.of_form(Form.ADDRESS)}
    links = LINK_STATES.read(folder, content.prefix)  # what was written meanwhile stays
    states = links.items
    compared = {
        address
        for address in addresses & states.keys()
        if "" < states[address].changed <= day.isoformat()
    }
    if not compared:
        return ""
    if links.faults:
        raise ToolkitError(f"{links.path} has errors.", "fix them first: toolkit check shows them.")
    return register_text(
        replace(state, sha256="", changed="") if state.address in compared else state
        for state in states.values()
    )
