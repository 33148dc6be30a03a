"""Two organizations, two instruments, or two terms of one vocabulary have the same name.

Nor may an organization have a name or an abbreviation of a member of the Group, in any language: by
these, pages say who recognizes a text. Letters that look alike count as the same.

Readers and contributors choose by name. Two things with the same name can't be told apart, and
entries that belong together end up in two lists. In most cases, the same thing was added twice,
under two ids, or an item was copied and its names in other languages were not changed.

## What to do

Keep the one that entries use and remove the other. If they really are two, give each a name that
tells them apart, and leave out an abbreviation that a member has.

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

import re
from collections.abc import Callable, Container, Iterable

from toolkit.content.matching import Leaf, by_item
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.web_addresses import without_width
from toolkit.validation.words import look_alike, quote

_BRACKET = re.compile(r"(?<=\S)\s*\([^()]*\)$")
NAMES = ("name", "names", "abbreviation", "abbreviations")


def check(context: Context) -> Findings:
    """Compare the names of organizations, of instruments, and of terms in each language."""
    content = context.content
    leaves, items = content.organisations.leaves, content.organisations.items
    members = {id_ for id_, item in items.items() if item.membership is not None}
    yield from _repeated(leaves, ("name", "names"), _bare)
    yield from _repeated(leaves, NAMES, without_bracket, members)
    yield from _repeated(content.instruments.leaves, ("short_title",), _bare)
    for vocabulary in content.vocabularies.values():
        yield from _repeated(vocabulary.leaves, ("labels",))


def _bare(name: str) -> str:
    """A name in one spelling and one alphabet, without its article and what nobody sees."""
    text = look_alike(without_width(name)).casefold().removeprefix("the ").rstrip(".")
    return text.replace("organis", "organiz")


def without_bracket(name: str) -> str:
    """The same without a bracket at the end, in which pages write abbreviations."""
    return _bare(_BRACKET.sub("", name))


def _repeated(
    leaves: Iterable[Leaf],
    names: Container[str],
    fold: Callable[[str], str] = str.casefold,
    among: Container[str] | None = None,
) -> Findings:
    """Names that an earlier item has in the same field, in the same language if it has several.

    If `among` is given, the earlier one may have it in another field, and one of the two items is
    among these.
    """
    first: dict[tuple[str, str], tuple[str, Leaf]] = {}
    told: set[tuple[str, str]] = set()
    for id_, leaf in by_item(leaves):
        if leaf.name.partition(".")[0] in names:
            name = " ".join(leaf.text.split())
            field = leaf.name if among is None else ""
            other, before = first.setdefault((field, fold(name)), (id_, leaf))
            pair = other, id_
            if other == id_ or pair in told:
                continue  # a copied item has all its names from the same one
            if among is None or id_ in among or other in among:
                told.add(pair)
                message = f"{quote(other)} already has the name {quote(name)}."
                label = f"see {before.location}"
                hint = "remove one of the two, or give each a name that tells them apart."
                yield Finding.about(leaf, message, label, hint)
