"""The id of a term, organization or instrument is not made of small letters, digits and hyphens.

Ids become addresses of pages. Spaces, capitals, accents or slashes in an address break links in
emails and on USB sticks. `index` is the page of the list itself, and Windows stores no file with a
name such as `con` or `aux`. An id has at most 80 characters. The key of an article is the id of its
instrument, a colon, and its `number`: `tip-protocol:6`.

## What to do

Write small letters without accents, digits, and single hyphens between words. Once an id is in use,
it never changes.

## Example

Wrong:

```yaml
- id: Labour Exploitation
```

Right:

```yaml
- id: labour-exploitation
```
"""

import re
import sys
import unicodedata

from toolkit.content.matching import by_item
from toolkit.content.provisions import parse_provision
from toolkit.content.schema import ID, LONGEST_ID, Form
from toolkit.problems import Finding, Findings
from toolkit.validation.checks.odd_path import TAKEN
from toolkit.validation.context import Context
from toolkit.validation.words import look_alike, quote

_ARTICLE = re.compile(r"articles\[\d+\]\.key")
_KEY = "a key is the id of the instrument, a colon and the number of the article."


def check(context: Context) -> Findings:
    """Look at the ids of all lists, and at the keys of articles."""
    content = context.content
    for name in content.listed:
        if name == "questions":
            continue  # see unused-questions
        # The id of an opportunity may be that of two entries together.
        longest = sys.maxsize if name == "answers" else LONGEST_ID
        for leaf in (leaf for file in content.lists_in(name) for leaf in file.leaves):
            is_id = leaf.name == "id" and leaf.field.form is Form.TEXT
            if is_id and (objection := _objection(leaf.text, longest)):
                yield Finding.about(leaf, f"{quote(leaf.text)} can't be an id.", *objection)
    leaves = content.instruments.leaves if "instruments" in content.listed else ()
    articles = {(id_, leaf.name): leaf for id_, leaf in by_item(leaves)}
    seen: set[str] = set()  # duplicate-id reports a key that is there again
    for (instrument, name), leaf in articles.items():
        if not _ARTICLE.fullmatch(name):
            continue
        own = articles.get((instrument, name.replace("key", "number")))
        number, key = own.text if own else "", leaf.text.partition(":")[2]
        of_number = set(re.findall(r"\w+", number))
        message = label = ""
        if parse_provision(leaf.text) is None or not leaf.text.startswith(f"{instrument}:"):
            found = re.findall(r"[\w-]+$", leaf.text) or re.findall(r"[\w-]+", number) or ["6"]
            message = f"{quote(leaf.text)} can't be the key of an article of {quote(instrument)}."
            label = f"write '{instrument}:{found[0]}'"
        elif number and leaf.text not in seen and not of_number.issuperset(re.findall(r"\w+", key)):
            both = f"The key {quote(leaf.text)} and the number {quote(number)}"
            message = f"{both} belong to different articles."
            label = f"write number: '{key}', or correct the key"
        if message:
            yield Finding.about(leaf, message, label, _KEY)
        seen.add(leaf.text)


def _objection(id_: str, longest: int) -> tuple[str, str] | None:
    """Why a text can't be an id: what to write, and what to do."""
    if not ID.fullmatch(id_):
        meant = meant_id(id_.rpartition("#")[2] or id_)  # after it, an address has the id
        return (
            f"write {meant}" if meant else 'write it like "labour-exploitation"',
            "use small letters without accents, digits, and single hyphens.",
        )
    if len(id_) > longest:
        return f"it has {len(id_)} characters", f"use at most {longest}."
    if id_ == "index" or TAKEN.fullmatch(id_):
        owner = "the page of the list has" if id_ == "index" else "Windows reserves"
        return "choose another", f"add a word to it: {owner} this name."
    return None


def meant_id(text: str) -> str:
    """The text in small letters without accents, its words joined by hyphens; empty if none is."""
    text = re.sub("[‐-―−]", "-", text)
    folded = unicodedata.normalize("NFKD", look_alike(text))
    if any(letter.isalpha() and not letter.isascii() for letter in folded):
        # A word of another alphabet, not one with a letter of it.
        folded = unicodedata.normalize("NFKD", text)
    return "-".join(re.findall(r"[a-z0-9]+", folded.encode("ascii", "ignore").decode().lower()))
