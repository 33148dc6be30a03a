"""An image tells at which place it was taken, or which place it shows.

Telephones write into each photograph where they were, often to a few metres. Readers do not see
this, but whoever gets the file can read it: the way to a shelter, or to the home of a person who
must not be found. The site is published without such notes. The project itself, with this file in
it, may be open to everybody.

## What to do

Run `toolkit check --fix`: it cuts all notes out of the file and leaves the picture just as it is.
Or save the image without "properties and personal information". If you have sent the file anywhere
already, tell the people who care for the toolkit at once, since older versions of it are kept.
Think of what the picture itself shows, too: a house, a street, a face.

## Example

Wrong:

```text
docs/protection/practices/shelter/house.jpg, as it came from the telephone
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

ID: Final = "image-location"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Report the images in whose notes a place was found while reading."""
    for fault in context.content.faults(ID):
        yield Finding(
            f"The image tells a place. It carries more than the picture: {fault.detail}.",
            fault.location,
            hint="run toolkit check --fix, which cuts this out of the file and leaves the picture "
            "as it is, or save the image without properties and personal information.",
        )
