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

from toolkit.content.schema import ID, LONGEST_ID
from toolkit.languages import TARGETS
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.checks.odd_path import TAKEN
from toolkit.validation.context import Context
from toolkit.validation.language_tags import suggest_tag
from toolkit.validation.places import is_misnamed_translation
from toolkit.validation.words import quote

SEVERITY = Severity.ERROR

# As Windows, macOS, browsers and file services name a second file of one name.
_COPY = re.compile(
    r"copy of (.+)|(.+?)(?: ?\([0-9]+\)| - copy(?: ?\([0-9]+\))?| copy(?: [0-9]+)?)", re.IGNORECASE
)
_TRANSLATED = re.compile(r"(.+)[._ ]([A-Za-z]{2,10})")
_RESERVED = ("index", "readme")


def check(context: Context) -> Findings:
    """Look at the names of all entries."""
    for entry in context.content.entries:
        name = entry.id
        if is_misnamed_translation(entry):
            continue  # reported as no translation
        taken = TAKEN.fullmatch(name)
        fits = ID.fullmatch(name) and len(name) <= LONGEST_ID
        if fits and not taken and name not in _RESERVED:
            continue
        if taken:
            message = f"Windows can't store a file called {quote(name)}."
            hint = "rename the file: publisher, two or three words, year."
        elif name.lower() in _RESERVED:
            message, hint = f"An entry can't be called {quote(name)}.", "rename or remove the file."
        elif len(name) > LONGEST_ID:
            message = f"The file name has {len(name)} characters; the limit is {LONGEST_ID}."
            hint = "shorten the name: publisher, two or three words, year."
        elif (original := copied_from(name)) in context.content.by_id and _COPY.fullmatch(name):
            message = f"{quote(name)} looks like a copy of {quote(original)}."
            hint = f"keep the better text as {original}.md, and delete the other file."
        elif original in context.content.by_id:
            message = f"{quote(name)} is not the name of a translation of {quote(original)}."
            tag = suggest_tag(name[len(original) + 1 :])
            hint = (
                f"rename it to a name of its own, run toolkit translation new {original} "
                f"--language {tag}, and move your words into the file that it writes."
            )
        else:
            message = f"The file name {quote(name)} contains more than a-z, 0-9 and hyphens."
            hint = f"rename the file{_suggestion(name)}."
        yield Finding(message, entry.source.at(1), hint=hint)


def copied_from(name: str) -> str:
    """The id that a name was made from when the file was copied; empty where it is no copy.

    Computers do so, and people who translate: `guide.FR`, `guide_french`.
    """
    found = _COPY.fullmatch(name)
    if found:
        return found[1] or found[2]
    translated = _TRANSLATED.fullmatch(name)
    return translated[1] if translated and suggest_tag(translated[2]) in TARGETS else ""


def _suggestion(name: str) -> str:
    name = copied_from(name) or name
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_name.lower())
    return f" to {'-'.join(words)}.md" if words else ": small letters, digits, hyphens"
