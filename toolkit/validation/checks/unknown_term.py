"""A term is not in its vocabulary.

Themes, audiences, types, regions and the like come from controlled vocabularies, so that readers
who filter by a term find everything about it. Another spelling, or a term that only one entry uses,
would hide the entry from them.

## What to do

Use a term of the vocabulary that the message names. Its file contains the ids with their labels,
definitions and synonyms. If no term applies, propose one there in the same pull request.

## Example

Wrong:

```yaml
themes: [investigaton]
```

Right:

```yaml
themes: [investigation]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.content.schema import Form
from toolkit.content.vocabularies import Vocabulary
from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context
from toolkit.validation.nearest import Suggestions
from toolkit.validation.several import each_by_itself

ID: Final = "unknown-term"
SEVERITY: Final = Severity.ERROR

_FEW = 6  # terms that all fit under the caret


def check(context: Context) -> Iterator[Finding]:
    """Compare every term with its vocabulary."""
    names = {name: _Names(vocabulary) for name, vocabulary in context.content.vocabularies.items()}
    for leaf in context.content.leaves(Form.TERM):
        vocabulary = context.content.vocabularies[leaf.field.vocabulary]
        if vocabulary.sound and leaf.text not in vocabulary.terms:
            yield Finding(
                f'"{leaf.text}" is not a term of the vocabulary "{vocabulary.name}".',
                leaf.scalar.location,
                names[vocabulary.name].label(leaf.text),
                f"use a term of {vocabulary.path}, or propose one there.",
                leaf.name,
            )


class _Names:
    """The ids of a vocabulary by whatever people call its terms."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._ids = list(vocabulary.terms)
        self._by_name: dict[str, str] = {}
        for term in vocabulary.terms.values():
            others = (name for names in term.alt.values() for name in names)
            for name in (*term.labels.values(), *others):
                self._by_name.setdefault(name.casefold(), term.id)
        self._by_name.update({id_: id_ for id_ in self._ids})
        self._suggestions = Suggestions(self._by_name)

    def meant(self, text: str) -> str:
        """The id that a text most likely stands for; empty where none is near."""
        name = text.casefold()
        return self._by_name.get(name) or self._by_name.get(self._suggestions.nearest(name), "")

    def label(self, text: str) -> str:
        """The label under the caret."""
        found = self._by_name.get(text.casefold())
        several = "" if found else each_by_itself(text, self.meant)
        meant = "" if several else found or self.meant(text)
        if meant:
            return f'did you mean "{meant}"?'
        few = len(self._ids) <= _FEW
        return several or (f"choose one of: {', '.join(self._ids)}" if few else "")
