"""`described_at` leads to a site that belongs to no library or organization that we know.

If a work cannot be reached on its publisher's site, the page leads to a description of it by
somebody else. Readers should end up on the site of a library, or of an organization of the
register, and not on one that may copy, change or sell works, or watch people who read about
trafficking.

## What to do

Look for the work on its publisher's site, in a library of `docs/registers/libraries.yml`, or on the
site of an organization of the register. If the site is a library that can be trusted, add it to
that register. Otherwise leave `described_at` out.

## Example

Wrong:

```yaml
described_at: https://free-pdf-books.net/guide
```

Right:

```yaml
described_at: https://www.refworld.org/guide
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.hosts import host_of, is_within, valid
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Compare the hosts with those of the registers, if these could be read completely."""
    content = context.content
    if not (content.organisations.sound and content.libraries.sound):
        return
    for entry in content.entries:
        for leaf in valid(entry.of_field("described_at")):
            host = host_of(leaf.text)
            if not is_within(host, context.lists.known_hosts):
                message = f"{quote(host)} is neither a known library nor a known organization."
                hint = f"find a page of one of them, or add the site to {content.libraries.path}."
                yield Finding.about(leaf, message, "", hint)
