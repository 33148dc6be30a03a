"""A summary is one sentence of more than forty words.

English is not the first language of many readers, and most read on a phone. A sentence of more than
forty words has to be read twice.

## What to do

Split the sentence into two or three: what it is, what it contains, who can use it. This notice does
not stop anything.

## Example

Wrong:

```yaml
summary: >-
  A guide which explains, on the basis of ..., and which also ..., so that ..., while ...
```

Right:

```yaml
summary: >-
  A guide to inspections. It explains how to recognize forced labour, and whom to call.
```
"""

import re

from toolkit.content.schema import Kind
from toolkit.content.tables import fields_of
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context

SEVERITY = Severity.NOTICE

_MOST_WORDS = 40
_LONGEST = fields_of(Kind.RESOURCE)["summary"].max_length  # a longer one is reported as too long
_END = re.compile(r"[.!?…][\"'”’)]?\s+(?=[\"“'(]?[A-ZÀ-Þ0-9])")


def check(context: Context) -> Findings:
    """Count the words of one-sentence summaries."""
    for document in context.content.documents:
        summary = document.text("summary")
        words = len(summary.split())
        if len(summary) <= _LONGEST and words > _MOST_WORDS and not _END.search(summary):
            message = f"The summary is one sentence of {words} words."
            label = "split it into two or three sentences"
            hint = f"sentences of more than {_MOST_WORDS} words are hard to follow."
            yield Finding.about(next(document.of_field("summary")), message, label, hint)
