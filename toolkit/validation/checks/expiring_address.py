"""An address works only for a time.

Some sites make a new link for each reader who downloads a file. It ends with a signature, and after
some hours or days it leads to an error.

## What to do

Use the address of the page where the file was offered.

## Example

Wrong:

```yaml
url: https://files.unodc.org/guide.pdf?Expires=1767225600&Signature=GhT4n
```

Right:

```yaml
url: https://www.unodc.org/guide
```
"""

from urllib.parse import parse_qsl, urlsplit

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context

SEVERITY = Severity.WARNING

# The parameters that sign an address together. The last two are of Facebook's files and Discord's.
SIGNED = (
    *(("x-amz-signature",), ("x-goog-signature",), ("x-oss-signature",), ("key-pair-id",)),
    *(("expires", "signature"), ("expires", "token"), ("se", "sig"), ("oe", "oh")),
    ("ex", "hm", "is"),
)


def check(context: Context) -> Findings:
    """Look at the names of parameters."""
    for text, place, field in context.addresses:
        names = {name.lower() for name, _ in parse_qsl(urlsplit(text).query)}
        if any(names.issuperset(one) for one in SIGNED):
            message = "This address works only for a time."
            label = "use the page where the file was offered"
            hint = "it was made for one reader, and its signature expires."
            yield Finding(message, place, label, hint, field)
