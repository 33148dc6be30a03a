"""A country is not in any of the regions that the entry names.

Readers filter by region. Nobody who looks for Africa finds an entry about Kenya that names only
South America, but those who look for South America do. Either a region is missing, or the code is
that of another country: `AU` is Australia, `AT` is Austria.

## What to do

Check the two letters of the country. If they are right, add the region that the message names, or a
broader one.

## Example

Wrong:

```yaml
regions: [south-america]
countries: [KE]
```

Right:

```yaml
regions: [eastern-africa]
countries: [KE]
```
"""

from toolkit.content.coverage_tables import WORLD
from toolkit.languages import LANGUAGES
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Compare the countries of each entry with its regions, if the vocabulary lists countries."""
    english = LANGUAGES["en"]
    vocabulary = context.content.vocabularies["regions"]
    for entry in context.content.entries if vocabulary.sound else ():
        regions = set(entry.texts("regions"))
        # A global entry may name the countries where it was carried out.
        if not regions or WORLD in regions or not all(one in vocabulary.terms for one in regions):
            continue
        for leaf in entry.of_field("countries"):
            region = vocabulary.of_country.get(leaf.text, "")
            if region and regions.isdisjoint(vocabulary.with_broader(region)):
                name = f"{quote(leaf.text)} ({english.country(leaf.text)})"
                message = f"{name} is not in a region that the entry names."
                label = f"add {region} to regions, or correct the country"
                hint = "name the regions of all countries, or a broader region."
                yield Finding.about(leaf, message, label, hint)
