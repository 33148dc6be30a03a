"""An address leads to the results of a search.

What a search finds changes from day to day and from reader to reader. Readers who follow the link
have to guess which result was meant, and the search engine learns what they look for.

## What to do

Open the result that is meant, and use its address.

## Example

Wrong:

```yaml
url: https://www.google.com/search?q=guide+for+inspectors
```

Right:

```yaml
url: https://www.unodc.org/guide
```
"""

import re
from urllib.parse import parse_qsl, urlsplit

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

PATH = re.compile(
    r"/(?:\w+/)*(?:search(?:[-_]?results?)?|scholar|s|recherche|buscar|busqueda)(?:\.\w+)?/?|/?"
)
ASKED = frozenset({"q", "query", "search", "keyword", "keywords", "searchterm", "text", "wd", "s"})

# What was looked for is an address or a place on a map: other checks tell. Older sites made with
# Drupal name their pages in this way: ?q=node/12.
ANSWER = re.compile(r"https?:|[-+]?\d+[.,]\d|[\w-]+/[\w/-]+\Z")


def check(context: Context) -> Findings:
    """Look for addresses that say what was searched for."""
    for text, place, field in context.addresses:
        parts = urlsplit(text)
        asked = [value for name, value in parse_qsl(parts.query) if name.lower() in ASKED]
        path = parts.path.lower()
        if asked and PATH.fullmatch(path) and not ANSWER.match(asked[0]):
            message = f"This address leads to the results of a search for {quote(asked[0])}."
            label = "write the address of the work itself"
            hint = "open the result that is meant, and copy its address."
            yield Finding(message, place, label, hint, field)
