"""The register of opportunities answers one that no longer arises.

`docs/registers/opportunities.yml` contains the answers of organizations to what they could do
together. Opportunities come from the entries alone: this one has ended, for example because a
translation or a new edition was added. Its id may also be misspelt.

## What to do

Correct the id, or remove the answer.

## Example

Wrong:

```yaml
- id: translate-centralasia-ru
  answer: joint
  by: [osce, odihr]
  on: 2026-12-01
  reason: Two of the guides are being translated.
```

Right:

```yaml
- id: translate-central-asia-ru
  answer: joint
  by: [osce, odihr]
  on: 2026-12-01
  reason: Two of the guides are being translated.
```
"""

from toolkit.content.schema import ID
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.nearest import Suggestions
from toolkit.validation.words import quote

SEVERITY = Severity.NOTICE


def check(context: Context) -> Findings:
    """Compare the ids of answers with those of the opportunities of the day."""
    answers = context.content.answers.items
    if not answers:
        return
    suggestions = Suggestions(context.opportunities)
    for answer in answers.values():
        if answer.id not in context.opportunities and ID.fullmatch(answer.id):
            message = f"There is no opportunity {quote(answer.id)}: it may be settled."
            label = suggestions.did_you_mean(answer.id)
            hint = "remove the answer, or correct the id: toolkit opportunities lists all."
            yield Finding(message, answer.location, label, hint, "id")
