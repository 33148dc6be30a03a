"""A provision is not in the register of instruments.

`provisions` name the treaties and articles that an entry helps to implement, so that readers of an
article find everything about it. They are written as the id of the instrument, a colon, the article
and, where it matters, the paragraph: `tip-protocol:6(3)`.

## What to do

Use an instrument and an article of the register, or propose the instrument for it in the same pull
request. Put the value in quotation marks, because it contains a colon.

## Example

Wrong:

```yaml
provisions: ["Palermo Protocol, art. 6"]
```

Right:

```yaml
provisions: ["tip-protocol:6"]
```
"""

import re
from collections.abc import Iterable, Mapping

from toolkit.content.provisions import Provision, parse_provision
from toolkit.content.reader import Content
from toolkit.content.registers import Instrument
from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context, Lists
from toolkit.validation.nearest import Suggestions, nearest
from toolkit.validation.provision_names import ProvisionNames
from toolkit.validation.words import quote

# Longer numbers can't be an article's, and Python rejects numbers of thousands of digits.
_NUMBER = re.compile(r"[0-9]{1,9}")
_RANGE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


def check(context: Context) -> Findings:
    """Compare every provision with the register of instruments."""
    register = context.content.instruments
    if not register.sound:
        return
    for leaf in context.content.leaves(Form.PROVISION):
        if words := _words(leaf.text, register.items, context.lists):
            message, label = words
            label = context.lists.made(_names).label(leaf.text) or label
            yield Finding.about(
                leaf, message, label, f"use an instrument and an article of {register.path}."
            )


def _names(content: Content) -> ProvisionNames:
    return ProvisionNames(content.instruments.items)


def _suggestions(content: Content) -> Suggestions:
    return Suggestions(content.instruments.items)


def _with_wrong_keys(content: Content) -> frozenset[str]:
    found = content.instruments.items.values()
    return frozenset(
        one.id for one in found if not all(key.startswith(f"{one.id}:") for key in one.articles)
    )


def _words(
    text: str, instruments: Mapping[str, Instrument], lists: Lists
) -> tuple[str, str] | None:
    provision = parse_provision(text)
    instrument = instruments.get(provision.instrument) if provision else None
    articles = instrument.articles if instrument else {}
    if provision is None:
        message = f"{quote(text)} is not written as a provision."
        label = 'write it like "tip-protocol:6(3)"'
    elif instrument is None:
        near = lists.made(_suggestions).nearest(provision.instrument)
        message = f"{quote(provision.instrument)} is not an instrument in the register."
        label = f'did you mean "{near}{text.removeprefix(provision.instrument)}"?' if near else ""
    elif provision.instrument in lists.made(_with_wrong_keys):
        return None  # a wrong key is reported there
    elif not provision.article or provision.key in articles or text in articles:
        return None
    elif not articles:
        message = f"The register lists no articles of {quote(instrument.id)}."
        label = f'write only the instrument: "{instrument.id}"'
    else:
        article = f"article {quote(provision.article)} of {quote(instrument.id)}"
        message = f"The register lists no {article}."
        key = _nearest_article(provision, articles)
        label = f'did you mean "{key}"?' if key else _span(instrument, provision.article)
    return message, label


def _nearest_article(provision: Provision, keys: Iterable[str]) -> str:
    """The range that contains the article, or its key in another case."""
    articles = {key.partition(":")[2]: key for key in keys}
    if _NUMBER.fullmatch(provision.article):
        for article, key in articles.items():
            span = _RANGE.fullmatch(article)
            if span and int(span[1]) <= int(provision.article) <= int(span[2]):
                return key
        return ""
    lowered = {article.lower(): key for article, key in articles.items()}
    return lowered.get(nearest(provision.article, lowered), "")


def _span(instrument: Instrument, asked: str) -> str:
    numbers = [key.partition(":")[2] for key in instrument.articles]
    said = f"it has articles {numbers[0]} to {numbers[-1]}"
    if _NUMBER.fullmatch(asked):  # it may be one that the list leaves out
        plain = {
            int(one): number
            for number in numbers
            for one in _NUMBER.findall(number.partition("(")[0])
        }
        below = [one for one in plain if one < int(asked)]
        above = [one for one in plain if one > int(asked)]
        if below and above:
            said += f", but not all: the nearest are {plain[max(below)]} and {plain[min(above)]}"
    return said
