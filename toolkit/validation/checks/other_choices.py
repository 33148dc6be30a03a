"""A translated task does not choose the entries that its original does.

The choices of a translation follow those of the original one by one: each `use` and `caution` is
shown beside the entry of the original. Otherwise readers would be told of one work what is true
of another.

## What to do

Take the entries of the original, in its order, and translate `use` and `caution` of each.

## Example

Wrong, where the original chooses `manual`, then `guide`:

```yaml
choices:
  - {entry: guide, use: Prenez la liste., caution: De 2019.}
```

Right:

```yaml
choices:
  - {entry: manual, use: Planifiez la visite., caution: Long.}
  - {entry: guide, use: Prenez la liste., caution: De 2019.}
```
"""

from toolkit.content.document import Document
from toolkit.content.values import Sequence
from toolkit.problems import Finding, Findings
from toolkit.translations.source import source_text
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Compare the chosen entries of each translated task that matches its present original."""
    for translation, original in context.up_to_date():
        wanted, given, choices = chosen(original), chosen(translation), translation.get("choices")
        # Other checks tell of what is no choice, and of an original without one of its entries.
        if not isinstance(choices, Sequence) or len(choices.items) > len(given) or "" in wanted:
            continue
        pairs = enumerate(zip(given, wanted, strict=False))
        # Another check tells of choices without an entry.
        first = next((number for number, (one, other) in pairs if one not in ("", other)), -1)
        if first < 0 and len(given) == len(wanted):
            continue
        name = f"choices[{first}].entry"
        places = [one.location for one in translation.below("choices") if one.name == name]
        yield Finding(
            "These are not the choices of the original.",
            places[0] if places else translation.place("choices"),
            "" if first < 0 else f"the original has {wanted[first]} here",
            f"choose {', '.join(wanted)}, in this order.",
            "choices",
        )


def chosen(task: Document) -> list[str]:
    """The entries that a task or its translation chooses, in order."""
    return [choice["entry"] for choice in source_text(task).get("choices", ())]
