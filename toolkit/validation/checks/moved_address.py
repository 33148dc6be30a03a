"""An address has moved.

The site says that the page has moved for good, and where to. The old address still leads there, but
not forever.

## What to do

Open the new address. If it is the same work, use it instead of the old one; `toolkit check --fix`
does that for all of them. If it is something else, look for the work at its publisher.

`toolkit links check` asks the sites and records what they answer.

## Example

Wrong, where `docs/registers/links.yml` says that it has moved:

```yaml
url: https://www.unodc.org/unodc/en/old-page.html
```

Right:

```yaml
url: https://www.unodc.org/unodc/en/new-page.html
```
"""

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.fixes import new_value
from toolkit.validation.web_addresses import objection
from toolkit.validation.words import quote

SEVERITY = Severity.NOTICE


def check(context: Context) -> Findings:
    """Report addresses of entries and registers that the register of links says have moved."""
    content = context.content
    moved = {
        address: state.to
        for address, state in content.links.items.items()
        if state.state == "moved" and not objection(state.to)
    }
    for leaf in content.leaves(Form.ADDRESS) if moved else ():
        if leaf.text in moved and leaf.location.source.path != content.links.path:
            new = moved[leaf.text]
            yield Finding.about(
                leaf,
                f"{quote(leaf.text)} has moved.",
                f"now {new}",
                "open the new address, and use it if it is the same work.",
                new_value(leaf.scalar, new),
            )
