"""The original of a translation has changed since it was translated.

The page tells readers that the translation is older than its original, and where to find the
original. Until somebody updates it, they can't know whether the difference matters to them.

## What to do

`toolkit translation diff ID --language L` shows what changed. Change the translation where it has
to, and run `toolkit translation stamp FILE`: it records that the translation now follows the
current original.

## Example

Wrong, where the summary of the original has changed since:

```yaml
summary: Conseils aux procureurs.
source_digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
```

Right, after the translation was changed and stamped:

```yaml
summary: Conseils aux procureurs et aux juges.
source_digest: sha256:1111111111111111111111111111111111111111111111111111111111111111
```
"""

import re

from rapidfuzz.distance import OSA

from toolkit.content.schema import ID
from toolkit.problems import Finding, Findings, Severity
from toolkit.translations.source import Text, changed_parts, source_text
from toolkit.translations.status import State
from toolkit.validation.context import Context
from toolkit.validation.places import named_in_commands

SEVERITY = Severity.WARNING

_MOST = 4
_FEW_LETTERS = 2  # ids of other entries differ in more


def check(context: Context) -> Findings:
    """Compare the text that each translation was made from with the present one."""
    for translation in context.content.translations:
        original = context.content.by_path[translation.of]
        if translation.get("source_digest") is None or original.front is None:
            continue  # nobody knows what an unreadable original says
        if original.has_conflict:
            continue  # nor which of two versions will stay
        status = context.translation_statuses.of(translation)
        if status.state is not State.OUTDATED:
            continue
        kept = context.translation_statuses.kept[translation.text("source_digest")].text or {}
        # Another check tells what is wrong with a field; it will be seen later whether it changed.
        faulty = {fault.field.partition("[")[0] for fault in original.faults}
        changed = changed_parts(kept, _without_slips(source_text(original), kept))
        if changed := tuple(one for one in changed if one not in faulty):
            yield Finding(
                f"The original has changed since: {_listed(changed)}.",
                translation.place("source_digest"),
                f"the digest of a text known since {status.since}",
                f"see what changed: toolkit translation diff {named_in_commands(translation.of)} "
                f"--language {translation.language}; then stamp the file.",
                "source_digest",
            )


def _without_slips(text: Text, kept: Text) -> Text:
    """The text with the entries that it chose before where only a slip has changed them.

    Other checks report an entry that is missing or misspelt. A number tells editions apart.
    """
    choices = [dict(choice) for choice in text.get("choices", ())]
    for new, old in zip(choices, kept.get("choices", ()), strict=False):
        slips = OSA.distance(new["entry"].lower(), old["entry"])
        is_misspelt = slips <= _FEW_LETTERS and _digits(new) == _digits(old)
        if is_misspelt or not ID.fullmatch(new["entry"]):
            new["entry"] = old["entry"]
    return {**text, "choices": choices} if choices else text


def _digits(choice: Text) -> list[str]:
    return re.findall("[0-9]+", choice["entry"])


def _listed(changed: tuple[str, ...]) -> str:
    """The changed fields, and the changed sections in quotation marks."""
    names = [one if one[:1].islower() else f'"{one}"' for one in changed[:_MOST]]
    more = len(changed) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")
