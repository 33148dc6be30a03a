"""An address contains parameters that track readers.

Newsletters and social networks add them to the addresses of their links: `utm_source`, `fbclid`.
They tell the site where a reader came from, and make an address look different from what it is. The
page opens just as well without them.

## What to do

Remove the parameters. `toolkit check --fix` does that.

## Example

Wrong:

```yaml
url: https://www.iom.int/guide?utm_source=newsletter
```

Right:

```yaml
url: https://www.iom.int/guide
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.content.schema import Form
from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context
from toolkit.validation.fixes import new_value
from toolkit.validation.hosts import valid, without_tracking

ID: Final = "tracking-parameter"
SEVERITY: Final = Severity.WARNING


def check(context: Context) -> Iterator[Finding]:
    """Look at the parameters of all addresses."""
    for leaf in valid(context.content.leaves(Form.ADDRESS)):
        clean = without_tracking(leaf.text)
        if clean != leaf.text and leaf.name != "id":
            yield Finding(
                "This address has parameters that track its readers.",
                leaf.scalar.location,
                f"write {clean}",
                "remove the parameters; toolkit check --fix does that.",
                leaf.name,
                new_value(leaf.scalar, clean),
            )
