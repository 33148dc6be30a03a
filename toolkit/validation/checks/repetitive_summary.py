"""The summary repeats the title, or hardly says anything.

Lists show the title and the summary together. A summary that only repeats the title does not tell
readers what they want to know: what it is, and what it is good for.

## What to do

Write in one to four sentences what the work or practice does, for whom, and what sets it apart.

## Example

Wrong:

```yaml
title: Guide for labour inspectors
summary: This is a guide for labour inspectors.
```

Right:

```yaml
title: Guide for labour inspectors
summary: It explains how to recognize forced labour during an inspection.
```
"""

import re

from toolkit.content.schema import Kind
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 2
EMPTY_WORDS = frozenset(
    (
        *("a", "an", "the", "this", "is", "are", "it", "on", "of", "in", "for", "to", "and"),
        *("about", "that", "which", "document", "resource", "practice", "publication", "page"),
    )
)


def check(context: Context) -> Findings:
    """Look for summaries that say nothing beyond the title."""
    for document in context.content.documents:
        title, summary = document.text("title"), document.text("summary")
        if not title or not summary or len(summary) > 2 * len(title) + 80:
            continue
        added = _words(summary) - _words(title)
        begins = _folded(summary).startswith(_folded(title)) and len(added) < 4
        if len(_WORD.findall(summary)) < _FEWEST_WORDS and document.kind is not Kind.PAGE:
            message = f"The summary {quote(summary)} hardly says anything."
            hint = "write one to four sentences."
        elif not added or (begins and len(title) > 20):
            message = "The summary only repeats the title."
            hint = "write one to four sentences that say more than the title."
        else:
            continue
        leaf = next(document.of_field("summary"))
        yield Finding.about(leaf, message, "say what it does and for whom", hint)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold())) - EMPTY_WORDS


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
