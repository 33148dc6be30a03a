"""Two organizations, two instruments, or two terms of one vocabulary have the same name.

Nor may an organization have the abbreviation of a member of the Group, by which pages say who
recognizes a text. Letters that look alike count as the same.

Readers and contributors choose by name. Two things with the same name can't be told apart, and
entries that belong together end up in two lists. Mostly the same thing was added twice, under two
ids, or an item was copied and its names in other languages were not changed.

## What to do

Keep the one that is used by entries and remove the other. If they really are two, give each a name
that tells them apart, and leave out an abbreviation that a member has.

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

from collections.abc import Callable, Container, Iterable

from toolkit.content.matching import Leaf, by_item
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import look_alike, quote


def check(context: Context) -> Findings:
    """Compare the names of organizations, of instruments, and of terms in each language."""
    content = context.content
    leaves, items = content.organisations.leaves, content.organisations.items
    members = {id_ for id_, item in items.items() if item.membership is not None}
    yield from _repeated(leaves, "name", _bare)
    yield from _repeated(leaves, "abbreviation", _bare, members)
    yield from _repeated(content.instruments.leaves, "short_title", _bare)
    for vocabulary in content.vocabularies.values():
        yield from _repeated(vocabulary.leaves, "labels.")


def _bare(name: str) -> str:
    """A name in one spelling and one alphabet, without its article."""
    text = look_alike(name).casefold().removeprefix("the ")
    return text.replace("organis", "organiz")


def _repeated(
    leaves: Iterable[Leaf],
    field: str,
    fold: Callable[[str], str] = str.casefold,
    among: Container[str] | None = None,
) -> Findings:
    """Names that an earlier item has in the same field; one of the two is `among`, if given."""
    first: dict[tuple[str, str], tuple[str, Leaf]] = {}
    told: set[tuple[str, str]] = set()
    for id_, leaf in by_item(leaves):
        if leaf.name == field or (field.endswith(".") and leaf.name.startswith(field)):
            name = " ".join(leaf.text.split())
            other, before = first.setdefault((leaf.name, fold(name)), (id_, leaf))
            pair = other, id_
            if other == id_ or pair in told:
                continue  # a copied item has all its names from the same one
            if among is None or id_ in among or other in among:
                told.add(pair)
                yield Finding.about(
                    leaf,
                    f"{quote(other)} already has the name {quote(name)}.",
                    f"see {before.location}",
                    "remove one of the two, or give each a name that tells them apart.",
                )
