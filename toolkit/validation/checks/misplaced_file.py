"""A file is in a folder where it would not be read as an entry.

Entries are in the folders `practices` and `resources` of a pillar, and nowhere deeper. The only
other page of a pillar is its introduction, `index.md`. An entry anywhere else would be published as
a page without its facts: in no list, and found by no filter.

## What to do

Move the file to `practices` or `resources` in its pillar, and check how these are spelt. If it is
not an entry, move it to `about`.

## Example

Wrong:

```text
docs/prevention/guides/unodc-toolkit-2008.md
```

Right:

```text
docs/prevention/resources/unodc-toolkit-2008.md
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.places import has_facts, is_misplaced, place_for


def check(context: Context) -> Findings:
    """Report files in pillars that are neither entries nor introductions."""
    for document in context.content.documents:
        if is_misplaced(document):
            places = [f"{context.content.prefix}/{place}" for place in place_for(document)]
            is_entry = has_facts(document)
            yield Finding(
                f"{'An entry' if is_entry else 'A page'} cannot be in this folder.",
                document.source.at(1),
                hint=f"move the file to {' or '.join(places)}. Until then it is not fully checked.",
            )
