"""The zip of a copy's site: unpacked into any folder, it opens with `index.html`."""

from pathlib import Path

from toolkit.editions.copy import Copy
from toolkit.editions.files.manifest import NAME
from toolkit.editions.files.zips import write_zip
from toolkit.editions.site_zip import start_here


def make(copy: Copy, target: Path) -> None:
    """Write the zip of a copy, including its manifest.

    Raises ToolkitError for a file whose name isn't valid on every system.
    """
    files = {
        **copy.site_files,
        start_here.HTML: start_here.html_file(copy),
        start_here.TEXT: start_here.text_file(copy),
    }
    files[NAME] = copy.manifest(files)
    write_zip(target, files.items(), copy.catalogue.as_of, shelf=copy.shelf("zip"))
