"""`toolkit update`: turns an unpacked copy of one date into that of another."""

from __future__ import annotations

from pathlib import Path

import click

EPILOG = """\b
Example:
  toolkit update /media/usb/toolkit toolkit-en-2026-12-25-since-2026-11-25.zip
"""


@click.command("update", epilog=EPILOG, short_help="Apply an update to an unpacked copy.")
@click.argument("folder", metavar="DIR")
@click.argument("update_zip", metavar="UPDATE.zip")
def update(folder: str, update_zip: str) -> None:
    """Turn the unpacked copy in DIR into the one that UPDATE.zip leads to.

    Both are checked first. Files are replaced one by one and those that are no longer part of the
    copy are deleted. If it is interrupted, run it again. Nothing outside DIR is touched.
    """
    from toolkit.editions.updates.applying import apply_update

    done = apply_update(Path(folder), Path(update_zip))
    click.echo(
        f"{folder}: now the copy of {done.after.as_of}, whole and unchanged. Files replaced or "
        f"added: {len(done.files)}, deleted: {len(done.stale)}."
    )
