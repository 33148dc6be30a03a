"""The level of an entry does not match its regions and countries.

Readers look for what was done in their country or region. A national entry needs its country and
its region, a regional one its region, and a global one the region `world`.

## What to do

Correct the level, or add the country or region that is missing. A global entry may name the
countries where it was carried out.

## Example

Wrong:

```yaml
level: national
regions: [south-america]
```

Right:

```yaml
level: national
regions: [south-america]
countries: [AR]
```
"""

from toolkit.content.document import Document
from toolkit.content.vocabularies import Vocabulary
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.field_names import renamed_fields

_WORLD = "world"


def check(context: Context) -> Findings:
    """Compare the level of each entry with its regions and countries."""
    vocabulary = context.content.vocabularies["regions"]
    renamed = set(renamed_fields(context.content))
    for entry in context.content.entries:
        if not vocabulary.terms.keys() >= set(entry.texts("regions")):
            continue  # the unknown region is the fault, and what the entry means is unclear
        if (entry.source.path, "countries") in renamed:
            continue
        words = _words(entry, vocabulary)
        if words:
            message, label, hint = words
            leaf = next(entry.of_field("level"))
            yield Finding.about(leaf, message, label, hint)


def _words(entry: Document, vocabulary: Vocabulary) -> tuple[str, str, str] | None:
    level, regions = entry.text("level"), entry.texts("regions")
    if level == "national" and entry.front is not None and not entry.front.get("countries"):
        return (
            "A national entry names no country.",
            "add countries, or choose another level",
            "add countries by their two-letter codes, for example: countries: [AR].",
        )
    if level == "national" and _WORLD in regions:
        own = {vocabulary.of_country.get(code, "") for code in entry.texts("countries")}
        rest = [region for region in regions if region != _WORLD]
        meant = ", ".join(sorted(own) if all(own) else rest) or "..."
        return (
            "A national entry has the region world.",
            f"write regions: [{meant}], or choose another level",
            "use the regions in which the countries are.",
        )
    if level == "regional" and regions and set(regions) == {_WORLD}:
        return (
            "A regional entry names no region except the world.",
            "write global, or name the region",
            "use a region of the vocabulary regions.",
        )
    if level == "global" and regions and _WORLD not in regions:
        return (
            "A global entry needs the region world.",
            "write regions: [world], or choose another level",
            "use regional for a region, national for one country.",
        )
    return None
