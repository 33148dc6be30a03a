"""An organization of the register is named among the partners.

`partners` is for organizations that are not in the register. One that is there is named by its id
in `organisations`: its page then lists the entry, and its name can be shown in every language.

## What to do

Remove the name from `partners` and add the id to `organisations`.

## Example

Wrong:

```yaml
partners: [International Labour Organization]
```

Right:

```yaml
organisations: [ilo]
```
"""

import re

from toolkit.content.reader import Content
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context, Lists
from toolkit.validation.words import bare, look_alike, quote

SEVERITY = Severity.WARNING

_AROUND = re.compile(r"^the\s+|\s*\([^()]*\)$", re.IGNORECASE)


def check(context: Context) -> Findings:
    """Look for partners that are exactly the id, a name or the abbreviation of an organization."""
    register = context.content.organisations
    for entry in context.content.entries:
        for leaf in entry.of_field("partners"):
            if id_ := id_in_register(context.lists, leaf.text):
                message = f"{quote(leaf.text)} is in the register of organizations."
                label = f"remove it here, and add {id_} to organisations"
                hint = f"partners are organizations that are not in {register.path}."
                yield Finding.about(leaf, message, label, hint)


def id_in_register(lists: Lists, name: str) -> str:
    """The id of the organization with exactly this name; empty if there is none."""
    return lists.made(_ids_by_name).get(_bare(name), "")


def _ids_by_name(content: Content) -> dict[str, str]:
    ids: dict[str, str] = {}
    for item in content.organisations.items.values():
        for name in (item.id, *item.every_name):
            ids.setdefault(_bare(name), item.id)
    ids.pop("", None)
    return ids


def _bare(name: str) -> str:
    """A name in lower case, one spelling and one alphabet, without quotes, article, abbreviation in
    brackets.
    """
    text = _AROUND.sub("", " ".join(look_alike(bare(name)).split())).casefold()
    return text.replace("organis", "organiz")
