"""A term is not in its vocabulary.

Themes, audiences, types, regions and the like are taken from controlled lists, so that readers
who filter by a term find everything about it. A term that only one entry uses, or a spelling of
its own, would hide the entry from them.

## What to do

Use a term of the list that the message names. Its file holds the ids with their labels,
definitions and synonyms. If no term fits, propose one there in the same pull request.

## Example

Wrong:

```yaml
themes: [agricultre]
```

Right:

```yaml
themes: [agriculture]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.problems import Finding, Severity
from toolkit.validation.nearest import did_you_mean

ID: Final = "unknown-term"
SEVERITY: Final = Severity.ERROR


def check(content: Content, day: date) -> Iterator[Finding]:
    """Compare every term with its vocabulary."""
    for leaf in content.leaves(Form.TERM):
        vocabulary = content.vocabularies[leaf.field.vocabulary]
        if vocabulary.sound and leaf.text not in vocabulary.terms:
            yield Finding(
                f'"{leaf.text}" is not a term of the vocabulary "{vocabulary.name}".',
                leaf.scalar.location,
                did_you_mean(leaf.text, vocabulary.terms),
                f"use a term of {vocabulary.path}, or propose one there.",
                leaf.name,
            )
