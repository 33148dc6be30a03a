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
from toolkit.content.matching import Leaf
from toolkit.content.schema import ID, Form, Number
from toolkit.content.vocabularies import Vocabulary
from toolkit.problems import Finding, Findings
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
    is_sound = cache(
        lambda name: vocabularies[name].sound and all(map(ID.fullmatch, vocabularies[name].terms))
    )
    for leaf in context.content.leaves(Form.TERM):
        vocabulary = vocabularies[leaf.field.vocabulary]
        if is_sound(vocabulary.name) and leaf.text not in vocabulary.terms:
            yield (
                _country(leaf, vocabulary)
                or _elsewhere(leaf, vocabulary, names)
                or Finding.about(
                    leaf,
                    f'"{leaf.text}" is not a term of the vocabulary "{vocabulary.name}".',
                    names(vocabulary.name).label(leaf.text, one=leaf.field.number is Number.ONE),
                    f"use a term of {vocabulary.path}, or propose one there.",
                    new_value(leaf.scalar, names(vocabulary.name).certain(leaf.text)),
                )
            )


def _elsewhere(
    leaf: Leaf, vocabulary: Vocabulary, names: Callable[[str], TermNames]
) -> Finding | None:
    """The finding for a term that belongs in another field; None for any other."""
    if names(vocabulary.name).exact(leaf.text):
        return None
    for name, field in _LISTS.items():
        if id_ := names(name).named(leaf.text):
            return Finding.about(
                leaf,
                f'{quote(leaf.text)} is a term of "{name}", not of "{vocabulary.name}".',
                f"move it to {field}: [{id_}]",
                f"each field has its own terms; those of this one are in {vocabulary.path}.",
            )
    return None


def _country(leaf: Leaf, vocabulary: Vocabulary) -> Finding | None:
    """The finding for a country among the regions; None for anything else."""
    code = certain_country(leaf.text) if vocabulary.name == "regions" else ""
    if not code:
        return None
    region = vocabulary.of_country.get(code, "")
    return Finding.about(
        leaf,
        f"{quote(leaf.text)} is a country, not a region.",
        f"write countries: [{code}]" + (f", and its region here: {region}" if region else ""),
        f"use a region of {vocabulary.path}, and name the country in countries.",
    )
