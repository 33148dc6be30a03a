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

from toolkit.content.schema import ID, PILLARS, Form
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.ERROR

# Where entries lie, nothing else is: so a path of this form is free if no file and no alias has it.
_PATH = re.compile(rf"(?:{'|'.join(PILLARS)})/(?:practices|resources)/{ID.pattern}")


def check(context: Context) -> Findings:
    """Look at the form of each alias, and at what uses its path or its last part, the id."""
    content = context.content
    taken = {path: f"{content.prefix}/{path}.md" for path in content.by_path}
    for leaf in content.leaves(Form.PATH):
        text, source = leaf.text, leaf.location.source
        other = content.by_id.get(text.rpartition("/")[2])
        if not _PATH.fullmatch(text):
            bare = text.strip("/").removeprefix(f"{content.prefix}/")
            bare = bare.removesuffix(".html").removesuffix(".md")
            # A name alone was most likely one in the same folder.
            folder = source.path.removeprefix(f"{content.prefix}/").rpartition("/")[0]
            meant = bare if "/" in bare else f"{folder}/{bare}"
            reason = "is not a path of an entry."
            label = f"write {meant}" if _PATH.fullmatch(meant) else "write pillar/resources/name"
        elif taken.get(text) == source.path and content.by_path.get(text) is None:
            continue  # twice in one list, which repeated-value reports
        elif text in taken:
            reason, label = "is in use.", f"it belongs to {taken[text]}"
        elif other is not None and other.source.path != source.path:
            reason = "has the id of another entry."
            label = f"statements of recognition would then be about {other.source.path}"
        else:
            taken[text] = source.path
            continue
        yield Finding.about(
            leaf,
            f"The former path {quote(text)} {reason}",
            label,
            "write a former path of the entry, without .html, or remove it.",
        )
