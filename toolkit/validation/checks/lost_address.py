"""The address that an entry or a task had leads nowhere.

Addresses are permanent. Readers have kept them, other sites link to them, and other organizations
have recognized the entry under its id, the name of its file. Nobody tells them that a file was
renamed or removed. `toolkit check --changed` compares the files with the state before a change.

## What to do

If it was renamed or moved, add its former path to `aliases`: a page at the old address then leads
to the new one, and statements of recognition follow. If it was removed, restore the file, and
withdraw the entry with the reason if it is no longer valid. A task that takes the place of a
removed one can have that one's path among its `aliases`.

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

from toolkit.content.markdown_files import TASKS
from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings, Severity
from toolkit.source import SourceFile
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Look for the former paths of entries and tasks among the aliases."""
    content = context.content
    aliases = {leaf.text for leaf in content.leaves(Form.PATH)}
    for former, now in context.moved.items():
        document = content.by_path.get(now)
        if former in aliases or former in context.intended:
            continue
        is_task = former.startswith(f"{TASKS}/")
        what = "task" if is_task else "entry"
        if document is None:
            yield Finding(
                f"The {what} {quote(former)} was removed, and its address leads nowhere.",
                SourceFile(f"{content.prefix}/{former}.md").at(1),
                hint="restore the file, or name its path in the aliases of another task."
                if is_task
                else "restore the file; if the entry is no longer valid, add status: withdrawn and "
                "the reason.",
            )
        else:
            has_some = document.get("aliases") is not None
            followers = "readers" if is_task else "readers and statements of recognition"
            yield Finding(
                f"This {what} was at {quote(former)}, and that address now leads nowhere.",
                document.place("aliases" if has_some else "title"),
                f"add {former}" if has_some else f"add aliases: [{former}]",
                f"the former path among the aliases leads {followers} on.",
                "aliases",
            )
