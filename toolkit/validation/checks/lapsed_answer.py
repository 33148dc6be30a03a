"""An answer to an opportunity is not valid today.

Its `until` is in the past, so the opportunity is shown as an open one again; or its `on` is in the
future, so it does not count yet; or `until` is before `on`, so it never counts.

## What to do

Ask the organizations whether the answer is still valid, and change `until`; or remove the answer.
Correct a date that is wrong.

## Example

Wrong, in 2027:

```yaml
- id: translate-central-asia-ru
  answer: joint
  by: [osce, odihr]
  on: 2025-12-01
  until: 2026-06-30
  reason: Two of the guides are being translated.
```

Right:

```yaml
- id: translate-central-asia-ru
  answer: joint
  by: [osce, odihr]
  on: 2025-12-01
  until: 2027-12-31
  reason: Two of the guides are being translated.
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.recognition.partial_dates import full_date
from toolkit.validation.context import Context

SEVERITY = Severity.NOTICE


def check(context: Context) -> Findings:
    """Compare the dates of each answer with each other and with the day."""
    today = context.day.isoformat()
    for answer in context.content.answers.items.values():
        if not all(map(full_date, filter(None, (answer.on, answer.until)))):
            continue  # invalid-date says it
        if answer.until and answer.until < answer.on:
            message = f"The answer ends on {answer.until}, before it was given on {answer.on}."
            label, hint, field = "it never counts", "correct one of the two dates.", "until"
        elif answer.until and answer.until < today and answer.id in context.opportunities:
            message = f"The answer ended on {answer.until}: the opportunity is open again."
            label, field = "", "until"
            hint = "change until if the answer is still valid, or remove the answer."
        elif answer.on > today:
            message = f"The answer is dated {answer.on}, which is in the future."
            label, hint, field = "it does not count before that day", "correct the date.", "on"
        else:
            continue
        yield Finding(message, answer.location, label, hint, field)
