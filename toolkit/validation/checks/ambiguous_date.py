"""A date is written in a way that some readers take for another day.

To some readers 3/4/2021 is 3 April, to others 4 March. A deadline or the day of a law is then wrong
for half of them, and nobody can tell from the text.

## What to do

Write the month as a word.

## Example

Wrong:

```markdown
The law entered into force on 3/4/2021.
```

Right:

```markdown
The law entered into force on 3 April 2021.
```
"""

import re

from toolkit.problems import Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

# Above 12, a number can only be the day. With dots and two digits, it may be a version; so it is
# behind that word. The head of a copied message is to be removed. Nobody mistakes 4/4/2021.
_SAME = "|".join(rf"{one}[/.]0?{one}[/.]" for one in range(1, 13))
DATE = re.compile(
    rf"(?<![\w/.-])(?!0?(?:{_SAME}))(?:0?[1-9]|1[0-2])"
    r"(?:/(?:0?[1-9]|1[0-2])/(?:(?:19|20)\d\d|\d\d)"
    r"|\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d)(?![\w/-]|\.\d|[^\n]{0,60} wrote:)"
)
# What may stand before, in so many characters, if it is none.
NO_DATE = re.compile(r"\b(?:versions?|v\.|tables?|figures?|articles?|sections?|ratio)\s$", re.I)
NEAR = 12


def check(context: Context) -> Findings:
    """Look at English texts; in the other languages, the day comes before the month."""
    for passage in context.texts:
        document = passage.document
        if document is None or document.language != "en":
            continue
        for match in DATE.finditer(passage.text):
            if NO_DATE.search(passage.text, max(0, match.start() - NEAR), match.start()):
                continue
            message = f"{quote(match[0])} is one day to some readers and another day to others."
            label = "write the month as a word"
            hint = "write it like 3 April 2021."
            yield passage.finding(match, message, label, hint)
