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
from toolkit.translations.standing import State
from toolkit.validation.context import Context
from toolkit.validation.passages import of_body
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_WHOLE = re.compile(r"[.!?][\"'”’)\]*_]*\s*\Z")
# A letter, a digit, or punctuation after which something must follow, on a line that isn't a
# heading. Links, code and tables end with other characters.
_CUT = re.compile(r"^(?!#).*?(?P<words>\S*[\w,،、，;:：(«“-])\s*\Z", re.MULTILINE)


def check(context: Context) -> Findings:
    """Compare the ends of each translation that follows its present original."""
    for translation in context.content.translations:
        if translation.front is None or not translation.body_known:
            continue
        if context.standings.of(translation).state is not State.CURRENT:
            continue
        original = context.content.by_path[translation.of]
        passage = of_body(translation, code=True)
        cut = _CUT.search(passage.text[-200:])
        if cut and original.body_known and _WHOLE.search(original.body[-20:]):
            start = len(passage.text) - len(passage.text[-200:]) + cut.start("words")
            yield Finding(
                f"The text ends with {quote(cut['words'])}, in the middle of a sentence.",
                passage.at(start, len(cut["words"])),
                "what follows?",
                "compare the end with that of the original.",
            )
