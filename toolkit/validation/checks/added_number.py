"""A translation contains a number that its original does not.

A wrong year or share misleads those who rely on it, and only somebody who reads both languages
would notice. Numbers that the original writes as words are known.

## What to do

Compare the sentence with the original and correct the number. Where the language says it with
another number on purpose, ignore the warning.

## Example

Wrong, where the original says "adopted in 2000":

```markdown
Adopté en 2003.
```

Right:

```markdown
Adopté en 2000.
```
"""

import re

from toolkit.problems import Findings, Severity
from toolkit.translations.numbers import NUMBER, known_numbers
from toolkit.validation.context import Context
from toolkit.validation.passages import of_body
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

# Readers see no numbers in the address of a link.
_ADDRESS = re.compile(r"\]\([^()\s]*\)|^ {0,3}\[[^\]\n]+\]:.*", re.MULTILINE)
_SPARED = frozenset({"asked", "translator", "reviewed"})


def check(context: Context) -> Findings:
    """Look for the numbers of each translation in its original, present or kept."""
    for translation in context.content.translations:
        if translation.front is None:
            continue
        known = known_numbers(context.original_text(translation))
        for passage in (*context.fields(translation), of_body(translation)):
            if passage.top in _SPARED:
                continue
            shown = _ADDRESS.sub(lambda address: " " * len(address[0]), passage.text)
            for found in NUMBER.finditer(shown):
                if not known.has(found):
                    message = f"The original does not contain {quote(found[0])}."
                    label = "is this number right?"
                    hint = "compare the sentence with the original."
                    yield passage.finding(found, message, label, hint)
