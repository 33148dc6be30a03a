"""The id of a term, organization or instrument is not made of small letters, digits and hyphens.

Ids become addresses of pages. Spaces, capitals, accents or slashes in an address break links in
emails and on memory sticks. The key of an article is the id of its instrument, a colon, and the
number: `tip-protocol:6`.

## What to do

Write small letters without accents, digits, and single hyphens between words. Once an id is in use,
it never changes.

## Example

Wrong:

```yaml
- id: Labour Exploitation
```

Right:

```yaml
- id: labour-exploitation
```
"""

from __future__ import annotations

import re

from toolkit.content.matching import Leaf
from toolkit.content.provisions import parse_provision
from toolkit.content.schema import ID, Form
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.ERROR

_ARTICLE = re.compile(r"articles\[\d+\]\.key")


def check(context: Context) -> Findings:
    """Look at the ids of all lists, and at the keys of articles."""
    for file in context.content.lists:
        for leaf in file.leaves:
            is_id = leaf.name == "id" and leaf.field.form is Form.TEXT
            if is_id and not ID.fullmatch(leaf.text):
                yield _finding(leaf, 'write it like "labour-exploitation"')
    instrument = ""
    for leaf in context.content.instruments.leaves:
        if leaf.name == "id":
            instrument = leaf.text
        elif _ARTICLE.fullmatch(leaf.name):
            provision = parse_provision(leaf.text)
            if provision is None or not leaf.text.startswith(f"{instrument}:"):
                yield _finding(leaf, f"write it like {instrument}:6")


def _finding(leaf: Leaf, label: str) -> Finding:
    return Finding.about(
        leaf,
        f"{quote(leaf.text)} can't be an id.",
        label,
        "use small letters without accents, digits, and single hyphens.",
    )
