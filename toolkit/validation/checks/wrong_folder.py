"""An entry does not lie in the folder of its first pillar.

The first pillar of an entry is its home: it decides the folder, and so the address of the page.

## What to do

Put the pillar of the folder first in `pillars`, or move the file into the folder of its first
pillar. Move it only as long as the entry is new: addresses are permanent.

## Example

Wrong, in the folder `docs/protection/resources/`:

```yaml
pillars: [prevention, protection]
```

Right:

```yaml
pillars: [protection, prevention]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from toolkit.content.reader import Content
from toolkit.content.schema import PILLARS
from toolkit.problems import Finding, Severity
from toolkit.validation.words import quote

ID: Final = "wrong-folder"
SEVERITY: Final = Severity.ERROR


def check(content: Content, day: date) -> Iterator[Finding]:
    """Compare the folder of each entry with its first pillar."""
    for entry in content.entries:
        first = next(entry.of_field("pillars"), None)
        if first is None or first.text not in PILLARS or first.text == entry.pillar:
            continue
        others = [text for text in entry.texts("pillars") if text != entry.pillar]
        folder = entry.path.replace(entry.pillar, first.text, 1).rpartition("/")[0]
        yield Finding(
            f"The first pillar is {quote(first.text)}, and the file lies in {entry.pillar}/.",
            first.scalar.location,
            f"write [{', '.join([entry.pillar, *others])}]",
            f"put {entry.pillar} first, or move the file to {content.prefix}/{folder}/.",
            first.name,
        )
