"""A line in bold takes the place of a heading.

It looks like a heading but is not one: it is in no list of contents, links can't lead to it, and
people who listen to a page can't jump to it. Google Docs and Word produce such lines from headings
that were only made bold.

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

from toolkit.languages import LANGUAGES
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
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
    for passage in context.bodies:
        if passage.document is None or not ("**" in passage.text or "__" in passage.text):
            continue
        for match in _LINE.finditer(passage.text):
            words = match["words"].strip().removesuffix(":")
            if words.casefold() in _SECTIONS:
                continue  # wrong-sections reports it
            place = passage.at(match.start("line"), len(match["line"]))
            headings = passage.document.outline.headings
            levels = [1, *(one.level for one in headings if one.location.line < place.line)]
            message = f"{quote(words)} looks like a heading, but is a line in bold."
            label = f"write {'#' * min(levels[-1] + 1, 6)} {words}"
            hint = "readers who listen to a page go from heading to heading."
            yield Finding(message, place, label, hint)
