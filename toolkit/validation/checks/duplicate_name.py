"""Two organizations, or two terms of one vocabulary, have the same name.

Readers and contributors choose by name. Two things with the same name can't be told apart, and
entries that belong together end up in two lists. Mostly the same organization or term was added
twice, under two ids.

## What to do

Keep the one that is used by entries and remove the other. If they really are two, give each a name
that tells them apart.

## Example

Wrong:

```yaml
- id: ilo
  name: International Labour Organization
- id: international-labour-organization
  name: International Labour Organization
```

Right:

```yaml
- id: ilo
  name: International Labour Organization
```
"""

from collections.abc import Iterable

from toolkit.content.matching import Leaf, by_item
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare the names of organizations, and the labels of each vocabulary by language."""
    content = context.content
    yield from _repeated(content.organisations.leaves, "name")
    for vocabulary in content.vocabularies.values():
        yield from _repeated(vocabulary.leaves, "labels.")


def _repeated(leaves: Iterable[Leaf], field: str) -> Findings:
    """Names that another item above has, in the same field."""
    first: dict[tuple[str, str], tuple[str, Leaf]] = {}
    for id_, leaf in by_item(leaves):
        if leaf.name == field or (field.endswith(".") and leaf.name.startswith(field)):
            name = " ".join(leaf.text.split())
            other, before = first.setdefault((leaf.name, name.casefold()), (id_, leaf))
            if before is not leaf and other != id_:
                yield Finding.about(
                    leaf,
                    f"{quote(other)} already has the name {quote(name)}.",
                    f"see {before.location}",
                    "remove one of the two, or give each a name that tells them apart.",
                )
