"""An organization is not in the register.

`organisations` and `verified` name organizations by their ids in the register, so that one page can
show everything that an organization is responsible for, under one name.

## What to do

Use the id in the register, in small letters. If the organization is not there, write its name in
`partners`, or propose it for the register in the same pull request. `toolkit check --fix` writes
the id of an organization that is typed by its name or abbreviation.

## Example

Wrong:

```yaml
organisations: [International Labour Organization]
```

Right:

```yaml
organisations: [ilo]
```
"""

from toolkit.content.reader import Content
from toolkit.content.schema import ID, Form, Number
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.fixes import new_value
from toolkit.validation.nearest import Suggestions
from toolkit.validation.several import each_by_itself
from toolkit.validation.words import bare, quote

_NEAR = 0.7  # USAID is not UNAIDS


def check(context: Context) -> Findings:
    """Compare every organization with the register."""
    register = context.content.organisations
    if not (register.sound and context.lists.made(_has_valid_ids)):
        return
    by_name = context.lists.made(ids_by_name)
    suggestions = context.lists.made(_suggestions)
    for leaf in context.content.leaves(Form.ORGANISATION):
        if leaf.text not in register.items:
            name = suggestions.nearest(bare(leaf.text).casefold())
            first = bare(leaf.text).partition(" ")[0]
            if not name and first.isupper():
                name = first.casefold() if first.casefold() in by_name else ""  # IOM Thailand
            several = each_by_itself(leaf.text, lambda part: by_name.get(part.casefold(), ""))
            if leaf.field.number is Number.ONE:
                several = several.replace("write them separately", "choose one")
            is_own = (
                leaf.location.source.path.endswith(".md") and leaf.field.name == "organisations"
            )
            partner = ", or write the name in partners" if is_own else ""
            # What is written as an id may be right, and mistyped in the register.
            sure = "" if ID.fullmatch(leaf.text) else by_name.get(bare(leaf.text).casefold(), "")
            message = f"{quote(leaf.text)} is not the id of an organization."
            label = several or (f'did you mean "{by_name[name]}"?' if name else "")
            hint = f"use an id from {register.path}{partner}."
            yield Finding.about(leaf, message, label, hint, new_value(leaf.scalar, sure))


def _has_valid_ids(content: Content) -> bool:
    return all(map(ID.fullmatch, content.organisations.items))


def _suggestions(content: Content) -> Suggestions:
    return Suggestions(ids_by_name(content), _NEAR)


def ids_by_name(content: Content) -> dict[str, str]:
    """Ids, abbreviations and names in lower case, each with the id it stands for."""
    result: dict[str, str] = {}
    for item in content.organisations.items.values():
        for name in item.every_name:
            result.setdefault(name.casefold(), item.id)
    result.update({key: key for key in content.organisations.items})
    result.pop("", None)
    return result
