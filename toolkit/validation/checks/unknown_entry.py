"""An entry refers to another one that does not exist.

`supersedes`, `related` and `distinct_from` name other entries by their ids. An id that does not
exist would be a broken link.

## What to do

Use the file name of the entry, without its folder and without `.md`. If the entry does not exist
yet, add it in the same pull request, or leave it out.

After an entry was renamed, with its former path in its `aliases`, `toolkit check --fix` writes the
new id. `toolkit rename OLD-ID NEW-ID` does all of this, even if the file has its new name already.

If a statement of recognition names an entry that was renamed, leave the statement as it is, and add
the former path to the `aliases` of the entry. If the entry was removed, restore it with `status:
withdrawn`.

## Example

Wrong:

```yaml
related: [prevention/resources/unodc-toolkit-2008.md]
```

Right:

```yaml
related: [unodc-toolkit-2008]
```
"""

import re
from functools import cache

from toolkit.content.schema import Form, Kind
from toolkit.problems import Finding, Findings
from toolkit.validation.checks.other_choices import chosen
from toolkit.validation.context import Context
from toolkit.validation.fixes import new_value
from toolkit.validation.unknown_ids import Labels, id_of_title
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare every id of an entry with the files."""
    known = context.content.by_id
    renamed = context.content.renamed
    statements = f"{context.content.prefix}/recognition/"
    pairs = context.up_to_date()
    tasks = cache(lambda: {one.source.path: of for one, of in pairs if of.kind is Kind.TASK})
    labels = Labels(context.content, Form.ENTRY, known)
    for leaf in context.content.leaves(Form.ENTRY):
        if leaf.location.source.path in context.of_other_kind:
            continue  # its related ids are those of the other kind
        if leaf.text in renamed and leaf.location.source.path.startswith(statements):
            continue  # statements follow an entry whose id changed
        if leaf.text not in known and leaf.text not in context.intended_ids:
            task = tasks().get(leaf.location.source.path)
            if task and not (leaf.text in renamed and leaf.text in chosen(task)):
                # A translation chooses it too, which is reported once; or it alone does, which
                # other-choices reports. A new id has to be written in each.
                continue
            # A path, or a link in Markdown.
            bare = re.split(r"/|\]\(", leaf.text.strip("[]()<>"))[-1]
            bare = bare.removesuffix(".md").removesuffix(".html")
            bare = id_of_title(context.content, leaf.text) or renamed.get(bare, bare)
            label = labels.label(leaf, bare if bare in known else "", bare)
            is_stated = leaf.location.source.path.startswith(statements)
            if label and is_stated and _was_an_entry(context, leaf.text):
                label = ""  # no other one is meant
            new = renamed.get(leaf.text, "")
            yield Finding.about(
                leaf,
                f"There is no entry {quote(leaf.text)}.",
                label,
                "use the file name of an entry, without .md. If it was renamed, add its former "
                "path to its aliases; if it was removed, restore it with status: withdrawn.",
                new_value(leaf.scalar, new) if label == f"write {new}" else (),
            )


def _was_an_entry(context: Context, id_: str) -> bool:
    """Whether a text is kept of an entry that had this id."""
    return any(text.entry == id_ for text in context.ledger.texts.sound.values())
