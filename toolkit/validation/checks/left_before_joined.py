"""An organization left the Group before it joined.

A statement counts only on days on which the organization is a member. With these dates there is no
such day.

## What to do

Correct `joined` or `left` in the register of organizations. Check a public page first.

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
        membership = organisation.membership
        for number, period in enumerate(membership.periods if membership else ()):
            joined, left = first_day(period.joined), last_day(period.left)
            if joined is not None and left is not None and joined > left:
                part = "" if period is membership else f"earlier[{number}]."
                yield Finding(
                    f"{quote(organisation.id)} left {when(period.left)}, before it joined "
                    f"{when(period.joined)}.",
                    places.get((organisation.id, f"membership.{part}left"), organisation.location),
                    hint="correct one of the two dates of its membership.",
                    field="membership",
                )
