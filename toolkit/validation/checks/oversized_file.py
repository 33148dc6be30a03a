"""A file is too large.

An entry is a page of text. A file of more than 5 MB, or a table of more than 1 MB, is a whole
document or an image with the wrong file name. It would slow down every reader with a weak
connection, so it is not read. An image of more than 25 million pixels can be a small file, and
still fill the memory of a phone.

## What to do

Leave the large work on its publisher's site and link to it. Shorten the file to the text that
readers of the toolkit need.

## Example

Wrong:

```text
docs/prevention/resources/annual-report.md    52 MB
```

Right:

```yaml
url: https://www.unodc.org/annual-report.pdf
```
"""

from toolkit.content.files import largest
from toolkit.content.images.dimensions import MOST_PIXELS
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Report files that weren't opened because of their size."""
    for fault in context.content.faults("oversized-file"):
        if fault.reason:
            message = f"The image has {fault.detail} pixels; the limit is {MOST_PIXELS:,} in all."
            hint = "make it smaller: 2,000 pixels are wide enough for any page."
        else:
            limit = largest(fault.location.source.path) // 1024 // 1024
            message = f"The file has {fault.detail} MB; the limit is {limit} MB."
            hint = "shorten it, and link to large works on their publisher's site."
        yield Finding(message, fault.location, hint=hint)
