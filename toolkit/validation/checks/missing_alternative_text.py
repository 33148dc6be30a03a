"""An image has no text for people who can't see it.

Screen readers read this text aloud, and it replaces the image where the connection is too slow.
Without it, people learn only that something is missing.

## What to do

Describe what the image shows between the square brackets: not "chart", but what the chart says.

## Example

Wrong:

```markdown
![](shelter/plan.png)
```

Right:

```markdown
![Four steps from the first interview with a victim to the shelter](shelter/plan.png)
```
"""

import re

from toolkit.problems import Findings
from toolkit.validation.context import Context

_IMAGE = re.compile(r"(?<!\\)!\[(?P<words>[^\[\]]{0,2000})\](?=\(|\[)")
_NAME = re.compile(
    r"(?:image|img|picture|photo|figure|chart|logo)?[\s_-]*\d*|\S+\.(?:png|jpe?g|webp)", re.I
)


def check(context: Context) -> Findings:
    """Look at the words of all images."""
    for passage in context.bodies:
        for match in _IMAGE.finditer(passage.text) if "![" in passage.text else ():
            words = match["words"].strip()
            if _NAME.fullmatch(words):
                message = "The image has no text for people who can't see it."
                if words:
                    message = f'"{words}" does not say what the image shows.'
                label = "describe the image between [ and ]"
                hint = "write it like this: ![What the image shows](name.png)."
                yield passage.finding(match, message, label, hint)
