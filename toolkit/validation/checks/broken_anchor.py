"""A link leads to a heading that does not exist.

The part of a link after `#` names a heading: its words in small letters, with hyphens instead of
spaces. If there is no such heading, readers land at the top of the page and have to search. A link
in a translation leads to the translation of the page where there is one, whose headings have the
words of that language.

## What to do

Write the heading as it is now, in small letters and with hyphens, or remove the part from `#` on.

## Example

Wrong, in a file in `docs/about/`:

```markdown
See [the grades](evidence.md#grades).
```

Right:

```markdown
See [the grades](evidence.md#the-three-grades).
```
"""

import re

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.links import Aim, Target, targets
from toolkit.validation.nearest import did_you_mean
from toolkit.validation.words import quote

# Word processors' names for notes, for the places that notes belong to, and for bookmarks.
_OF_PROGRAMS = (
    (re.compile(r"_?(?:ftn|edn|fn|footnote)-?(\d+)"), "write [^{}] instead of this link"),
    (re.compile(r"_?(?:ftn|edn|fn|footnote)-?ref-?(\d+)"), "write [^{}]: instead of this link"),
    (re.compile(r"_?(?:toc|ref|hlk)\d+|_?heading=?h\..*|_?bookmark=.*|_"), "keep only the words"),
)
_HEADINGS = "write the words of a heading of that page in small letters, with hyphens."
_NOTES = "a note is [^1] in the text, and its text is on a line of its own that begins with [^1]:."


def check(context: Context) -> Findings:
    """Compare anchors with the headings of the pages that people wrote."""
    content = context.content
    anchors: dict[str, frozenset[str]] = {}
    for target in targets(content):
        if not target.anchor:
            continue  # as of every address on another site
        page = _page(target, content)
        if page is None or not page.is_read:
            continue
        name = page.source.path
        if name not in anchors:
            anchors[name] = frozenset(heading.anchor for heading in page.outline.headings)
        if target.anchor not in anchors[name]:
            made = _of_program(target.anchor)
            message = f"{name} has no heading {quote('#' + target.anchor)}."
            label = made or did_you_mean(target.anchor, anchors[name])
            hint = _NOTES if "[^" in made else _HEADINGS
            yield Finding(message, target.link.location, label, hint)


def _of_program(anchor: str) -> str:
    """The label if a word processor made the anchor; empty if a person did."""
    found = ((pattern.fullmatch(anchor.lower()), label) for pattern, label in _OF_PROGRAMS)
    return next((label.format(*match.groups()) for match, label in found if match), "")


def _page(target: Target, content: Content) -> Document | None:
    """The page that readers of the document get, in its language or otherwise in English."""
    if target.aim is Aim.HERE:
        return target.document
    path = target.path.removesuffix(".md")
    translated = content.by_translation.get((path, target.document.language))
    return translated or content.by_path.get(path)
