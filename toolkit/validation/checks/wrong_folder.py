"""An entry is not in the folder of its first pillar, or not in that of its kind.

The first pillar of an entry is its home: it decides the folder, and so the address of the page.
Practices and resources have separate folders because they have different fields: a practice has the
year it began and the evidence for it, a resource has a type and a year of publication.

## What to do

Move a practice to the folder `practices/` of its first pillar, and a resource to `resources/`.

Put the pillar of the folder first in `pillars`, or move the file to the folder of its first pillar.
Move it only while the entry is new: addresses are permanent.

## Example

Wrong, in the folder `docs/protection/resources/`:

```yaml
pillars: [prevention, protection]
```

Right:

```yaml
pillars: [protection, prevention]
```
"""

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import PILLARS, Kind
from toolkit.content.tables import fields_of
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.places import kind_by_facts
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare the folder of each entry with its first pillar."""
    for entry in (*context.content.entries, *context.content.tasks):
        kind = kind_by_facts(entry)
        if kind is not entry.kind:
            yield _of_other_kind(context.content, entry, kind)
            continue
        if not entry.is_entry:
            continue
        first = next(entry.of_field("pillars"), None)
        if first is None or first.text not in PILLARS or first.text == entry.pillar:
            continue
        others = [text for text in entry.texts("pillars") if text != entry.pillar]
        folder = entry.path.replace(entry.pillar, first.text, 1).rpartition("/")[0]
        message = f"The first pillar is {quote(first.text)}, but the file is in {entry.pillar}/."
        label = f"write [{', '.join([entry.pillar, *others])}]"
        hint = f"put {entry.pillar} first, or move the file to {context.content.prefix}/{folder}/."
        yield Finding.about(first, message, label, hint)


def _of_other_kind(content: Content, entry: Document, kind: Kind) -> Finding:
    """One finding, at the first field that only the other kind has."""
    own = fields_of(entry.kind)
    known = fields_of(kind)
    key = next(key for key, _ in entry.pairs if key.text in known and key.text not in own)
    pillar = next(iter(entry.texts("pillars")), entry.pillar)
    home = pillar if pillar in PILLARS else entry.pillar or PILLARS[0]
    folder = "tasks" if kind is Kind.TASK else f"{home}/{kind.value}s"
    return Finding(
        f"This has the fields of a {kind.value}, but the file is among the {entry.kind.value}s.",
        key.location,
        f"only a {kind.value} has this field",
        f"move the file to {content.prefix}/{folder}/.",
        key.text,
    )
