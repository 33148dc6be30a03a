"""A group of themes is used as a theme.

Some themes are groups of narrower ones. Readers choose narrow themes, so an entry under the group
alone is hard to find. The page of the group lists the entries of all its themes anyway.

## What to do

Use the narrower themes that apply. The list of themes shows which ones belong to the group.

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
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.term_names import NARROW_ONLY, choose_from
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Report themes that have narrower ones."""
    for leaf in context.content.leaves(Form.TERM):
        vocabulary = context.content.vocabularies[leaf.field.vocabulary]
        if vocabulary.name not in NARROW_ONLY or not vocabulary.sound:
            continue
        if narrower := vocabulary.narrower.get(leaf.text):
            message = f"{quote(leaf.text)} is a group of {vocabulary.name}, not a theme."
            label = "use the themes in it that apply"
            hint = f"{choose_from(term.id for term in narrower)} ({vocabulary.path})."
            yield Finding.about(leaf, message, label, hint)
