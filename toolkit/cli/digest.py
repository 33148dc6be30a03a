"""`toolkit digest`: the digest of entries, and the text that it covers."""

import sys
from pathlib import Path

import click

from toolkit.cli.completion import entry_ids
from toolkit.cli.known import entry_of, refuse_errors
from toolkit.cli.options import docs_option
from toolkit.clock import as_of
from toolkit.content.late import open_content
from toolkit.problems import ToolkitError
from toolkit.recognition import statements
from toolkit.recognition.ledger import make_ledger

EPILOG = """\b
Examples:
  toolkit digest unodc-toolkit-2008
  toolkit digest unodc-toolkit-2008 --show | sha256sum
"""


@click.command("digest", epilog=EPILOG)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=entry_ids)
@click.option("--show", is_flag=True, help="Instead, print the text that the digest covers.")
@click.option("--keep", is_flag=True, help="Keep the text in recognition/texts.")
@docs_option
def digest(ids: tuple[str, ...], show: bool, keep: bool, folder: Path) -> None:
    """Print the digest of the current text of each entry ID, one per line.

    --show prints the text exactly as the digest covers it, without a final line break.
    """
    if show and len(ids) > 1:
        raise ToolkitError("--show takes one entry.", "run it once for each entry.")
    ledger = make_ledger(open_content(folder))
    entries = [entry_of(ledger.content, id_) for id_ in ids]
    if keep:
        refuse_errors(ledger.content, entries, as_of())
    ids = tuple(entry.id for entry in entries)
    digests = {id_: statements.present_digest(ledger, id_) for id_ in ids}
    kept = statements.keep(ledger, folder, digests) if keep else ()
    for id_, text in digests.items():
        if show:
            click.echo(ledger.now.forms[id_], nl=sys.stdout.isatty())
        else:
            click.echo(text if len(digests) == 1 else f"{text}  {id_}")
        if keep:
            is_new = text in kept
            click.echo("The text was kept." if is_new else "The text is already kept.", err=True)
