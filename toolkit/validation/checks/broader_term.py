"""A group of themes is used as a theme.

Some themes are groups of narrower ones. Readers choose narrow themes, so an entry under the group
alone is hard to find. The page of the group lists the entries of all its themes anyway.

## What to do

Use the narrower themes that apply. The list of themes shows which ones belong to the group. If a
new theme made a group of a theme that many entries name, give the new one another broader theme.

## Example

Wrong:

```yaml
themes: [victim-services]
```

Right:

```yaml
themes: [victim-assistance]
```
"""

from toolkit.content.schema import Form
from toolkit.grouping import grouped
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.term_names import NARROW_ONLY, choose_from
from toolkit.validation.words import quote

_MOST_NAMED = 12
# With so many uses, and none of what is in the group, the slip is in the vocabulary.
_MANY = 3


def check(context: Context) -> Findings:
    """Report themes that have narrower ones, or else the new one that made a group of a theme."""
    used = grouped(
        ((leaf.field.vocabulary, leaf.text), leaf) for leaf in context.content.leaves(Form.TERM)
    )
    for (name, text), leaves in used.items():
        vocabulary = context.content.vocabularies[name]
        if name not in NARROW_ONLY or not vocabulary.sound or text not in vocabulary.narrower:
            continue
        narrower = vocabulary.narrower[text]
        ids = [term.id for term in narrower]
        if len(leaves) >= _MANY and not any((name, id_) in used for id_ in ids):
            message = f"{quote(ids[0])} makes a group of {quote(text)}, a theme in use."
            label = f"name another group as broader than {quote(ids[0])}"
            hint = f"entries can't name a group, and {len(leaves)} texts name this one."
            yield Finding(message, narrower[0].location, label, hint)
            continue
        more = ["…"] if len(ids) > _MOST_NAMED else []
        for leaf in leaves:
            yield Finding.about(
                leaf,
                f"{quote(text)} is a group of {name}, not a theme.",
                "use the themes in it that apply",
                f"{choose_from([*ids[:_MOST_NAMED], *more])} ({vocabulary.path}).",
            )
