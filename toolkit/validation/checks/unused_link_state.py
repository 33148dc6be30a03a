"""The register of links contains an address that nothing uses.

`docs/registers/links.yml` records what was last seen at each address of the content. When an
address is changed or removed, its lines are left over.

## What to do

Remove the lines of that address; `toolkit check --fix` does that for all of them.

## Example

Wrong, where no entry and no register names this address:

```yaml
"https://www.example.org/old":
  state: ok
  checked: 2026-11-26
  since: 2026-11-26
```

Right, where entries name this one:

```yaml
"https://www.unodc.org/guide":
  state: ok
  checked: 2026-11-26
  since: 2026-11-26
```
"""

from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.source import Location
from toolkit.validation.context import Context
from toolkit.validation.hosts import addresses_of_fields
from toolkit.validation.words import quote

SEVERITY = Severity.NOTICE


def check(context: Context) -> Findings:
    """Compare the addresses of the register with those of the content."""
    content = context.content
    if not content.links.items or context.intended:
        return
    faults = (fault for file in (*content.texts, *content.lists) for fault in file.faults)
    if any(fault.check != "missing-field" for fault in faults):
        return  # what can't be read may use any of them; a field that was left out uses none
    named = {leaf.text for leaf in addresses_of_fields(content)}
    named.update(link.target for document in content.texts for link in document.outline.links)
    for address, state in content.links.items.items():
        if address not in named and state.location is not None:
            yield Finding(
                f"Nothing uses {quote(address)} any more.",
                state.location,
                "remove its lines",
                f"remove the address from {content.links.path}.",
                fixes=(Fix(_lines_of(state.location), ""),),
            )


def _lines_of(key: Location) -> Location:
    """The line of a key and those of its value: indented, or after the colon of a long key."""
    end = key.line
    while key.source.line(end + 1).startswith((" ", "\t", ":")):
        end += 1
    return Location(key.source, key.line, 1, end + 1, 1)
