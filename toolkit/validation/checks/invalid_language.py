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
from itertools import groupby

from toolkit.content.matching import Leaf
from toolkit.content.schema import Form
from toolkit.languages import LANGUAGES, TARGETS
from toolkit.problems import Finding, Findings
from toolkit.source import Location
from toolkit.validation.context import Context
from toolkit.validation.fixes import new_value
from toolkit.validation.language_tags import (
    NO_LANGUAGE,
    canonical_tag,
    certain_tag,
    joined_languages,
    suggest_tag,
    un_languages,
)
from toolkit.validation.nearest import nearest
from toolkit.validation.several import each_by_itself
from toolkit.validation.words import quote

_MANY = NO_LANGUAGE | {
    "all languages",
    "multilingual",
    "multiple",
    "several",
    "various",
}

_NEAR = 0.5  # Of two letters, one is right.


def check(context: Context) -> Findings:
    """Look at values that are languages, and at texts given by language."""
    for leaf in context.content.leaves(Form.LANGUAGE):
        if canonical_tag(leaf.text) != leaf.text:
            yield _finding(leaf, leaf.text, leaf.location)
    seen = set()
    for _, leaves in groupby(context.content.leaves(Form.TEXT), _group):
        tags = {_tag(leaf): leaf for leaf in leaves if leaf.field.number.is_by_language}
        known = set(tags)
        for tag, leaf in tags.items():
            base, _, region = tag.partition("-")
            is_unread = region.isupper() and base in TARGETS and base not in known
            if canonical_tag(tag) == tag and not is_unread:
                continue
            place = _before(leaf, tag)
            if (place.source.path, place.line, place.column) not in seen:
                seen.add((place.source.path, place.line, place.column))
                meant = nearest(tag, {*LANGUAGES} - known, _NEAR)
                yield (
                    _unread(leaf, tag, base, place)
                    if is_unread
                    else _finding(leaf, tag, place, meant)
                )
            if is_unread:
                known.add(base)


def _group(leaf: Leaf) -> tuple[str, str]:
    """What the texts of one field have in common: the file, and the name without the language."""
    name = leaf.name.rpartition(".")[0] if leaf.field.number.is_by_language else leaf.name
    return leaf.location.source.path, name


def _tag(leaf: Leaf) -> str:
    return leaf.name.rpartition(".")[2].partition("[")[0]


def _unread(leaf: Leaf, tag: str, base: str, place: Location) -> Finding:
    """A text for one country only, where readers of the language get none."""
    message = f"No page shows a text in {quote(tag)}."
    label = f"write {base}"
    hint = f"the site has {quote(base)} for all countries."
    return Finding(message, place, label, hint, leaf.name)


def _before(leaf: Leaf, name: str) -> Location:
    """Where the name of a text is: on the same line, or above it."""
    place = leaf.location
    for number in range(place.line, 0, -1):
        line = place.source.line(number)
        if found := re.search(rf"(?<![\w-]){re.escape(name)}['\"]?\s*:", line):
            return place.source.at(number, found.start() + 1, len(name))
    return place


def _named(part: str) -> str:
    """The tag for a name: beside a hyphen, letters may be a country, and Latin an alphabet."""
    return suggest_tag(part) if len(part) > 3 and part.casefold() != "latin" else ""


def _finding(leaf: Leaf, text: str, place: Location, meant: str = "") -> Finding:
    suggestion = suggest_tag(text) or suggest_tag(re.split(r"[(\[]", text, maxsplit=1)[0]) or meant
    several = each_by_itself(text, suggest_tag) or each_by_itself(text.replace("-", ","), _named)
    if of_the_un := un_languages(text):
        suggestion, several = "", f"write {of_the_un}"
    elif joined := joined_languages(text):
        suggestion, several = "", f"write them separately: {joined}"
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
