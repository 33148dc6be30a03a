"""An image is cut off, or is not built as its format says.

Such an image shows half or not at all, on some devices only. Nobody can say what it carries along
either: the notes that cameras leave in images are cut out only of those that are whole.

## What to do

Open the image in a program. If it looks right, save it anew as PNG, JPEG or WebP; if not, get it
again from where you have it.

## Example

Wrong:

```text
docs/protection/practices/shelter/house.jpg, of which half was sent
```

Right:

```text
docs/protection/practices/shelter/house.jpg, sent once more
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context

ID: Final = "damaged-image"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Report the images that could not be gone through to their end."""
    for fault in context.content.faults(ID):
        yield Finding(
            "The image is cut off or damaged.",
            fault.location,
            hint="get it once more, or open it in a program and save it anew.",
        )
