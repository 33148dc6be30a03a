"""A translation still has sentences of its original.

Readers of a translation may not read English. A sentence that was left over, or that somebody meant
to translate later, tells them nothing, and programs that read aloud speak it in the wrong language.

## What to do

Translate the sentences. Titles of works stay as they are; so do quotations, in quotation marks.

## Example

Wrong, in the French file:

```yaml
summary: It explains how to recognize forced labour during an inspection.
```

Right:

```yaml
summary: Il explique comment reconnaître le travail forcé lors d’une inspection.
```
"""

import re

from toolkit.problems import Findings, Severity
from toolkit.validation.checks.wrong_language import foreign_passage
from toolkit.validation.context import Context
from toolkit.validation.passages import of_body

SEVERITY = Severity.WARNING

_SPARED = frozenset({"title", "asked", "translator", "reviewed"})
# With five words, it is unlikely to be a name, or the same in both languages.
_WORDS = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:[\W\d_]+[^\W\d_]+){4}")
# From the beginning of a line or the end of a sentence to the end of the next one, which may
# continue on the next few lines. Beginning only there keeps this fast, as does giving nothing back.
_SENTENCE = re.compile(
    r"(?:^[ \t]*(?:(?:[-*>]|\d+\.)[ \t]*)?|(?<=[.!?]\s)|(?<=[。！？]))"
    r"(?P<text>[^\s|>#*\"“«„‘-][^.!?。！？\n]*+"
    r"(?:\n(?!\s*(?:\n|[-*#|>]|\d+\. ))[^.!?。！？\n]*+|[.!?](?!\s)[^.!?。！？\n]*+){0,12}[.!?])",
    re.MULTILINE,
)


def check(context: Context) -> Findings:
    """Look for the sentences of each translation in its original, present or kept."""
    for translation in context.content.translations:
        if translation.front is None or translation.source.path in context.unstamped:
            continue  # a copy of the original, which missing-field reports
        original = ""
        for passage in (*context.fields(translation), of_body(translation)):
            if passage.top in _SPARED or not _WORDS.search(passage.text):
                continue
            original = original or " ".join(context.original_text(translation).split())
            same = [
                match
                for match in _SENTENCE.finditer(passage.text)
                if _WORDS.search(match["text"]) and " ".join(match["text"].split()) in original
            ]
            # If all of it is in another language, wrong-language reports it.
            if same and not foreign_passage(context, translation):
                more = f" ({len(same) - 1} more below)" if len(same) > 1 else ""
                message = f"This sentence is not translated{more}."
                label = "translate it"
                hint = "readers of this language may not understand the other one."
                yield passage.finding(passage.of(same[0], "text"), message, label, hint)
