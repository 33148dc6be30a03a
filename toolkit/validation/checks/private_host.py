"""An address leads to a site that is not public.

Sites such as `preview.iom.int` or `intranet.local` are for the people who make them. Readers get no
answer there, or a draft. `example.org` is a name for examples.

## What to do

Find the public address: most often it is the same path without `preview` or `staging` in the name
of the site. Open it before you write it.

## Example

Wrong:

```yaml
url: https://preview.iom.int/guide
```

Right:

```yaml
url: https://www.iom.int/guide
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.hosts import PRIVATE, host_of
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Look at the names of hosts."""
    for text, place, field in context.addresses:
        host = host_of(text)
        if PRIVATE.fullmatch(host):
            message = f"{quote(host)} is not a public site."
            label = "find the public address"
            hint = "open the published page, and copy its address."
            yield Finding(message, place, label, hint, field)
