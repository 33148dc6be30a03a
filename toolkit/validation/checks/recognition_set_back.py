"""A text that organizations recognized was changed.

A recognition is about one exact text. After a change of substance it no longer covers the entry,
and the organizations have to look at it again.

## What to do

Nothing, if you meant the change: the page of the entry says that the text changed. If the change is
editorial, such as a comma or a spelling, ask the secretariat to declare it in
`docs/recognition/editorial.yml`. If you did not mean it, restore the old text. `toolkit diff ID
--since DIGEST` shows what changed.

## Example

Wrong:

```yaml
summary: It explains how forced labour can be recognised during inspections.
```

Right:

```yaml
summary: It explains how to recognize forced labour during an inspection.
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.recognition.digest import shortened
from toolkit.recognition.entry_status import status_of
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.NOTICE


def check(context: Context) -> Findings:
    """Look for recognition of texts that the present one replaced."""
    ledger = context.ledger
    for entry in ledger.acts.keys() | ledger.circulations.keys():
        status = status_of(ledger, entry, context.day)
        if status.doubts or not (status.former or status.formerly_silent):
            continue
        bodies = sorted({act.organisation for act in status.former})
        whose = f"by {quote(bodies[0])}" if bodies else "without objection"
        whose = f"by {len(bodies)} organizations" if len(bodies) > 1 else whose
        since = shortened(status.former[-1].digest) if bodies else "DIGEST"
        yield Finding(
            f"Since {quote(entry)} changed, it is no longer recognized {whose}.",
            context.content.by_id[entry].place("title"),
            hint="if the change is editorial, the secretariat can declare it in "
            f"{context.content.prefix}/recognition/editorial.yml. To see what changed: "
            f"toolkit diff {entry} --since {since}",
        )
