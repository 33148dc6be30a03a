"""An image contains hidden data from a camera or a program.

Cameras and programs record in images when, with which device and by whom they were made, and
sometimes a small preview of what was cropped later. Readers do not see this, but anyone who gets
the file can read it. The site is published without such data, but the repository contains this
file. Where the data includes a place, that is an error (`image-location`).

## What to do

Run `toolkit check --fix`: it removes the hidden data and leaves the picture unchanged. Or save the
image without "properties and personal information". If a photographer must be credited, do it in
the text, where readers see it.

## Example

Wrong:

```text
docs/protection/practices/shelter/house.jpg, straight from the camera
```

Right:

```text
docs/protection/practices/shelter/house.jpg, after toolkit check --fix
```
"""

from toolkit.problems import Severity
from toolkit.validation.of_faults import of_faults

SEVERITY = Severity.WARNING

check = of_faults(
    "image-metadata",
    "The image contains hidden data: {fault.detail}.",
    hint="run toolkit check --fix, which removes this and leaves the picture unchanged, or "
    "save the image without properties and personal information.",
)
