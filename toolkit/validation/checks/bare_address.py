"""An address stands in the place of the words of a link.

An address is read out letter by letter to those who listen, breaks the line on a telephone, and
does not tell what is behind it.

## What to do

Write the name of the page or work in square brackets, and its address in round ones.

## Example

Wrong:

```markdown
See <https://www.unodc.org/guide>.
```

Right:

```markdown
See the [guide for labour inspectors](https://www.unodc.org/guide).
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from toolkit.content.reader import Content
from toolkit.problems import Finding, Severity
from toolkit.validation.link_words import link_words
from toolkit.validation.web_addresses import objection
from toolkit.validation.words import quote

ID: Final = "bare-address"
SEVERITY: Final = Severity.WARNING

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def check(content: Content, day: date) -> Iterator[Finding]:
    """Look for links whose words are an address; links that are refused anyway are left out."""
    for link in link_words(content):
        words = link.words.strip(" `*_")
        target = link.target or words
        if _ADDRESS.fullmatch(words) and target.startswith("https:") and not objection(target):
            yield Finding(
                f"The address {quote(words)} stands in the place of words.",
                link.location,
                "write [name of the page](address)",
                "words of a link must make sense alone.",
            )
