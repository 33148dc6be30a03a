"""A former path of an entry cannot be used.

`aliases` are the paths that an entry had before. Each of them gets a page that leads to the entry.
So an alias must be a path within this site that is not in use.

## What to do

Write the former path as it was after the address of the site, without `.html` and without a slash
at the beginning: folder, folder, name.

## Example

Wrong:

```yaml
aliases: [/prevention/resources/old-name.html]
```

Right:

```yaml
aliases: [prevention/resources/old-name]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from toolkit.content.addresses import made_pages
from toolkit.content.schema import Form
from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

ID: Final = "invalid-alias"
SEVERITY: Final = Severity.ERROR

_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PATH = re.compile(rf"{_NAME}(?:/{_NAME})*")


def check(context: Context) -> Iterator[Finding]:
    """Look at the form of each alias, and at what uses its path."""
    taken = {path: f"{context.content.prefix}/{path}.md" for path in context.content.by_path}
    made = made_pages(context.content)
    entries = {entry.path for entry in context.content.entries}
    for leaf in context.content.leaves(Form.PATH):
        text = leaf.text
        if not _PATH.fullmatch(text):
            bare = text.strip("/").removesuffix(".html").removesuffix(".md")
            reason = "is not a path of this site."
            label = f"write {bare}" if _PATH.fullmatch(bare) else "write folder/folder/name"
        elif text in taken:
            reason, label = "is in use.", f"it belongs to {taken[text]}"
        elif text in made:
            reason, label = "is in use.", "it belongs to a generated page"
        elif text.rpartition("/")[0] in entries:
            reason, label = "is in use.", "paths below an entry belong to that entry"
        else:
            taken[text] = leaf.scalar.location.source.path
            continue
        yield Finding(
            f"The former path {quote(text)} {reason}",
            leaf.scalar.location,
            label,
            "write a former path of the entry, without .html, or remove it.",
            leaf.name,
        )
