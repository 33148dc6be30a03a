"""`toolkit update`: brings an unzipped copy to a later date."""

from pathlib import Path

import click

from toolkit.editions.updates.applying import apply_update

EPILOG = """\b
Example:
  toolkit update /media/usb/toolkit toolkit-en-2026-12-25-since-2026-11-25.zip
"""


@click.command("update", epilog=EPILOG)
@click.argument("folder", metavar="DIR")
@click.argument("update_zip", metavar="UPDATE.zip")
def update(folder: str, update_zip: str) -> None:
    """Apply UPDATE.zip to the unzipped copy in DIR.

    Both are checked first, and all new files are made and checked before any file is replaced.
    Files that are no longer part of the copy are removed. Nothing outside DIR is changed. If this
    is interrupted, run it again.
    """
    done, removed = apply_update(Path(folder), Path(update_zip))
    click.echo(
        f"{folder}: now the copy of {done.after.as_of}, complete and unchanged. "
        f"Files replaced or added: {len(done.files)}, removed: {removed}."
    )
