"""The front matter of an entry, or a list, is too long or too deeply nested.

Front matter has some twenty short lines. Anything much larger got there by mistake, or is meant to
make the program hang. Limits for the front matter of an entry: 64 KB of text, 5,000 values, 20
levels of brackets or indents. Lists may contain 500,000 values.

## What to do

Move long texts below the second line `---`. Remove brackets and indents that are not needed.

## Example

Wrong:

```yaml
themes: [[[[[[[[[[[[[[[[[[[[[hotlines-and-reporting]]]]]]]]]]]]]]]]]]]]]
```

Right:

```yaml
themes: [hotlines-and-reporting]
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context

_WORDS = {
    "size": (
        "The front matter of this file is longer than {limit} KB.",
        "move long texts below the front matter",
    ),
    "depth": (
        "Brackets or indents are nested more than {limit} levels deep.",
        "remove the brackets that are not needed",
    ),
    "values": (
        "There are more than {limit} values.",
        "nothing is read from here on",
    ),
}


def check(context: Context) -> Findings:
    """Report the limit that was exceeded."""
    for fault in context.content.faults("oversized-front-matter"):
        message, label = _WORDS[fault.reason]
        yield Finding(
            message.format(limit=f"{fault.numbers[0]:,}"),
            fault.location,
            label,
            "keep only what the reference of fields lists.",
        )
