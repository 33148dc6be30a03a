"""A country code does not exist.

Countries are written by the two capital letters of the standard ISO 3166-1, so that their names can
be shown in every language, and all entries of a country come together.

## What to do

Use the two letters of the standard: `GB` for the United Kingdom, `GR` for Greece. They mostly equal
the ending of the country's web sites, in capital letters.

## Example

Wrong:

```yaml
countries: [UK, Argentina]
```

Right:

```yaml
countries: [GB, AR]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.problems import Finding, Severity
from toolkit.validation.countries import certain_country, country_codes, suggest_country
from toolkit.validation.mends import new_value
from toolkit.validation.words import quote

ID: Final = "unknown-country"
SEVERITY: Final = Severity.ERROR


def check(content: Content, day: date) -> Iterator[Finding]:
    """Compare every country with the standard."""
    for leaf in content.leaves(Form.COUNTRY):
        if leaf.text not in country_codes():
            suggestion = suggest_country(leaf.text)
            yield Finding(
                f"{quote(leaf.text)} is not the code of a country.",
                leaf.scalar.location,
                f'did you mean "{suggestion}"?' if suggestion else "",
                "use the two capital letters of ISO 3166-1.",
                leaf.name,
                new_value(leaf.scalar, certain_country(leaf.text)),
            )
