"""What the commands for an organization's statements share: not a command itself."""

from collections.abc import Iterator
from pathlib import Path

import click

from toolkit.cli.known import entry_of, organisation_of, refuse_errors
from toolkit.cli.reading import content_of
from toolkit.clock import as_of
from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.recognition.acts import ActKind
from toolkit.recognition.ledger import make_ledger
from toolkit.recognition.statements import Wish, state


def make_statement(
    kind: str, organisation: str, ids: tuple[str, ...], on: str, words: str, folder: Path
) -> None:
    """Read the content, write the statements, and report what was written.

    `kind` names the list in the register that they go into.
    """
    content = content_of(folder)
    ledger = make_ledger(content)
    day = as_of(on or "nothing")
    if content.organisations.sound:
        organisation = organisation_of(content, organisation).id
    entries = [entry_of(content, id_) for id_ in ids]
    if ActKind(kind) is not ActKind.WITHDRAWAL:
        refuse_errors(content, entries, as_of())
    ids = tuple(entry.id for entry in entries)
    wish = Wish(ActKind(kind), organisation, tuple(dict.fromkeys(ids)), day, words)
    written = state(ledger, folder, wish)
    for line in written.lines:
        click.echo(f"{written.register}: {line}")
    for path in written.kept:
        click.echo(f"{path}: kept")
    for entry in written.said_already:
        click.echo(f"{entry}: nothing to add, {organisation} has already stated this.", err=True)
    for document in entries if ActKind(kind) is not ActKind.WITHDRAWAL else ():
        for notice in _out_of_use(document, content):
            click.echo(notice, err=True)
    if day > as_of():
        click.echo(f"{day} is in the future: this does not count until then.", err=True)


def _out_of_use(entry: Document, content: Content) -> Iterator[str]:
    """What to say about an entry that readers should no longer use: its state stays what it is."""
    if entry.text("status") == "withdrawn":
        yield f"{entry.id} is withdrawn, and stays so whatever organizations say."
    for other in content.entries:
        if entry.id in other.texts("supersedes"):
            yield f"{entry.id} is superseded by {other.id}: name that one if you mean the new text."
