"""`toolkit codeowners`: who may change which register, as lines of CODEOWNERS."""

from pathlib import Path

import click

from toolkit.cli.options import docs_option
from toolkit.content.late import open_content
from toolkit.recognition.ledger import make_ledger
from toolkit.recognition.owners import owners


@click.command("codeowners", epilog="\b\nExample:\n  toolkit codeowners > .github/CODEOWNERS\n")
@docs_option
def codeowners(folder: Path) -> None:
    """Print the lines of CODEOWNERS that protect the recognition registers.

    Each organization with maintainers in the register of organizations owns its statements;
    the secretariat owns the policy, the circulations, the editorial changes, the register of
    organizations, and the file CODEOWNERS itself.
    """
    click.echo(owners(make_ledger(open_content(folder))), nl=False)
