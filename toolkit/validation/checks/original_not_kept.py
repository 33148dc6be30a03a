"""The text that a translation was made from is not kept.

As long as the original stays as it is, nothing is wrong. As soon as it changes, nobody can tell
what has changed since the translation was made, and the translation has to be read again as a
whole.

## What to do

Run `toolkit translation stamp FILE`: it keeps the text in `docs/originals`. Add the new file to
your change.

## Example

Wrong:

```text
docs/tasks/interview-a-child.fr.md
```

Right, where the translation was made from the text with the digest sha256:1fe8270b...:

```text
docs/tasks/interview-a-child.fr.md
docs/originals/1fe8270bd5bcd5dbff7990d5c388fbab797babb3b74f2869303472a5e1266b2f.json
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Look for the kept text of each translation that matches its present original."""
    for translation, _ in context.up_to_date():
        if translation.text("source_digest") not in context.content.originals:
            yield Finding(
                "The text that this translation was made from is not kept.",
                translation.place("source_digest"),
                hint=f"run: toolkit translation stamp {translation.source.path}",
                field="source_digest",
            )
