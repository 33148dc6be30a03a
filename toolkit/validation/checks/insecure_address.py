"""An address begins with `http://`, not with `https://`.

Without the "s", others on the network can see which page a reader opens, and can change it. That
can put readers at risk. Some old sites have no other address.

## What to do

Try the address with `https://`, and use that if it works. If the site has no other address, leave
it: this notice does not stop anything.

## Example

Wrong:

```yaml
url: http://www.unodc.org/
```

Right:

```yaml
url: https://www.unodc.org/
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.hosts import addresses_of_fields
from toolkit.validation.web_addresses import objection
from toolkit.validation.words import quote

SEVERITY = Severity.NOTICE


def check(context: Context) -> Findings:
    """Report the addresses that are valid but for the missing "s"."""
    for leaf in addresses_of_fields(context.content):
        if leaf.text.lower().startswith("http://") and objection(leaf.text) is None:
            yield Finding(
                f"{quote(leaf.text)} is not a secure address.",
                leaf.location.part(0, 7) if leaf.scalar.plain else leaf.location,
                'try "https://"',
                "use https:// if the site supports it; if not, leave the address as it is.",
                leaf.name,
            )
