"""The register of coverage names a row or a column that its table does not have.

`docs/registers/coverage.yml` says which cells of the coverage tables cannot be filled. If a name is
not in the table, those cells still count as gaps.

## What to do

Rows of articles are keys from `docs/registers/instruments.yml` (`tip-protocol:16`); all others are
ids of the narrowest terms of a vocabulary. Columns are ids of regions or audiences.

## Example

Wrong:

```yaml
- id: final-clauses
  tables: [articles-regions]
  rows: ['tip-protocol:61']
  reason: {en: It is about the treaty itself.}
```

Right:

```yaml
- id: final-clauses
  tables: [articles-regions]
  rows: ['tip-protocol:16']
  reason: {en: It is about the treaty itself.}
```
"""

from toolkit.content.coverage_axes import axis_ids
from toolkit.content.coverage_tables import TABLES
from toolkit.content.matching import by_item
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.nearest import did_you_mean
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare rows and columns with what the tables are made from."""
    content = context.content
    items = content.not_applicable.items
    for id_, leaf in by_item(content.not_applicable.leaves):
        side = ("rows", "columns").index(leaf.top) if leaf.top in ("rows", "columns") else -1
        if side < 0 or id_ not in items:
            continue
        for table in items[id_].tables:
            axis = TABLES[table][side] if table in TABLES else ""
            source = content.instruments if axis == "articles" else content.vocabularies.get(axis)
            known = axis_ids(content, axis) if source is not None and source.sound else (leaf.text,)
            if leaf.text not in known:
                hint = f"use an id from {_list(axis)}, or name only tables that have it."
                if leaf.text == "all":
                    hint = f"leave out {leaf.top}: without this field, all count."
                yield Finding.about(
                    leaf,
                    f"{quote(leaf.text)} is not a {leaf.top.removesuffix('s')} of {quote(table)}.",
                    did_you_mean(leaf.text, known),
                    hint,
                )
                break


def _list(axis: str) -> str:
    if axis == "articles":
        return "docs/registers/instruments.yml, such as tip-protocol:9"
    return f"docs/vocabularies/{axis}.yml"
