"""An entry is withdrawn without a reason, or has a reason but is not withdrawn.

A withdrawn entry keeps its page, so that old links work. The page says when and why the entry was
withdrawn. So the status and the reason belong together.

## What to do

Write both: `status: withdrawn`, and `withdrawn` with the day and the reason. For an entry that is
not withdrawn, write neither.

## Example

Wrong:

```yaml
status: withdrawn
```

Right:

```yaml
status: withdrawn
withdrawn: {on: 2026-11-25, reason: The publisher has withdrawn the guide.}
```
"""

from toolkit.content.values import Mapping
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context

_HINT = "write status: withdrawn and withdrawn: {on: ..., reason: ...}, or neither."


def check(context: Context) -> Findings:
    """Look for one of the two without the other."""
    for entry in context.content.entries:
        if entry.front is None:
            continue
        given = entry.front.get("withdrawn")
        if given is not None and (given.is_empty or not isinstance(given, Mapping)):
            continue  # wrong-type or empty-value reports it
        status, explained = entry.text("status"), given is not None
        if status == "withdrawn" and not explained:
            message = "The entry is withdrawn, but does not say when and why."
            label = "add withdrawn: {on: ..., reason: ...}"
            yield Finding.about(next(entry.of_field("status")), message, label, _HINT)
        elif explained and status in ("", "active"):  # unknown-choice reports any other
            message = "The entry says why it was withdrawn, but its status is not withdrawn."
            place = entry.place("withdrawn")
            yield Finding(message, place, "add status: withdrawn", _HINT, "withdrawn")
