"""A practice has ended, but its text does not say so.

Readers who want to repeat a practice must know why it ended: the money ran out, the law changed, or
it did not work. A year in the front matter alone does not tell them.

## What to do

Say in the text, preferably under Limitations, that the practice ended in that year and why. If
nobody knows why, say that. The text must name the year.

## Example

Wrong:

```yaml
until: 2021
```

Right:

```markdown
The programme ended in 2021, when its funding ran out.
```
"""

import re

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Check that the text or the summary names the year in which a practice ended."""
    for entry in context.content.entries:
        for leaf in entry.of_field("until"):
            year = leaf.text
            if not re.fullmatch(r"[0-9]{4}", year) or int(year) >= context.day.year:
                continue
            if year < entry.text("since"):
                continue  # reported as an invalid year
            as_number = re.compile(rf"(?<![0-9]){year}(?![0-9])")
            if not as_number.search(entry.text("summary")) and not as_number.search(entry.body):
                message = f"The text does not say that the practice ended in {year}, nor why."
                label = f"say in the text what happened in {year}"
                hint = "say under Limitations why it ended, or that nobody knows."
                yield Finding.about(leaf, message, label, hint)
