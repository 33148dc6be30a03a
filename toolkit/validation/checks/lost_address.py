"""The former address of an entry, a task, a page or a term leads nowhere.

Addresses are permanent. Readers have kept them, other sites link to them, and other organizations
have recognized the entry under its id, the name of its file. `toolkit check --changed` compares the
files with the state before a change.

## What to do

If it was renamed or moved, add its former path to `aliases`: a page at the old address then leads
to the new one, and statements of recognition follow. If it was removed, restore the file, and
withdraw the entry with the reason if it is no longer valid. An entry or task that takes the place
of a removed one can have that one's path and aliases among its `aliases`. Other pages have no
aliases: leave their files where they are. A theme or an organization keeps its id, whatever its
name.

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

from toolkit.content.addresses import WITH_OR_WITHOUT_TEXT, list_of
from toolkit.content.markdown_files import place_of
from toolkit.content.schema import Form, Kind
from toolkit.content.tables import facet_fields
from toolkit.problems import Finding, Findings, Severity
from toolkit.source import SourceFile
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_WORDS = {
    Kind.TASK: (
        "task",
        "restore the file, or add its path to the aliases of another task.",
        "with its former path in aliases, readers still find it.",
    ),
    Kind.PAGE: ("page", "restore the file.", "only entries and tasks can have aliases."),
}
_OF_ENTRIES = (
    "entry",
    "restore the file; if the entry is no longer valid, add status: withdrawn and the reason; if "
    "another entry on the same work stays, add this path to its aliases instead.",
    "with its former path in aliases, readers and statements of recognition still find it.",
)


def check(context: Context) -> Findings:
    """Look for the former paths of what was moved or removed among the aliases."""
    content = context.content
    lists = {field.facet: list_of(content, field) for field in facet_fields()}
    aliases = {leaf.text for leaf in content.leaves(Form.PATH)}
    for former, now in context.moved.items():
        document = content.by_path.get(now)
        if former in aliases or former in context.intended:
            continue
        if document is not None and not document.is_read:
            continue  # nobody knows its aliases yet
        facet, _, id_ = former.partition("/")
        path, label, field = f"{content.prefix}/{former}.md", "", ""
        kind, _ = place_of(f"{former}.md")
        what, restore, reason = _WORDS.get(kind, _OF_ENTRIES)
        if (file := lists.get(facet)) is not None:
            message = f"{quote(id_)} is no longer in this list, so the address of its page is lost."
            place = SourceFile(file.path).at(1)
            hint = "put it back: an id never changes, but the name of what it stands for may."
        elif former in WITH_OR_WITHOUT_TEXT:
            message = f"The text of the page {quote(former)} was removed: only its lists are left."
            place, hint = SourceFile(path).at(1), restore
        elif document is None:
            message = f"The {what} {quote(former)} was removed, and its address leads nowhere."
            place, hint = SourceFile(path).at(1), restore
        else:
            message = f"This {what} was at {quote(former)}, and that address now leads nowhere."
            has_some = document.get("aliases") is not None
            place, hint = document.place("aliases" if has_some else "title"), reason
            label = f"rename it back to {path}"
            if kind is not Kind.PAGE:
                label = f"add {former}" if has_some else f"add aliases: [{former}]"
                field = "aliases"
        yield Finding(message, place, label, hint, field)
