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

from toolkit.problems import Finding, Findings
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
        for leaf in translation.of_field("translator"):
            match = _PROGRAM.fullmatch(leaf.text.strip(_AROUND))
            if match and leaf.text != MACHINE:
                # What follows may be the name of someone who has read it.
                fixes = () if match["more"] else new_value(leaf.scalar, MACHINE)
                yield Finding.about(
                    leaf,
                    f"{quote(leaf.text)} is a program, but the page would call it a person.",
                    f"write {MACHINE}",
                    "if a person has compared it with the original, add that under reviewed.",
                    fixes,
                )
        for leaf in translation.below("reviewed"):
            if leaf.name == "reviewed.by" and _PROGRAM.fullmatch(leaf.text.strip()):
                yield Finding.about(
                    leaf,
                    f"{quote(leaf.text)} is a program, but the page would call it a person.",
                    "name the person or the office",
                    "if no person has compared it with the original, write reviewed: false.",
                )
