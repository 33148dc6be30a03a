"""An entry changed since a task that chooses it was last reviewed.

A task says what to use an entry for and what to keep in mind. When the entry changes, these
sentences may no longer be true.

## What to do

Read the entry, correct `use` and `caution` if they no longer apply, and run `toolkit tasks stamp
ID`: it records which text of each chosen entry was read.

## Example

Wrong, where the entry has another text now:

```yaml
choices:
  - entry: unodc-toolkit-2008
    use: Take the checklist.
    caution: It is from 2008.
    digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
```

Right, before the task is stamped for the first time:

```yaml
choices:
  - entry: unodc-toolkit-2008
    use: Take the checklist.
    caution: It is from 2008.
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.recognition.digest import DIGEST, canonical_form, digest_of
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Compare the digests of chosen entries with those that the tasks have."""
    for task in context.content.tasks:
        chosen = ""
        for leaf in task.below("choices"):
            if leaf.field.name == "entry":
                chosen = leaf.text
            if leaf.field.name != "digest" or not DIGEST.fullmatch(leaf.text):
                continue
            entry = context.content.by_id.get(chosen)
            if entry is not None and digest_of(canonical_form(entry)) != leaf.text:
                yield Finding.about(
                    leaf,
                    f"{quote(chosen)} changed since this task was last reviewed.",
                    "read the entry again",
                    f"correct use and caution, then run: toolkit tasks stamp {task.id}",
                )
