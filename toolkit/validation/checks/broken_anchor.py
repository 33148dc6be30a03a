"""A link leads to a heading that does not exist.

The part of a link after `#` names a heading: its words in small letters, with hyphens instead of
spaces. If there is no such heading, readers land at the top of the page and have to search.

## What to do

Write the heading as it is now, in small letters and with hyphens, or remove the part from `#` on.

## Example

Wrong, in a file in `docs/about/`:

```markdown
See [the grades](evidence.md#grades).
```

Right:

```markdown
See [the grades](evidence.md#the-three-grades).
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.content.document import Document
from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context
from toolkit.validation.links import Aim, targets
from toolkit.validation.nearest import did_you_mean
from toolkit.validation.words import quote

ID: Final = "broken-anchor"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Compare anchors with the headings of the pages that people wrote."""
    anchors: dict[str, frozenset[str]] = {}
    for target in targets(context.content):
        if not target.anchor or target.aim is Aim.OUTSIDE:
            continue
        page = context.content.by_path.get(target.path.removesuffix(".md"))
        if page is None or page.front is None:
            continue
        if page.path not in anchors:
            anchors[page.path] = _anchors(page)
        if target.anchor not in anchors[page.path]:
            yield Finding(
                f"{page.source.path} has no heading {quote('#' + target.anchor)}.",
                target.link.location,
                did_you_mean(target.anchor, anchors[page.path]),
                "write the words of a heading of that page in small letters, with hyphens.",
            )


def _anchors(page: Document) -> frozenset[str]:
    return frozenset(heading.anchor for heading in page.outline.headings)
