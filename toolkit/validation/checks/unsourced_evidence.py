"""A practice is graded as evaluated, but no source is an evaluation.

The grade `evaluated` means that a published study or an independent measurement has examined the
practice. Readers must be able to find it and judge it for themselves.

## What to do

Add the study to `sources` with `role: evaluation`, or choose the grade `reported` or `promising`.

## Example

Wrong:

```yaml
evidence: evaluated
evaluated_by: independent
sources:
  - url: https://www.iom.int/news/project
    role: press
```

Right:

```yaml
evidence: evaluated
evaluated_by: independent
sources:
  - title: Evaluation of the project, 2019
    publisher: IOM
    role: evaluation
```
"""

from toolkit.content.document import Document
from toolkit.content.entry_schema import ROLES
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Look for an evaluation among the sources of each evaluated practice."""
    for entry in context.content.entries:
        if lacks_evaluation(entry):
            leaf = next(entry.of_field("evidence"))
            yield Finding.about(
                leaf,
                "The practice is graded as evaluated, but none of its sources is an evaluation.",
                "add a source with role: evaluation",
                "add the study to the sources, or choose reported or promising.",
            )


def lacks_evaluation(entry: Document) -> bool:
    """Whether a practice is graded as evaluated, and has sources but no evaluation among them.

    Not if a role can't be read, since it may be the evaluation.
    """
    if entry.text("evidence") != "evaluated" or entry.get("sources") is None:
        return False
    if any(fault.field.startswith("sources[") for fault in entry.faults):
        return False
    roles = {leaf.text for leaf in entry.below("sources") if leaf.name.endswith(".role")}
    return roles <= {*ROLES} - {"evaluation"}
