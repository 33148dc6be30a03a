"""A file does not begin with its front matter.

The front matter is the block between two lines `---` at the top of the file. It contains the title,
the summary and the other fields, by which readers find the page.

## What to do

Write `---` on the first line of the file. Write one field per line, and close the block with
another line `---`. Nothing may come before the first line `---`, not even an empty line.

## Example

Wrong:

```markdown
# Guide for labour inspectors

The guide explains ...
```

Right:

```markdown
---
title: Guide for labour inspectors
summary: It explains how to recognize forced labour during an inspection.
---

The guide explains ...
```
"""

import re

from toolkit.content.schema import Kind
from toolkit.problems import Finding, Findings
from toolkit.validation.checks.control_character import OLD_LINES
from toolkit.validation.context import Context
from toolkit.validation.places import is_misplaced
from toolkit.validation.words import quote

# The first line of a file in Rich Text Format, and of a web page.
_RICH = re.compile(r"\ufeff?\s*(?:\{\\rtf|<!doctype html|<html)", re.IGNORECASE)
_WORDS = {
    "": (
        "The file does not begin with its front matter.",
        'the first line must be "---"',
        'begin the file with a line "---", then the fields, then another line "---".',
    ),
    "late": (
        'There is something above the first line "---".',
        'the first line must be "---"',
        'remove everything above the first line "---".',
    ),
    "blank": (
        "The file is empty.",
        "write the fields and the text",
        "write it like the other files of its kind, or remove the file.",
    ),
    "carriage-returns": OLD_LINES,
    "meant": (
        "{} does not begin the front matter.",
        'write "---" instead of this line',
        "the front matter begins and ends with a line of three hyphens and nothing else.",
    ),
    "empty": (
        'There are no fields between the two lines "---".',
        "write the fields below this line",
        "write at least the fields title and summary.",
    ),
    "rich-text": (
        "This file is not plain text: a word processor or a browser saved it with its own codes.",
        "",
        "open it there, copy the text into a new text file, and save that as UTF-8.",
    ),
    "readme": (
        "This file is a note for people who work on the files, not a page.",
        "",
        "remove it, or rename it and write it like the other pages.",
    ),
}


def check(context: Context) -> Findings:
    """Put into words how the front matter is missing."""
    reported_elsewhere = {
        document.source.path
        for document in context.content.texts
        if document.is_entry or document.kind is Kind.TASK or is_misplaced(document)
    }
    for fault in context.content.faults("missing-front-matter"):
        path = fault.location.source.path
        is_readme = path.lower().endswith("/readme.md")
        if is_readme and path in reported_elsewhere:
            continue  # invalid-file-name or misplaced-file reports it
        is_rich = _RICH.match(fault.location.source.line(1)) is not None
        reason = "readme" if is_readme else "rich-text" if is_rich else fault.reason
        message, label, hint = _WORDS[reason]
        yield Finding(message.format(quote(fault.detail)), fault.location, label, hint)
