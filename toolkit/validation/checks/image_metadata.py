"""An image carries notes of the camera or of a program.

Cameras and programs write into images when and with which device they were made, by whom, and
sometimes a small preview of what was cut away later. Readers do not see this, but whoever gets the
file can read it. The site is published without such notes, but not the project, with this file in
it. Where notes tell a place, that is an error (`image-location`).

## What to do

Run `toolkit check --fix`: it cuts the notes out of the file and leaves the picture just as it is.
Or save the image without "properties and personal information". A photographer who must be named is
named in the text, where readers see it.

## Example

Wrong:

```text
docs/protection/practices/shelter/house.jpg, as it came from the camera
```

Right:

```text
docs/protection/practices/shelter/house.jpg, after toolkit check --fix
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context

ID: Final = "image-metadata"
SEVERITY: Final = Severity.WARNING


def check(context: Context) -> Iterator[Finding]:
    """Report the images in which notes without a place were found while reading."""
    for fault in context.content.faults(ID):
        yield Finding(
            f"The image carries more than the picture: {fault.detail}.",
            fault.location,
            hint="run toolkit check --fix, which cuts this out of the file and leaves the picture "
            "as it is, or save the image without properties and personal information.",
        )
