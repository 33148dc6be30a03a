"""`toolkit generate`: writes the files made from the fields, vocabularies and registers."""

from pathlib import Path

import click

from toolkit.authoring.files import made_files
from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.options import docs_option
from toolkit.cli.reading import content_of
from toolkit.problems import ToolkitError
from toolkit.publishing import write_file

EPILOG = """\b
Examples:
  toolkit generate
  toolkit generate --check
"""


@click.command("generate", epilog=EPILOG)
@docs_option
@click.option(
    "--check", "only_look", is_flag=True, help="Write nothing; list the files that are out of date."
)
def generate(folder: Path, only_look: bool) -> ExitCode:
    """Write the files that are generated from the fields, vocabularies and registers.

    These are the schemas for editors, the issue forms and the snippets for VS Code. Run this after
    changing a vocabulary, a register or a field.
    """
    content = content_of(folder)
    broken = next((file.path for file in content.lists if file.faults), "")
    if broken:
        raise ToolkitError(f"{broken} has errors.", "fix them first: toolkit check shows them.")
    root = folder.resolve().parent
    behind = 0
    for path, text in made_files(content).items():
        file = root / path
        if file.is_file() and file.read_bytes().replace(b"\r\n", b"\n") == text.encode():
            continue
        behind += 1
        if not only_look:
            write_file(file, text.encode())
        click.echo(f"{path} is out of date." if only_look else f"{path} was written.")
    if not behind:
        click.echo("All files are up to date.")
    return ExitCode.PROBLEMS if behind and only_look else ExitCode.OK
