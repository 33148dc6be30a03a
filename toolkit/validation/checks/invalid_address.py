"""An address is not one that readers can open and trust.

Addresses lead readers, often people at risk, away from this site. They must be complete, begin with
`https://`, and lead to the publisher. The Group no longer owns its former domain, icat.network:
its current owner can put anything there.

## What to do

Copy the whole address from the browser. If it contains a space, write `%20` instead. Use the page
of the publisher or of a co-publisher.

## Example

Wrong:

```yaml
url: www.unodc.org/human trafficking
```

Right:

```yaml
url: https://www.unodc.org/human%20trafficking
```
"""

import re

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.fixes import new_value
from toolkit.validation.passages import written
from toolkit.validation.web_addresses import HOST, objection, without_width
from toolkit.validation.words import quote, unquoted


def check(context: Context) -> Findings:
    """Look at the addresses in all fields; another check looks at those in texts."""
    for leaf in context.content.leaves(Form.ADDRESS):
        if found := objection(leaf.text):
            label = found.label
            if " " in leaf.text and "\n" in written(leaf.location):
                label = "write the whole address on one line"
            bare = without_width(unquoted(leaf.text.strip()))
            yield Finding.about(
                leaf,
                f"{quote(leaf.text)} {found.reason}",
                label,
                "copy the whole address of the publisher's page from the browser.",
                new_value(leaf.scalar, bare) if bare != leaf.text and not objection(bare) else (),
            )
    for leaf in context.content.leaves(Form.TEXT):
        if leaf.field.name == "hosts" and not HOST.fullmatch(leaf.text):
            meant = re.sub(r"^(?:https?://)?(?:www\.|\*\.)?|/.*$", "", leaf.text.strip().lower())
            yield Finding.about(
                leaf,
                f"{quote(leaf.text)} is not the name of a site, so no address is within it.",
                f"write {meant}" if HOST.fullmatch(meant) else "write it like refworld.org",
                "write it without https://, www. and what follows the name.",
            )
