"""A term is placed below a term that does not exist.

`broader` names the term above. If that term does not exist, the pages and lists that are built from
the vocabulary cannot be put in order.

## What to do

Correct the id after `broader`, or add the term that it names. Until then, entries are not checked
against this vocabulary.

## Example

Wrong:

```yaml
- id: child-labour
  broader: labour-exploitatoin
```

Right:

```yaml
- id: child-labour
  broader: labour-exploitation
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.checks.invalid_id import meant_id
from toolkit.validation.context import Context
from toolkit.validation.nearest import did_you_mean
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare each parent with the terms of its vocabulary."""
    for vocabulary in context.content.vocabularies.values():
        reported = {meant_id(id_) for id_ in vocabulary.terms}  # invalid-id says what it must be
        for fault in vocabulary.faults:
            if fault.check == "unknown-broader":
                broader, term = fault.names
                if broader in reported:
                    continue
                yield Finding(
                    f"The term {quote(broader)}, named as broader than "
                    f"{quote(term)}, does not exist.",
                    fault.location,
                    did_you_mean(broader, vocabulary.terms),
                    f"use the id of a term of {vocabulary.path}.",
                    "broader",
                )
