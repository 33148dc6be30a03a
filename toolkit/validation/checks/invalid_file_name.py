"""The name of an entry's file is not made of small letters, digits and hyphens.

The file name is the id of the entry or task and the end of its address, for good. Spaces, capitals
and accents break links in emails and on USB sticks. A name has at most 80 characters.

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

from toolkit.content.schema import ID, LONGEST_ID
from toolkit.problems import Finding, Findings
from toolkit.validation.checks.invalid_id import meant_id
from toolkit.validation.checks.odd_path import TAKEN
from toolkit.validation.context import Context
from toolkit.validation.language_tags import suggest_tag
from toolkit.validation.places import (
    copied_file,
    copied_from,
    is_misnamed_translation,
    translated_from,
)
from toolkit.validation.words import quote

RESERVED = ("index", "readme")


def check(context: Context) -> Findings:
    """Look at the names of all entries and tasks."""
    content = context.content
    paths = frozenset(content.paths)
    tasks = {task.id: task for task in content.tasks}
    for entry in (*content.entries, *content.tasks):
        name = entry.id
        known = content.by_id if entry.is_entry else tasks
        if is_misnamed_translation(entry):
            continue  # reported as a misnamed translation
        if name != name.lower() and f"{entry.path[: -len(name)]}{name.lower()}.md" in paths:
            continue  # twin-paths reports it
        taken = TAKEN.fullmatch(name)
        fits = ID.fullmatch(name) and len(name) <= LONGEST_ID
        if fits and not taken and name not in RESERVED:
            continue
        original = copied_from(name)
        translated = translated_from(name)
        if taken:
            message = f"Windows can't store a file called {quote(name)}."
            hint = "rename the file: publisher, two or three words, year."
        elif name.lower() in RESERVED:
            message, hint = f"An entry can't be called {quote(name)}.", "rename or remove the file."
        elif len(name) > LONGEST_ID:
            message = f"The file name has {len(name)} characters; the limit is {LONGEST_ID}."
            hint = "shorten the name: publisher, two or three words, year."
        elif original in known or copied_file(f"{entry.path}.md", paths):
            message = f"{quote(name)} looks like a copy of {quote(original)}."
            hint = f"keep the better text as {original}.md, and delete the other file."
        elif translated in known:
            message = f"{quote(name)} is not the name of a translation of {quote(translated)}."
            tag = suggest_tag(name[len(translated) + 1 :])
            hint = (
                f"give it a name of its own, run toolkit translation new {translated} "
                f"--language {tag}, and move your words into the file that it writes."
            )
        else:
            message = f"The file name {quote(name)} contains more than a-z, 0-9 and hyphens."
            id_ = meant_id(original or name)
            # Renaming to the name of another file would overwrite it.
            way = (
                f" to {id_}.md" if id_ and id_ not in known else ": small letters, digits, hyphens"
            )
            hint = f"rename the file{way}."
        yield Finding(message, entry.source.at(1), hint=hint)
