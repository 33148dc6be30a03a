"""A term is not in its vocabulary.

Themes, audiences, types, regions and the like come from controlled vocabularies, so that readers
who filter by a term find everything about it. Another spelling, or a term that only one entry uses,
would hide the entry from them.

## What to do

Use a term of the vocabulary that the message names. Its file contains the ids with their labels,
definitions and synonyms. If no term applies, propose one there in the same pull request. `toolkit
check --fix` writes the id of a term that is typed by its label.

## Example

Wrong:

```yaml
themes: [investigaton]
```

Right:

```yaml
themes: [investigation]
```
"""

from collections.abc import Callable
from functools import cache

from toolkit.content.entry_schema import FIELDS
from toolkit.content.reader import Content
from toolkit.content.schema import ID, Form, Number
from toolkit.problems import Finding, Findings, Fix
from toolkit.validation.context import Context
from toolkit.validation.countries import certain_country
from toolkit.validation.fixes import new_value
from toolkit.validation.term_names import TermNames
from toolkit.validation.words import quote

# The lists of terms that every entry can have, by vocabulary.
_LISTS = {
    field.vocabulary: field.name
    for field in FIELDS
    if field.form is Form.TERM and field.number is Number.LIST
}


def check(context: Context) -> Findings:
    """Compare every term with its vocabulary."""
    vocabularies = context.content.vocabularies
    names = cache(lambda name: TermNames(vocabularies[name]))
    sound = context.lists.made(_sound)
    for leaf in context.content.leaves(Form.TERM):
        vocabulary = vocabularies[leaf.field.vocabulary]
        if vocabulary.name not in sound or leaf.text in vocabulary.terms:
            continue
        own = names(vocabulary.name)
        fixes: tuple[Fix, ...] = ()
        if vocabulary.name == "regions" and (code := certain_country(leaf.text)):
            region = vocabulary.of_country.get(code, "")
            message = f"{quote(leaf.text)} is a country, not a region."
            label = f"write countries: [{code}]"
            label += f", and its region here: {region}" if region else ""
            hint = f"use a region of {vocabulary.path}, and name the country in countries."
        elif not own.exact(leaf.text) and (found := _elsewhere(leaf.text, names, TermNames.named)):
            message = f'{quote(leaf.text)} is a term of "{found[0]}", not of "{vocabulary.name}".'
            label = f"move it to {_LISTS[found[0]]}: [{found[1]}]"
            hint = f"each field has its own terms; those of this one are in {vocabulary.path}."
        else:
            message = f'"{leaf.text}" is not a term of the vocabulary "{vocabulary.name}".'
            label = own.label(leaf.text, one=leaf.field.number is Number.ONE)
            if not label and (found := _elsewhere(leaf.text, names, TermNames.only)):
                label = f"move it to {_LISTS[found[0]]}: [{found[1]}]"
            label = label or own.choice()
            hint = f"use a term of {vocabulary.path}, or propose one there."
            fixes = new_value(leaf.scalar, own.certain(leaf.text))
        yield Finding.about(leaf, message, label, hint, fixes)


def _sound(content: Content) -> frozenset[str]:
    """The vocabularies that are sound, and whose ids are valid."""
    found = content.vocabularies.values()
    return frozenset(one.name for one in found if one.sound and all(map(ID.fullmatch, one.terms)))


def _elsewhere(
    text: str,
    names: Callable[[str], TermNames],
    id_of: Callable[[TermNames, str], str],
) -> tuple[str, str] | None:
    """The first other list that has a term for this text by `id_of`, and its id; None if none."""
    found = ((vocabulary, id_of(names(vocabulary), text)) for vocabulary in _LISTS)
    return next((one for one in found if one[1]), None)
