"""An organization left the Group before it joined.

A statement counts only on days on which the organization is a member. With these dates there is no
such day, or nobody knows when it came back.

## What to do

Correct `joined` or `left` in the register of organizations, or add what is missing. Check a
public page first.

## Example

Wrong:

```yaml
membership: {status: former, verified: true, joined: 2016, left: 2012}
```

Right:

```yaml
membership: {status: former, verified: true, joined: 2012, left: 2016}
```
"""

from toolkit.content.matching import by_item
from toolkit.problems import Finding, Findings
from toolkit.recognition.partial_dates import first_day, last_day
from toolkit.validation.context import Context
from toolkit.validation.words import quote, when


def check(context: Context) -> Findings:
    """Compare the dates of each membership."""
    register = context.content.organisations
    places = {(id_, leaf.name): leaf.location for id_, leaf in by_item(register.leaves)}
    for organisation in register.items.values():
        membership, before = organisation.membership, ""
        for number, period in enumerate(membership.periods if membership else ()):
            part, joined, left = "left", period.joined, period.left
            above = "" if period is membership else f"earlier[{number}]."
            reason, hint = "", "correct one of the two dates of its membership."
            if _is_before(left, joined):
                reason = f"left {when(left)}, before it joined {when(joined)}"
            elif _is_before(joined, before):
                reason, part = f"came back {when(joined)}, before it left {when(before)}", "joined"
            elif before and not joined and membership and membership.status != "partner":
                reason = f"left {when(before)}, and nobody knows when it came back"
                hint = "add joined to its membership, as in joined: 2024-05."
            if reason:
                yield Finding(
                    f"{quote(organisation.id)} {reason}.",
                    places.get(
                        (organisation.id, f"membership.{above}{part}"), organisation.location
                    ),
                    hint=hint,
                    field="membership",
                )
            before = left


def _is_before(one: str, other: str) -> bool:
    """Whether a date is surely before another; of each, the day may be unknown."""
    last, first = last_day(one), first_day(other)
    return last is not None and first is not None and last < first
