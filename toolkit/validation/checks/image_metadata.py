"""An image carries notes of the camera or of a program.

Cameras and telephones write into each image when it was taken, with which device, and often at
which place and by whom. Readers do not see this, but whoever downloads the image can read it: the
way to a shelter, or the name of a person who must not be found.

## What to do

Save the image without these notes: most programs have a choice such as "remove properties and
personal information" or "export without metadata". A picture of the screen has none either.

## Example

Wrong:

```text
docs/protection/practices/shelter/house.jpg, as it came from the telephone
```

Right:

```text
docs/protection/practices/shelter/house.jpg, exported without metadata
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from toolkit.content.reader import Content
from toolkit.problems import Finding, Severity

ID: Final = "image-metadata"
SEVERITY: Final = Severity.ERROR


def check(content: Content, day: date) -> Iterator[Finding]:
    """Report the images in which Exif or XMP was found while reading."""
    for fault in content.faults(ID):
        yield Finding(
            "The image holds notes of the camera or of a program, often with place and person.",
            fault.location,
            hint="export it without metadata, and put it here again.",
        )
