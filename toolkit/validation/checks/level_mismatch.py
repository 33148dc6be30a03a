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

from toolkit.content.coverage_tables import WORLD
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.field_names import renamed_fields


def check(context: Context) -> Findings:
    """Compare the level of each entry with its regions and countries."""
    vocabulary = context.content.vocabularies["regions"]
    renamed = set(renamed_fields(context.content))
    for entry in context.content.entries:
        if not all(one in vocabulary.terms for one in entry.texts("regions")):
            continue  # the unknown region is the fault, and what the entry means is unclear
        if (entry.source.path, "countries") in renamed:
            continue
        level, regions = entry.text("level"), entry.texts("regions")
        if level == "national" and "countries" not in entry.names:
            message = "A national entry names no country."
            label = "add countries, or choose another level"
            hint = "add countries by their two-letter codes, for example: countries: [AR]."
        elif level == "national" and WORLD in regions:
            own = {vocabulary.of_country.get(code, "") for code in entry.texts("countries")}
            rest = [region for region in regions if region != WORLD]
            meant = ", ".join(sorted(own) if all(own) else rest) or "..."
            message = "A national entry has the region world."
            label = f"write regions: [{meant}], or choose another level"
            hint = "use the regions that contain the countries."
        elif level == "regional" and set(regions) == {WORLD}:
            message = "A regional entry names no region except the world."
            label = "write global, or name the region"
            hint = "use a region of the vocabulary regions."
        elif level == "global" and regions and WORLD not in regions:
            message = "A global entry needs the region world."
            label = "write regions: [world], or choose another level"
            hint = "use regional for a region, national for one country."
        else:
            continue
        yield Finding.about(next(entry.of_field("level")), message, label, hint)
