"""A statement is not by a member of the Group.

Members of the Group recognize texts. Statements by others, or from before an organization joined or
after it left, do not count. A membership counts only if a public page names it: then the register
of organizations says `verified: true`.

## What to do

Correct the date of the statement. Or check a public page of the Group or of the organization, and
correct the membership in the register: if it left and came back, name both periods. If it is not a
member, remove the statement.

## Example

Wrong:

```yaml
# joined in 2016
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2015-01-05}
```

Right:

```yaml
# joined in 2016
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2025-01-05}
```
"""

from itertools import chain

from toolkit.content.registers import Organisation
from toolkit.problems import Finding, Findings
from toolkit.recognition.acts import Act, ActKind
from toolkit.recognition.membership import misspelt
from toolkit.validation.context import Context
from toolkit.validation.words import quote, when

_UNDATED = "was it still a member on this day?"


def check(context: Context) -> Findings:
    """Compare the author of each statement with the members on its day."""
    ledger = context.ledger
    organisations = context.content.organisations
    # Of the second, unknown-choice reports the membership.
    unclear = {*ledger.members.doubtful, *(id_ for id_, _ in misspelt(organisations))}
    for act in chain(*ledger.acts.values()):
        organisation = organisations.items.get(act.organisation)
        if (
            organisation is None
            or not organisations.sound
            or act.kind is ActKind.WITHDRAWAL
            or act.organisation in unclear
            or ledger.members.is_member(act.organisation, act.on)
        ):
            continue
        message, label = _reason(organisation, act)
        hint = f"correct the date, or the membership in {organisations.path}."
        if label == _UNDATED:
            hint = f"add the date to its membership in {organisations.path}, as in left: 2024-05."
        yield Finding(message, act.row.place("on"), label, hint, "on")


def _reason(organisation: Organisation, act: Act) -> tuple[str, str]:
    name, membership = quote(organisation.id), organisation.membership
    if membership is None:
        return f"{name} is not a member of the Group: its statement does not count.", ""
    if membership.status == "partner":
        return f"{name} is a partner of the Group, not a member: its statement does not count.", ""
    if not membership.verified:
        return f"The membership of {name} is not verified: its statement does not count.", ""
    if membership.status == "former" and not membership.left:
        return f"It is not known when {name} left the Group.", _UNDATED
    dates = ", ".join(
        " and ".join(
            f"{word} {when(text)}"
            for word, text in (("joined", period.joined), ("left", period.left))
            if text
        )
        for period in membership.periods
    )
    return f"{name} was not a member of the Group on {act.on}.", f"it {dates}"
