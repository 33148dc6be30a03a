"""An entry changed since a task that chooses it was last reviewed.

A task says what to use an entry for and what to keep in mind. When the entry changes, or when
somebody confirms its title, year or address, these sentences may no longer be true.

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

import re

from toolkit.problems import Finding, Findings, Severity
from toolkit.recognition.digest import DIGEST, canonical_form, digest_of
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING
# As cautions put it: "its year and address are not confirmed".
_FACTS = {
    "title": {"title"},
    "year": {"year", "since", "until"},
    "address": {"url", "described_at", "files"},
}
_FACT = "|".join(_FACTS)
_UNCONFIRMED = re.compile(
    rf"\b((?:{_FACT})(?:(?:, | and |, and )(?:{_FACT}))*) (?:is|are) not confirmed"
)


def check(context: Context) -> Findings:
    """Compare what tasks know about the entries that they choose with the entries."""
    for task in context.content.tasks:
        entry = None
        for leaf in task.below("choices"):
            if leaf.field.name == "entry":
                entry = context.content.by_id.get(leaf.text)
            if entry is None:
                continue
            if leaf.field.name == "caution" and (found := _UNCONFIRMED.search(leaf.text)):
                unverified = entry.texts("unverified")
                for fact in re.findall(_FACT, found[1]):
                    if _FACTS[fact].isdisjoint(unverified):
                        message = f"{quote(entry.id)} does not mark its {fact} as unverified."
                        label = "this says that it is not confirmed"
                        hint = f"correct caution, then run: toolkit tasks stamp {task.id}"
                        yield Finding.about(leaf, message, label, hint)
            if (
                leaf.field.name == "digest"
                and DIGEST.fullmatch(leaf.text)
                and digest_of(canonical_form(entry)) != leaf.text
            ):
                message = f"{quote(entry.id)} changed since this task was last reviewed."
                label = "read the entry again"
                hint = f"correct use and caution, then run: toolkit tasks stamp {task.id}"
                yield Finding.about(leaf, message, label, hint)
