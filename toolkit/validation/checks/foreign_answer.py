"""An organization answers an opportunity that does not name it.

An answer is public, in the name of the organizations in `by`. Nobody can answer for others. Or the
opportunity named the organization only until it did what it had answered.

## What to do

Name only organizations that the opportunity names. The Group (`icat`) may answer each one.

## Example

Wrong, where the opportunity names OSCE and ODIHR:

```yaml
- id: translate-central-asia-ru
  answer: declined
  by: [unodc]
  on: 2026-12-01
  reason: No funds.
```

Right:

```yaml
- id: translate-central-asia-ru
  answer: declined
  by: [osce]
  on: 2026-12-01
  reason: No funds.
```
"""

from toolkit.content.matching import by_item
from toolkit.problems import Finding, Findings, Severity
from toolkit.recognition.membership import GROUP
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Compare who answers with whom the opportunity names, where it arises."""
    # That there is no such organization is said by another check.
    known = context.content.organisations.items.keys() - {GROUP}
    for id_, leaf in by_item(context.content.answers.leaves):
        if leaf.top != "by" or leaf.text not in known:
            continue
        found = context.opportunities.get(id_)
        if found is not None and leaf.text not in found.bodies:
            yield Finding.about(
                leaf,
                f"The opportunity does not name {quote(leaf.text)}.",
                "it names " + ", ".join(found.bodies),
                "let one of the organizations that it names answer, or the Group (icat); remove "
                "one that it no longer names.",
            )
