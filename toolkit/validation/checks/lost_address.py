"""The address that an entry had leads nowhere.

Addresses are permanent. Readers have kept them, other sites link to them, and other organizations
have recognized the entry under its id, the name of its file. Nobody tells them that a file was
renamed or removed. `toolkit check --changed` compares the files with the state before a change.

## What to do

If the entry was renamed or moved, add its former path to `aliases`: a page at the old address then
leads to the new one, and statements of recognition follow. If it was removed, restore the file, and
withdraw the entry with the reason if it is no longer valid.

## Example

Wrong, where the file was called `labour-inspection.md` before:

```yaml
title: Guide for labour inspectors
```

Right:

```yaml
title: Guide for labour inspectors
aliases: [prevention/resources/labour-inspection]
```
"""

from __future__ import annotations

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings, Severity
from toolkit.source import SourceFile
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Look for the former paths of entries among the aliases."""
    content = context.content
    aliases = {leaf.text for leaf in content.leaves(Form.PATH)}
    for former, now in context.moved.items():
        entry = content.by_path.get(now)
        if former in aliases or former in context.to_come:
            continue
        if entry is None:
            yield Finding(
                f"The entry {quote(former)} was removed, and its address leads nowhere.",
                SourceFile(f"{content.prefix}/{former}.md").at(1),
                hint="restore the file; if the entry is no longer valid, add status: withdrawn and "
                "the reason.",
            )
        else:
            has_some = entry.get("aliases") is not None
            yield Finding(
                f"This entry was at {quote(former)}, and that address now leads nowhere.",
                entry.place("aliases" if has_some else "title"),
                f"add {former}" if has_some else f"add aliases: [{former}]",
                "the former path among the aliases leads readers and statements of recognition on.",
                "aliases",
            )
