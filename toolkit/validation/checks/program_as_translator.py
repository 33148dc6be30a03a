"""A translation names a program as the person who translated or reviewed it.

Pages warn readers of a translation that no person made, and coverage counts it apart. That depends
on the word `machine`: with the name of a program in its place, the page would look as if a person
of that name had translated it. A review by a program does not count as one.

## What to do

As `translator`, write `machine`. When a person has compared the translation with the original, that
is `reviewed`; until then, `reviewed` is `false`.

## Example

Wrong:

```yaml
translator: DeepL
```

Right:

```yaml
translator: machine
```
"""

import re

from toolkit.problems import Finding, Findings, Fix
from toolkit.translations.status import MACHINE
from toolkit.validation.context import Context
from toolkit.validation.fixes import new_value
from toolkit.validation.words import quote

_PROGRAM = re.compile(
    r"(?i:(?:by |the |an? )?(?:machine(?: translation)?|MT|auto(?:mated|matic(?: translation)?)?"
    r"|computer|AI|máquina|машина|机器|آلة"
    r"|(?:Google|Microsoft|Bing|Yandex|Baidu|DeepL|Apple|Amazon)(?: Translat(?:e|or))?(?: Pro)?"
    r"|e-?Translation|ChatGPT|GPT[- ]?[0-9.o]*|OpenAI|Gemini|Copilot|DeepSeek|LLM"
    r"|traduction automatique|traducción automática|машинный перевод|机器翻译|机翻|ترجمة آلية))"
    r"(?P<more> ?[,(/+].{0,60})?"
)
# Editors put marks of direction into Arabic text.
_AROUND = " \u061c\u200e\u200f"


def check(context: Context) -> Findings:
    """Look at who translated and reviewed each translation."""
    for translation in context.content.translations:
        for leaf in translation.leaves:
            match = _PROGRAM.fullmatch(leaf.text.strip(_AROUND))
            fixes: tuple[Fix, ...] = ()
            if match and leaf.name == "translator" and leaf.text != MACHINE:
                # What follows may be the name of someone who has read it.
                fixes = () if match["more"] else new_value(leaf.scalar, MACHINE)
                label = f"write {MACHINE}"
                hint = "if a person has compared it with the original, add that under reviewed."
            elif match and leaf.name == "reviewed.by":
                label = "name the person or the office"
                hint = "if no person has compared it with the original, write reviewed: false."
            else:
                continue
            message = f"{quote(leaf.text)} is a program, but the page would call it a person."
            yield Finding.about(leaf, message, label, hint, fixes)
