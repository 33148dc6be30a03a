"""A text says that the Group or its members recognize something.

Recognition is about one exact text. Each organization states it in a register of its own, and the
page of the entry shows what is in force today. A sentence about it in the text can be wrong from
the start, and is out of date with the next change.

## What to do

Remove the sentence. If an organization recognizes the entry, somebody who may speak for it runs
`toolkit recognise ORGANISATION ID --on DATE`. If the sentence is about something else, such as a
decision of the Group, say what was decided, when and where, with a source.

## Example

Wrong:

```markdown
The guide is recognized by all members of ICAT.
```

Right:

```markdown
The guide is used in the training of inspectors in twelve countries.
```
"""

import re

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_CLAIM = re.compile(
    r"""\b(?:recogni[sz]ed|endorsed|approved|accepted)\s+by\s+
        (?:
            (?:(?:all|every|each)\s+(?:of\s+)?)?(?:the\s+)?(?:members?\s+of\s+)?
            (?:ICAT|the\s+Inter-Agency\s+Coordination\s+Group|this\s+toolkit)\b
            |(?:all|every|each)\s+(?:of\s+)?(?:the\s+)?
            (?:members?|member\s+organi[sz]ations?|organi[sz]ations?)
            (?:\s+(?:of|in)\s+(?:ICAT|the\s+Group)\b|(?=[.,;:)]|\s*$))
        )
        |\b(?:ICAT\s+members|members\s+of\s+(?:ICAT|the\s+Inter-Agency\s+Coordination\s+Group))
        \s+(?:(?:have\s+)?(?:all\s+)?(?:recogni[sz]ed|endorsed|approved)|(?:all\s+)?(?:recogni[sz]e|endorse))
        \s+(?:it|this\s+(?:entry|guide|handbook|manual|page|practice|resource|text|tool|toolkit))\b
        |\bICAT[- ](?:recogni[sz]ed|endorsed|approved)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def check(context: Context) -> Findings:
    """Look in the texts of entries for claims about the Group or all its members."""
    for passage in context.texts:
        if passage.document is None or not passage.document.is_entry:
            continue
        for match in _CLAIM.finditer(passage.text):
            yield Finding(
                f"An entry can't claim its own recognition: {quote(match[0])}.",
                passage.at(match.start(), len(match[0])),
                "remove it",
                "organizations state that themselves, with toolkit recognise ORGANISATION ID.",
                passage.name,
            )
