"""An invisible character keeps a line from being a heading.

Editors put marks of direction into Arabic text, and copied text brings other invisible characters
along. With such a character before its first `#`, a heading is an ordinary line: readers see the
`#` characters, and the section has no name, neither in the list of contents nor for a screen
reader.

## What to do

Remove the character: put the cursor after it and press the backspace key once. `toolkit check
--fix` does it for you.

## Example

Wrong:

```markdown
<U+200F>## Context
```

Right:

```markdown
## Context
```
"""

from toolkit.problems import Finding, Findings, Fix
from toolkit.validation.checks.zero_width_character import hidden_headings
from toolkit.validation.context import Context
from toolkit.validation.words import named_character


def check(context: Context) -> Findings:
    """Look for invisible characters before the signs of headings."""
    for passage in context.bodies:
        for match in hidden_headings(passage):
            yield Finding(
                "An invisible character keeps this line from being a heading: "
                f"{named_character(match['marks'][0])}.",
                passage.of(match, "marks"),
                "remove it",
                "put the cursor after it and press the backspace key.",
                fixes=(Fix(passage.of(match, "before"), ""),),
            )
