"""A country code does not exist.

Countries are written as the two capital letters of the standard ISO 3166-1, so that their names can
be shown in every language, and all entries about a country are listed together.

## What to do

Use the two letters of the standard: `GB` for the United Kingdom, `GR` for Greece. Most are the
ending of the country's websites, in capital letters.

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

from toolkit.content.matching import Leaf
from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.countries import (
    ambiguous_country,
    certain_country,
    country_codes,
    country_of_place,
    is_country_name,
    suggest_country,
)
from toolkit.validation.fixes import new_value
from toolkit.validation.several import each_by_itself
from toolkit.validation.term_names import TermNames
from toolkit.validation.words import bare, listed, quote

_REGIONS = {
    **dict.fromkeys(
        ("all", "all countries", "any", "global", "international", "worldwide"), "world"
    ),
    **dict.fromkeys(("eu", "european union"), "europe"),
}


def check(context: Context) -> Findings:
    """Compare every country with the standard; a name containing a comma is one fault, not two."""
    regions = context.lists.made(_regions)
    before = ""
    for leaf in context.content.leaves(Form.COUNTRY):
        second_half = leaf.name[-3:] != "[0]" and is_country_name(f"{before}, {leaf.text}")
        before = leaf.text
        if leaf.text not in country_codes() and not second_half:
            yield Finding.about(
                leaf,
                f"{quote(leaf.text)} is not the code of a country.",
                _label(leaf, regions),
                "use the two-letter code of ISO 3166-1, in capitals.",
                new_value(leaf.scalar, certain_country(leaf.text)),
            )


def _label(leaf: Leaf, regions: TermNames) -> str:
    region = _REGIONS.get(bare(leaf.text).casefold()) or regions.exact(leaf.text)
    if region:
        is_list = leaf.field.name == "countries"
        here = f"remove it here, and write regions: [{region}]"
        return here if is_list else "this is a region: write the code of one country"
    if alike := ambiguous_country(leaf.text):
        return f"did you mean {listed(alike)}?"
    if suggestion := suggest_country(leaf.text):
        return f'did you mean "{suggestion}"?'
    several = each_by_itself(leaf.text, suggest_country)
    several = several or each_by_itself(leaf.text, certain_country, words=True)
    if several:
        return several
    if country := country_of_place(leaf.text):
        return f'write only "{country}"; name the place in the text'
    return "write the code of its country; name a place without a code in the text"


def _regions(content: Content) -> TermNames:
    return TermNames(content.vocabularies["regions"])
