"""A language is not written as its code.

Languages are written as short codes (tags of the standard BCP 47), so that their names can be shown
in every language. Most have two small letters: `en`, `fr`, `es`, `ar`, `ru`, `zh`.

## What to do

Use the two letters of the language, or its three letters if it has no two-letter code. A script or
a country may follow after a hyphen: `zh-Hant`, `pt-BR`.

## Example

Wrong:

```yaml
languages: [English, FR]
```

Right:

```yaml
languages: [en, fr]
```
"""

import re

from toolkit.content.matching import Leaf
from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.source import Location
from toolkit.validation.context import Context
from toolkit.validation.fixes import new_value
from toolkit.validation.language_tags import (
    NO_LANGUAGE,
    canonical_tag,
    certain_tag,
    suggest_tag,
    un_languages,
)
from toolkit.validation.several import each_by_itself
from toolkit.validation.words import quote

_MANY = NO_LANGUAGE | {
    "all languages",
    "multilingual",
    "multiple",
    "several",
    "various",
}


def check(context: Context) -> Findings:
    """Look at values that are languages, and at texts given by language."""
    for leaf in context.content.leaves(Form.LANGUAGE):
        if canonical_tag(leaf.text) != leaf.text:
            yield _finding(leaf, leaf.text, leaf.location)
    seen = set()
    for leaf in context.content.leaves(Form.TEXT):
        tag = leaf.name.rpartition(".")[2].partition("[")[0]
        if leaf.field.number.is_by_language and canonical_tag(tag) != tag:
            place = _before(leaf, tag)
            if (place.source.path, place.line, place.column) not in seen:
                seen.add((place.source.path, place.line, place.column))
                yield _finding(leaf, tag, place)


def _before(leaf: Leaf, name: str) -> Location:
    """Where the name of a text is: on the same line, or above it."""
    place = leaf.location
    for number in range(place.line, 0, -1):
        line = place.source.line(number)
        found = re.search(rf"(?<![\w-]){re.escape(name)}['\"]?\s*:", line)
        if found:
            return place.source.at(number, found.start() + 1, len(name))
    return place


def _finding(leaf: Leaf, text: str, place: Location) -> Finding:
    suggestion = suggest_tag(text) or suggest_tag(re.split(r"[(\[]", text, maxsplit=1)[0])
    several = each_by_itself(text, suggest_tag)
    if of_the_un := un_languages(text):
        suggestion, several = "", f"write {of_the_un}"
    elif text.casefold() in _MANY:
        suggestion, several = "", "name each language"
    return Finding(
        f"{quote(text)} is not the code of a language.",
        place,
        f'did you mean "{suggestion}"?' if suggestion else several,
        'use a code such as "en", "fr" or "zh-Hant".',
        leaf.name,
        new_value(leaf.scalar, certain_tag(text)) if leaf.text == text else (),
    )
