"""A text contains HTML instead of Markdown.

HTML in a text can run programs, load things from other sites, or break the page. So it has no
effect here: readers would see the tags themselves, `<br>` and all.

## What to do

Write Markdown: `**bold**`, `*italic*`, a blank line between paragraphs, `[words](address)` for a
link. Tables and lists have their Markdown too. To show the character `<` itself, put it in
backticks.

## Example

Wrong:

```markdown
This is <b>new</b>.<br>
```

Right:

```markdown
This is **new**.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import bodies
from toolkit.validation.words import quote

ID: Final = "raw-html"
SEVERITY: Final = Severity.ERROR

_TAG = re.compile(
    r"(?<!\\)(?:</?(?P<name>[A-Za-z][A-Za-z0-9-]{0,30})(?:[\s/][^<>]{0,2000})?>"
    r"|<!--|<!\[|<!DOCTYPE|<\?[a-z])",
    re.IGNORECASE,
)
_MARKDOWN = {
    "b": "**words**",
    "strong": "**words**",
    "i": "*words*",
    "em": "*words*",
    "a": "[words](address)",
    "img": "![what it shows](name.png)",
    "br": "a blank line",
    "p": "a blank line",
    "ul": "- at each item",
    "li": "- at each item",
    "h2": "## Heading",
    "h3": "### Heading",
    "blockquote": "> at each line",
    "code": "`words`",
}


def check(context: Context) -> Iterator[Finding]:
    """Look for tags and comments outside code."""
    for passage in bodies(context.content):
        for match in _TAG.finditer(passage.text) if "<" in passage.text else ():
            instead = _MARKDOWN.get((match["name"] or "").lower(), "")
            comment = match[0] == "<!--"
            yield Finding(
                "Readers would see this HTML comment."
                if comment
                else f"{quote(match[0])} is HTML, and readers would see the tag itself.",
                passage.at(match.start(), len(match[0])),
                f"write {instead}" if instead else "remove it",
                "write Markdown, or put the text in backticks to show it as it is.",
            )
