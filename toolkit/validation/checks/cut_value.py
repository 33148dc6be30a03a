"""A value is cut off at the character `#`.

In the front matter, `#` after a space begins a comment, which is ignored. So `Guide #5 of the
series` becomes `Guide`.

## What to do

Put the whole value in straight quotation marks. If it is a comment, put a space after the `#`.

## Example

Wrong:

```yaml
title: Guide #5 for labour inspectors
```

Right:

```yaml
title: "Guide #5 for labour inspectors"
```
"""

import re

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote, yaml_text

SEVERITY = Severity.WARNING

_COMMENT = re.compile(r"#(?:[^\s#]|[ \t]*\d)")
_CUT = re.compile(rf"[ \t]+(?P<rest>{_COMMENT.pattern}[^\n]*)")


def check(context: Context) -> Findings:
    """Look for comments after a value that don't look like comments."""
    content = context.content
    for file in (*content.texts, *content.own_lists):
        leaves = file.leaves
        if not leaves or not _COMMENT.search(leaves[0].scalar.source.text):
            continue
        for leaf in leaves:
            place = leaf.location
            line = place.source.line(place.end_line) if leaf.scalar.plain else ""
            if match := _CUT.match(line, place.end_column - 1):
                rest = match["rest"].rstrip()
                yield Finding(
                    f"{quote(rest)} is read as a comment, so the value ends before it.",
                    place.source.at(place.end_line, match.start("rest") + 1, len(rest)),
                    f"put the whole value in quotes: {yaml_text(f'{leaf.text} {rest}')}",
                    "if it is a comment, put a space after the #.",
                    leaf.name,
                )
