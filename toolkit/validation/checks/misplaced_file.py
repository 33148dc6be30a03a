"""A file is in a folder where it would not be read as an entry.

Entries are in the folders `practices` and `resources` of a pillar, and nowhere deeper. The only
other page of a pillar is its introduction, `index.md`. An entry anywhere else would be published as
a page without its facts: in no list, and found by no filter.

## What to do

Move the file to `practices` or `resources` in its pillar, and check how these are spelt. If it is
not an entry, move it to `about`.

## Example

Wrong:

```text
docs/prevention/guides/unodc-toolkit-2008.md
```

Right:

```text
docs/prevention/resources/unodc-toolkit-2008.md
```
"""

import re

from toolkit.content.document import Document
from toolkit.languages import TARGETS
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.language_tags import suggest_tag
from toolkit.validation.places import has_facts, is_misplaced, named_in_commands, place_for


def check(context: Context) -> Findings:
    """Report files in pillars that are neither entries nor introductions."""
    content = context.content
    for document in content.documents:
        if is_misplaced(document):
            places = place_for(document)
            way = f"move the file to {_folders(document, content.prefix)}."
            there = [path for one in places if (path := f"{one}{document.id}") in content.by_path]
            tags = map(suggest_tag, document.path.split("/")[:-1])
            tag = next((one for one in tags if one in TARGETS), "")
            # Moving it over the file of that name would lose one of the two.
            if there and tag:
                command = f"toolkit translation new {named_in_commands(there[0])} --language {tag}"
                known = content.by_translation.get((there[0], tag))
                first = f"run {command}, " if known is None else ""
                file = "its file" if known is None else known.source.path
                way = f"{first}move your words into {file}, and delete this one."
            elif there:
                way = f"give it a name that no other file has, and {way}"
            yield _finding(document, way)


def entry_outside(document: Document, prefix: str) -> Finding | None:
    """What to do with a file outside of the content folder, called `prefix`; None if it is no entry
    or task.
    """
    name = document.source.path.rpartition("/")[2]
    stem = re.sub(r"(?i)\.(md|md\.txt|markdown)$", "", name)
    named = "" if name == f"{stem}.md" else f", and name it {stem}.md"
    way = f"move the file to {_folders(document, prefix)}{named}."
    return _finding(document, way) if has_facts(document) else None


def _folders(document: Document, prefix: str) -> str:
    return " or ".join(f"{prefix}/{one}" for one in place_for(document))


def _finding(document: Document, way: str) -> Finding:
    message = f"{'An entry' if has_facts(document) else 'A page'} cannot be in this folder."
    hint = f"{way} Until then it is not fully checked."
    return Finding(message, document.source.at(1), hint=hint)
