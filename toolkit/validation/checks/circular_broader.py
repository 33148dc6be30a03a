"""Terms of a vocabulary form a circle.

`broader` leads from a term to the one above it, up to a term at the top. In a circle no term is at
the top, so the vocabulary cannot be shown.

## What to do

Remove `broader` from the term that belongs at the top. Until then, entries are not checked against
this vocabulary.

## Example

Wrong:

```yaml
- id: labour-exploitation
  broader: child-labour
- id: child-labour
  broader: labour-exploitation
```

Right:

```yaml
- id: labour-exploitation
- id: child-labour
  broader: labour-exploitation
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Report each circle once, at its first term in alphabetical order."""
    for fault in context.content.faults("circular-broader"):
        circle = fault.names
        yield Finding(
            f"The term {quote(circle[0])} is broader than itself.",
            fault.location,
            f"the circle: {' > '.join([*circle, circle[0]])}",
            "remove broader from the term that belongs at the top.",
            "broader",
        )
