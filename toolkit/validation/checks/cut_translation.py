"""A translation ends in the middle of a sentence.

A file that was cut when it was copied or saved still looks like a translation, and nobody who reads
its language alone can know what is missing.

## What to do

Compare the end with that of the original, and write what is missing. If nothing is, write the mark
that ends the sentence.

## Example

Wrong, where the original ends with "Promise nothing, and write down what you saw.":

```markdown
Ne promettez rien, et notez ce
```

Right:

```markdown
Ne promettez rien, et notez ce que vous avez vu.
```
"""

import re

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import of_body
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_WHOLE = re.compile(r"[.!?][\"'”’)\]*_]*\s*\Z")
# A letter, a digit, or punctuation after which something must follow. Links, code and tables end
# with other characters.
_CUT = re.compile(r"\S*[\w,،、，;:：(«“-]\Z")
_LONGEST = 200
# Headings, items of lists, and addresses of links need no mark at their end.
_UNMARKED = re.compile(r"[#\s]|[-*+] |\d{1,9}[.)] |\[[^\]\n]+\]:")


def check(context: Context) -> Findings:
    """Compare the ends of each translation that follows its present original."""
    for translation, original in context.up_to_date():
        passage = of_body(translation, code=True)
        text = passage.text.rstrip()
        cut = _CUT.search(text, max(0, len(text) - _LONGEST))
        if not cut or _UNMARKED.match(text, text.rfind("\n") + 1):
            continue
        if _WHOLE.search(original.body[-20:]):
            message = f"The text ends with {quote(cut[0])}, in the middle of a sentence."
            label = "what follows?"
            hint = "compare the end with that of the original."
            yield Finding(message, passage.at(cut.start(), len(cut[0])), label, hint)
