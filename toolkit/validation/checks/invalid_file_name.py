"""The name of an entry's file is not made of small letters, digits and hyphens.

The file name is the id of the entry and the end of its address, for good. Spaces, capitals and
accents break links in emails and on memory sticks. A name has at most 80 characters.

## What to do

Rename the file: small letters without accents, digits, and single hyphens between words. Put the
publisher first and the year last, as in `unodc-toolkit-2008.md`.

## Example

Wrong:

```text
UNODC Toolkit (2008).md
```

Right:

```text
unodc-toolkit-2008.md
```
"""

from __future__ import annotations

import re
import unicodedata

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.checks.invalid_id import LONGEST, PATTERN
from toolkit.validation.checks.odd_path import TAKEN
from toolkit.validation.context import Context
from toolkit.validation.places import is_misnamed_translation
from toolkit.validation.words import quote

SEVERITY = Severity.ERROR

# As Windows, macOS, browsers and file services name a second file of one name.
_COPY = re.compile(
    r"copy of (.+)|(.+?)(?: ?\([0-9]+\)| - copy(?: ?\([0-9]+\))?| copy(?: [0-9]+)?)", re.IGNORECASE
)
_RESERVED = ("index", "readme")


def check(context: Context) -> Findings:
    """Look at the names of all entries."""
    for entry in context.content.entries:
        name = entry.id
        if is_misnamed_translation(entry):
            continue  # reported as no translation
        taken = TAKEN.fullmatch(name)
        fits = PATTERN.fullmatch(name) and len(name) <= LONGEST
        if fits and not taken and name not in _RESERVED:
            continue
        if taken:
            message = f"Windows can't store a file called {quote(name)}."
            hint = "rename the file: publisher, two or three words, year."
        elif name.lower() in _RESERVED:
            message, hint = f"An entry can't be called {quote(name)}.", "rename or remove the file."
        elif len(name) > LONGEST:
            message = f"The file name has {len(name)} characters; the limit is {LONGEST}."
            hint = "shorten the name: publisher, two or three words, year."
        elif (original := copied_from(name)) in context.content.by_id:
            message = f"{quote(name)} looks like a copy of {quote(original)}."
            hint = f"keep the better text as {original}.md, and delete the other file."
        else:
            message = f"The file name {quote(name)} contains more than a-z, 0-9 and hyphens."
            hint = f"rename the file{_suggestion(name)}."
        yield Finding(message, entry.source.at(1), hint=hint)


def copied_from(name: str) -> str:
    """The id that computers made a name from when they copied a file; empty where it is no copy."""
    found = _COPY.fullmatch(name)
    return (found[1] or found[2]) if found else ""


def _suggestion(name: str) -> str:
    name = copied_from(name) or name
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_name.lower())
    return f" to {'-'.join(words)}.md" if words else ": small letters, digits, hyphens"
