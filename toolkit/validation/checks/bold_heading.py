"""A line in bold stands where a heading belongs.

It looks like a heading, and is none: it is in no list of contents, links can't lead to it, and
people who listen to a page can't jump to it. Google Docs and Word make such lines of headings that
were only formatted.

## What to do

Begin the line with `##`, or with `###` inside a section, and leave out the asterisks.

## Example

Wrong:

```markdown
**Who it is for**

Labour inspectors.
```

Right:

```markdown
## Who it is for

Labour inspectors.
```
"""

import re

from toolkit.content.document import Document
from toolkit.languages import LANGUAGES
from toolkit.problems import Finding, Findings, Severity
from toolkit.source import Location
from toolkit.validation.context import Context
from toolkit.validation.passages import bodies
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

# A separate paragraph above another one. With a full stop, it is an emphasized sentence.
_LINE = re.compile(
    r"(?:\A|(?<=\n\n))\n?"
    r"(?P<line>(?P<sign>\*\*|__)(?P<words>[^*_\n]{1,100}?[^*_\n.!?。！？؟ ]) ?(?P=sign):?)"
    r"[ \t]*\n(?=\n+[^\s#>|*_-])"
)
_SECTIONS = frozenset(
    name.casefold() for language in LANGUAGES.values() for name in language.sections
)


def check(context: Context) -> Findings:
    """Look for paragraphs that are short and all in bold."""
    for passage in bodies(context.content):
        if passage.document is None or not ("**" in passage.text or "__" in passage.text):
            continue
        for match in _LINE.finditer(passage.text):
            words = match["words"].strip().removesuffix(":")
            if words.casefold() in _SECTIONS:
                continue  # wrong-sections reports it
            place = passage.at(match.start("line"), len(match["line"]))
            yield Finding(
                f"{quote(words)} looks like a heading, but is a line in bold.",
                place,
                f"write {_signs(passage.document, place)} {words}",
                "readers who listen to a page go from heading to heading.",
            )


def _signs(document: Document, place: Location) -> str:
    """The # signs for a heading at a place: one level below the heading above it."""
    headings = document.outline.headings
    above = [one.level for one in headings if one.location.line < place.line]
    return "#" * min(max(above[-1] + 1, 2) if above else 2, 6)
