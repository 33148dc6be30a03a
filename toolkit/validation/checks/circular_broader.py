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

from toolkit.validation.of_faults import of_faults

check = of_faults(
    "circular-broader",
    "The term {quoted[0]} is broader than itself.",
    "the circle: {circle}",
    "remove broader from the term that belongs at the top.",
    "broader",
)
