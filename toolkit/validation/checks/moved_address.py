"""An address has moved.

The site says that the page has moved for good, and where to. The old address still leads there, but
not forever.

## What to do

Open the new address. If it is the same work, use it instead of the old one; `toolkit check --fix`
does that for all of them. If it is something else, look for the work on its publisher's site.

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

from collections.abc import Iterator

from toolkit.content.reader import Content
from toolkit.content.values import Scalar
from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.source import Location
from toolkit.validation.context import Context
from toolkit.validation.fixes import new_value, within
from toolkit.validation.hosts import addresses_of_fields
from toolkit.validation.links import targets
from toolkit.validation.web_addresses import objection
from toolkit.validation.words import quote

SEVERITY = Severity.NOTICE

_Found = tuple[str, Location, str, tuple[Fix, ...]]


def check(context: Context) -> Findings:
    """Report the addresses of fields and texts that the register of links calls moved."""
    content = context.content
    moved = {
        address: state.to
        for address, state in content.links.items.items()
        if state.state == "moved" and not objection(state.to)
    }
    for address, place, field, fixes in _places(content, moved) if moved else ():
        message = f"{quote(address)} has moved."
        label = f"now {moved[address]}"
        hint = "open the new address, and use it if it is the same work."
        yield Finding(message, place, label, hint, field, fixes)


def _places(content: Content, moved: dict[str, str]) -> Iterator[_Found]:
    """The places that name a moved address, each with its field, and how to put the new one."""
    for leaf in addresses_of_fields(content):
        if leaf.text in moved:
            fixes = new_value(leaf.scalar, _as_value(moved[leaf.text], leaf.scalar))
            yield leaf.text, leaf.location, leaf.name, fixes
    for target in targets(content):
        old, place = target.link.target, target.link.location
        if old in moved:
            new = moved[old].replace("(", "%28").replace(")", "%29")
            yield old, place, "", within(place, old, new)


def _as_value(address: str, scalar: Scalar) -> str:
    """An address in quotation marks where YAML would take it for more than one value."""
    is_clear = set(",[]{}").isdisjoint(address) and not address.endswith(":")
    return address if is_clear or not scalar.plain else f'"{address}"'
