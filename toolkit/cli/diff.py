"""`toolkit diff`: what changed in an entry since a kept text."""

from pathlib import Path

import click

from toolkit.cli.completion import entry_ids
from toolkit.cli.known import entry_of
from toolkit.cli.options import docs_option
from toolkit.content.late import open_content
from toolkit.problems import ToolkitError
from toolkit.recognition.changes import differences
from toolkit.recognition.digest import PREFIX, shortened
from toolkit.recognition.ledger import make_ledger
from toolkit.recognition.statements import present_digest
from toolkit.reports.screen import shown

_FEWEST_DIGITS = 8
EPILOG = """\b
Example:
  toolkit diff unodc-toolkit-2008 --since sha256:1f0c29d3a7c0
"""


@click.command("diff", epilog=EPILOG)
@click.argument("id_", metavar="ID", shell_complete=entry_ids)
@click.option(
    "--since",
    required=True,
    metavar="DIGEST",
    help="The digest of a kept text of the entry, or its first characters.",
)
@docs_option
def diff(id_: str, since: str, folder: Path) -> None:
    """Show what changed in the entry ID since the kept text DIGEST, field by field.

    Lines with - are from the kept text, lines with + from the current one. Git is not needed.
    """
    ledger = make_ledger(open_content(folder))
    id_ = entry_of(ledger.content, id_).id
    present = present_digest(ledger, id_)
    known = {digest for digest, kept in ledger.texts.sound.items() if kept.entry == id_} | {present}
    digest = _chosen(since, known, id_)
    lines = list(differences(ledger.form(id_, digest), ledger.now.forms[id_]))
    click.echo(f"{id_}: from {shortened(digest)} to {shortened(present)}, the current text")
    for line in lines or ["Nothing of substance changed."]:
        click.echo(shown(line))


def _chosen(since: str, known: set[str], id_: str) -> str:
    """The only digest that begins with `since`; raises ToolkitError if there is no such one."""
    digits = since.removeprefix(PREFIX)
    found = [digest for digest in known if digest.startswith(PREFIX + digits)]
    if len(found) == 1 and len(digits) >= _FEWEST_DIGITS:
        return found[0]
    texts = ", ".join(shortened(digest) for digest in sorted(known))
    raise ToolkitError(
        f'"{since}" is not one of the texts of "{id_}".',
        f"write at least {_FEWEST_DIGITS} characters of one of these: {texts}.",
    )
