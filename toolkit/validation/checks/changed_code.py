"""A translation changes what its original writes as code.

Commands, names of fields and of files work only as they are written. They stay the same in all
languages.

## What to do

Write the code as the original has it.

## Example

Wrong, where the original says to run `toolkit check`:

```markdown
Lancez `toolkit vérifier`.
```

Right:

```markdown
Lancez `toolkit check`.
```
"""

import re

from toolkit.problems import Finding, Findings, Severity
from toolkit.translations.status import folded
from toolkit.validation.context import Context
from toolkit.validation.nearest import nearest
from toolkit.validation.passages import of_body
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_CODE = re.compile(r"(?<!`)(`+)(?!`)([^`]+)(?<!`)\1(?!`)")


def check(context: Context) -> Findings:
    """Look for the code of each translation in its original, present or kept."""
    for translation in context.content.translations:
        if translation.front is None or "`" not in translation.body:
            continue
        known = {folded(one[2]) for one in _CODE.finditer(context.original_text(translation))}
        passage = of_body(translation, code=True)
        for one in _CODE.finditer(passage.text):
            code = folded(one[2])
            if code not in known:
                meant = nearest(code, sorted(known))
                yield Finding(
                    f"The original has no code {quote(code)}.",
                    passage.at(one.start(), one.end() - one.start()),
                    f"did you mean `{meant}`?" if meant else "",
                    "code stays as it is in the original.",
                )
