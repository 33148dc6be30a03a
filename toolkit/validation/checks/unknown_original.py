"""A translation was made from a text that is not known.

`source_digest` says which text of the original was translated. If it matches neither the current
text nor one that is kept in `docs/originals`, nobody can tell whether the translation is up to
date.

## What to do

Compare the translation with the original, change it where it has to be, and run
`toolkit translation stamp FILE`. Don't copy the line from another file, and don't write it by hand.
If the digest is that of another text, the file may be a translation of that one: then rename it.

If another change removed the kept text, restore its file from the history.

## Example

Wrong:

```yaml
source_digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
```

Right, as the command writes it:

```yaml
source_digest: sha256:1fe8270bd5bcd5dbff7990d5c388fbab797babb3b74f2869303472a5e1266b2f
```
"""

from toolkit.content.markdown_files import place_of
from toolkit.content.originals import FOLDER
from toolkit.content.schema import Kind
from toolkit.problems import Finding, Findings
from toolkit.recognition.digest import PREFIX, is_digest
from toolkit.translations.status import State
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Look for the text that each translation names."""
    statuses = context.translation_statuses
    # altered-original tells of these.
    altered = context.content.originals.keys() - statuses.kept.keys() - {*statuses.digests.values()}
    for translation in context.content.translations:
        digest = translation.text("source_digest")
        # A digest in another form is reported as such, and so is a broken original.
        if not is_digest(digest) or digest in altered or translation.of not in statuses.digests:
            continue
        if statuses.of(translation).state is State.UNKNOWN:
            prefix, kept = context.content.prefix, context.content.originals.get(digest)
            label, lost = "", f"{prefix}/{FOLDER}/{digest.removeprefix(PREFIX)}.json"
            other = f"if another change removed {lost}, restore it from the history; if not, "
            if kept is not None:
                path = f"{prefix}/{kept.of}"
                label = f"it matches {path}.md"
                name = f"{path}.{translation.language}.md"
                other = f"if this is a translation of that text, rename it to {name}; "
                if place_of(f"{kept.of}.md")[0] is not Kind.PAGE:
                    other += f"if the original was called that, add {kept.of} to its aliases; "
                other += "if not, "
            yield Finding(
                "This digest does not match any known text of the original.",
                translation.place("source_digest"),
                label,
                f"{other}compare the translation with the original, then run: "
                f"toolkit translation stamp {translation.source.path}",
                "source_digest",
            )
