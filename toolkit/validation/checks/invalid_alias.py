"""A former path of an entry or a task cannot be used.

`aliases` are the paths that it had before. Each of them gets a page that leads to the current one.
So an alias must be a path within this site that is not in use.

## What to do

Write the former path as it was after the address of the site, without `.html` and without a slash
at the beginning: folder, folder, name.

## Example

Wrong:

```yaml
aliases: [/prevention/resources/old-name.html]
```

Right:

```yaml
aliases: [prevention/resources/old-name]
```
"""

import re

from toolkit.content.markdown_files import TASKS
from toolkit.content.schema import ID, PILLARS, Form
from toolkit.languages import TARGETS
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote

# Nothing else is in the folders of entries and tasks, so a path of these forms is free if no file
# and no alias has it.
_ENTRY = re.compile(rf"(?:{'|'.join(PILLARS)})/(?:practices|resources)/{ID.pattern}")
_TASK = re.compile(rf"{TASKS}/(?!index$){ID.pattern}")
FORMER = re.compile(f"{_ENTRY.pattern}|{_TASK.pattern}")
# No disk takes a longer name than 255 characters, with its ending.
_LONGEST = 255 - len(".html")
_AROUND = rf"(?:.*/)?({{}})(?:\.(?:{'|'.join(TARGETS)}))?(?:\.html|\.md)?/?(?:[?#].*)?"


def check(context: Context) -> Findings:
    """Look at the form of each alias, and at what uses its path, or the id at its end."""
    content = context.content
    taken = {path: f"{content.prefix}/{path}.md" for path in content.by_path}
    ids = {id_: entry.source.path for id_, entry in content.by_id.items()}
    for leaf in content.leaves(Form.PATH):
        text, source = leaf.text, leaf.location.source
        folder = source.path.removeprefix(f"{content.prefix}/").rpartition("/")[0]
        what, form = ("task", _TASK) if folder == TASKS else ("entry", _ENTRY)
        # Nothing refers to a task by its id alone.
        other = ids.get(text.rpartition("/")[2]) if what == "entry" else None
        if not form.fullmatch(text):
            # It may be an address, or the path of a file. A name alone most likely meant one in
            # the same folder.
            found = re.fullmatch(_AROUND.format(form.pattern), text.replace("\\", "/").lower())
            bare = text.removesuffix(".html").removesuffix(".md")
            meant = found[1] if found else f"{folder}/{bare}"
            reason = f"is not a path of {'a task' if what == 'task' else 'an entry'}."
            pattern = "tasks/name" if what == "task" else "pillar/resources/name"
            label = f"write {meant if form.fullmatch(meant) else pattern}"
        elif len(text.rpartition("/")[2]) > _LONGEST:
            reason = "is too long for the name of a file."
            label = f"at most {_LONGEST} characters after the last slash"
        elif taken.get(text) == source.path and content.by_path.get(text) is None:
            continue  # twice in one list, which repeated-value reports
        elif taken.get(text) == source.path:
            reason, label = f"is where the {what} is now.", "remove it"
        elif text in taken:
            reason, label = "is in use.", f"it belongs to {taken[text]}"
        elif other and other != source.path:
            reason = "has the id of another entry."
            label = f"statements of recognition would then be about {other}"
        else:
            taken[text] = source.path
            if what == "entry":
                ids[text.rpartition("/")[2]] = source.path
            continue
        message = f"The former path {quote(text)} {reason}"
        hint = f"write a former path of the {what}, without .html, or remove it."
        yield Finding.about(leaf, message, label, hint)
