"""The words of a link do not say where it leads.

Many readers move from link to link, and screen readers read out only the words of links: "click
here, here, more". On paper such words mean nothing either. The name of the work or page tells
everyone.

## What to do

Use the name of the work or page as the words of the link, and leave out "click".

## Example

Wrong:

```markdown
For the guide click [here](https://www.unodc.org/guide).
```

Right:

```markdown
See the [guide for labour inspectors](https://www.unodc.org/guide).
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.links import link_words
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_UNCLEAR = frozenset(
    (
        *("", "here", "click here", "click", "this", "this link", "link", "more", "read more"),
        *("learn more", "see more", "this page", "page", "website", "this website", "site"),
        *("download", "download here", "see here", "read here", "source", "details", "pdf"),
        *("document", "this document", "file", "go", "continue", "find out more", "more info"),
        *("more information", "further information", "available here", "follow this link"),
    )
)


def check(context: Context) -> Findings:
    """Look at the words of all links."""
    for link in link_words(context.bodies):
        words = " ".join(link.words.strip(" *_`.,:;>»→").lower().split())
        if words in _UNCLEAR:
            message = "The link has no words."
            if words:
                message = f"The words {quote(link.words)} do not say where the link leads."
            label = "write the name of the page or work"
            hint = "the words of a link must make sense on their own."
            yield Finding(message, link.location, label, hint)
