"""The text of a document that translations are made from: its form, its digest, what changed in it.

The digest works as in recognition, over fewer fields: title, summary and body, and for a task what
people ask and what it says about its choices, which keep their order.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from toolkit.content.document import Document
from toolkit.content.originals import CHOICE, FOLDER
from toolkit.content.values import Mapping as YamlMapping
from toolkit.content.values import Scalar, Sequence
from toolkit.recognition.canonical import Data, canonical_json, fold_spaces, in_order, without_empty
from toolkit.recognition.digest import PREFIX, digest_of

Text = dict[str, Any]

FIELDS = ("title", "summary", "asked", "choices", "body")
_HEADING = re.compile(r"^## ++(.*\S)\s*$", re.MULTILINE)


def source_text(document: Document) -> Text:
    """The fields of a document that are translated, as they are written."""
    found: Text = {"title": document.text("title"), "summary": document.text("summary")}
    asked, choices = document.get("asked"), document.get("choices")
    if isinstance(asked, Sequence):
        found["asked"] = [item.text for item in asked.items if isinstance(item, Scalar)]
    if isinstance(choices, Sequence):
        found["choices"] = [
            {name: choice.text(name) for name in CHOICE}
            for choice in choices.items
            if isinstance(choice, YamlMapping)
        ]
    return {**found, "body": document.body}


def canonical_source(text: Mapping[str, Any]) -> str:
    """The canonical form of such a text, by the same rules as in recognition."""
    folded = {name: _folded(text[name]) for name in FIELDS if name in text}
    if isinstance(asked := folded.get("asked"), list):
        folded["asked"] = in_order(asked)
    return canonical_json(without_empty(folded))


def source_digest(document: Document) -> str:
    """The digest that a translation of a document's present text must have."""
    return digest_of(canonical_source(source_text(document)))


def kept_file(document: Document, since: str) -> tuple[str, bytes]:
    """Path in the content folder and bytes of the file that keeps a text, known `since` a day.

    The body keeps its line breaks, which the digest folds: it can then be compared by section.
    """
    text = source_text(document)
    name = digest_of(canonical_source(text)).removeprefix(PREFIX)
    data = {"of": document.path, "since": since, "text": text}
    return f"{FOLDER}/{name}.json", (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def changed_parts(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """What differs between two texts: the names of fields, and in the body the section headings.

    The part before the first heading is called `body`.
    """
    fields = [
        name
        for name in FIELDS
        if name != "body" and _folded(old.get(name, "")) != _folded(new.get(name, ""))
    ]
    before, after = sections(str(old.get("body", ""))), sections(str(new.get("body", "")))
    headings = [*after, *(heading for heading in before if heading not in after)]
    changed = (one for one in headings if before.get(one) != after.get(one))
    return (*fields, *(heading or "body" for heading in changed))


def sections(body: str) -> dict[str, str]:
    """The sections of a body by heading, with folded spaces; that before the first one is `""`."""
    parts = _HEADING.split(body)
    found = {"": [parts[0]]}
    for heading, text in zip(parts[1::2], parts[2::2], strict=True):
        found.setdefault(heading, []).append(text)
    return {heading: " ".join(map(fold_spaces, texts)) for heading, texts in found.items()}


def words(text: Mapping[str, Any]) -> str:
    """All words of such a text that readers see, with its fields on separate lines."""
    choices = (
        part for choice in text.get("choices", ()) for part in (choice["use"], choice["caution"])
    )
    return "\n".join((text["title"], text["summary"], *choices, text["body"]))


def _folded(value: Any) -> Data:
    if isinstance(value, str):
        return fold_spaces(value)
    if isinstance(value, list):
        return [_folded(item) for item in value]
    if isinstance(value, dict):
        return without_empty({str(name): _folded(item) for name, item in value.items()})
    return ""
