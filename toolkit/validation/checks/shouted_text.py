"""A sentence or a title is written in capitals.

Capitals are slow to read, they hide which words are names, and some screen readers spell them
letter by letter. They often come from the cover of a publication.

## What to do

Write an ordinary sentence: capitals only at the beginning and for names. For emphasis, put two
asterisks on each side of a few words: `**like this**`.

## Example

Wrong:

```yaml
title: GUIDE FOR LABOUR INSPECTORS
```

Right:

```yaml
title: Guide for labour inspectors
```
"""

import re

from toolkit.problems import Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_FIELDS = ("title", "summary")
# Four words or more in capitals, one of them too long for an abbreviation. The latter begins with
# a set of characters, which makes finding it fast.
SHOUTED = re.compile(
    r"(?<![\w-])[A-ZÀ-ÖØ-Þ]{2,}"
    r"(?:(?:[ ,:&'’-]+(?:\n *)?|\n *)(?:[A-ZÀ-ÖØ-Þ]{2,}|[AI&]|[0-9]{1,4})(?![\w-])){3,60}"
)
LONG = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ]{6,}")


def check(context: Context) -> Findings:
    """Look for runs of words in capitals."""
    content = context.content
    own = (
        one for document in content.texts for one in context.fields(document) if one.name in _FIELDS
    )
    for passage in (*own, *context.bodies):
        for match in SHOUTED.finditer(passage.text) if LONG.search(passage.text) else ():
            if LONG.search(match[0]):
                message = f"{quote(match[0])} is written in capitals."
                label = "use small letters"
                hint = "use capitals only at the beginning of sentences and names."
                yield passage.finding(match, message, label, hint)
