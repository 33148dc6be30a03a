"""Something in the records of recognition, or a date of an entry, is in the future.

A statement, a circulation or an editorial change that has not happened yet does not count, and the
pages of this build do not show it. Only the day on which a circulation closes may be in the future.
The dates of an entry or a task (when it was added, verified or withdrawn, when a helpline was
checked) and of the review of a translation are reported only if they are more than a year ahead,
since a report may be made as of an earlier day.

## What to do

Correct the date if it is a mistake. Otherwise do nothing: it counts from the first build after that
day.

## Example

Wrong:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2062-01-05}
```

Right:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
```
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from toolkit.content.document import Document
from toolkit.content.schema import Form
from toolkit.content.watched import made_of
from toolkit.problems import Finding, Findings, Severity
from toolkit.recognition.ledger import Ledger
from toolkit.recognition.partial_dates import full_date
from toolkit.source import Location
from toolkit.validation.context import Context

SEVERITY = Severity.WARNING

_LOOKING_BACK = timedelta(days=366)


def check(context: Context) -> Findings:
    """Compare the day of each act with the day of the build."""
    content = context.content
    texts = (*content.entries, *content.tasks, *content.translations)
    late = (text for text in texts if _is_late(made_of(text, latest_date), context.day))
    for leaf in (leaf for text in late for leaf in text.of_form(Form.DATE)):
        if _is_late(leaf.text, context.day):
            yield Finding.about(
                leaf,
                f"{leaf.text} is more than a year after {context.day}, the date of this build.",
                "is the year right?",
                "correct the date.",
            )
    for on, place, field in _acts(context.ledger):
        if on > context.day:
            yield Finding(
                f"{on} is after {context.day}, the date of this build, so this does not count yet.",
                place,
                hint="correct the date, or build again after that day.",
                field=field,
            )


def _is_late(text: str, day: date) -> bool:
    on = full_date(text)
    return on is not None and on - day > _LOOKING_BACK


def latest_date(text: Document) -> str:
    """The last of the dates of a text, written like 2026-01-05; empty if it has none."""
    days = (full_date(leaf.text) for leaf in text.of_form(Form.DATE))
    return max((day.isoformat() for day in days if day), default="")


def _acts(ledger: Ledger) -> Iterator[tuple[date, Location, str]]:
    for act in chain(*ledger.acts.values()):
        yield act.on, act.row.place("on"), "on"
    for circulation in chain(*ledger.circulations.values()):
        if circulation.closes >= circulation.opens:  # closing-before-opening reports the others
            yield circulation.opens, circulation.row.place("opens"), "opens"
    for link in chain(*ledger.links.values()):
        yield link.on, link.row.place("on"), "on"
