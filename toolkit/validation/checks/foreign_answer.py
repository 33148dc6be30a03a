"""An organization answers an opportunity that does not name it.

An answer is public, in the name of the organizations in `by`. Nobody can answer for others. Who
answered that they would recognize a text may have done so meanwhile.

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
from toolkit.opportunities.opportunity import OpportunityKind
from toolkit.problems import Finding, Findings
from toolkit.recognition.membership import GROUP
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare who answers with whom the opportunity names, where it arises."""
    # That there is no such organization is said by another check.
    known = context.content.organisations.items.keys() - {GROUP}
    for id_, leaf in by_item(context.content.answers.leaves):
        if leaf.top != "by" or leaf.text not in known:
            continue
        found = context.opportunities.get(id_)
        if found is None:
            continue
        named = {*found.bodies}
        if found.kind is OpportunityKind.RECOGNIZE:
            (entry,) = found.entries
            named.update(act.organisation for act in context.statuses[entry].by)
        if leaf.text not in named:
            message = f"The opportunity does not name {quote(leaf.text)}."
            label = "it names " + ", ".join(found.bodies)
            hint = "let one of the organizations that it names answer, or the Group (icat)."
            yield Finding.about(leaf, message, label, hint)
