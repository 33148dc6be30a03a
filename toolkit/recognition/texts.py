"""Kept texts: which of them match their names."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.content.recognition import KeptFile
from toolkit.recognition.acts import KeptText
from toolkit.recognition.canonical import Data, canonical_json
from toolkit.recognition.digest import PREFIX


@dataclass(frozen=True, slots=True)
class Texts:
    """Sound kept texts by digest, and the files that are not what they should be, with a reason.

    Reasons: `hash` (the content does not hash to the name), `form` (it isn't the canonical form of
    an entry), empty if the file could not be read.
    """

    sound: dict[str, KeptText]
    altered: dict[str, tuple[KeptFile, str]]

    def form(self, entry: str, digest: str) -> str:
        """The kept text with this digest, if it is one of the entry's; empty otherwise."""
        kept = self.sound.get(digest)
        return kept.form if kept is not None and kept.entry == entry else ""


def path_of(digest: str) -> str:
    """Where a text is kept, in the content folder as on the site."""
    return f"recognition/texts/{digest.removeprefix(PREFIX)}.json"


def read_texts(files: Iterable[KeptFile], renamed: Mapping[str, str]) -> Texts:
    """Separate the sound kept texts from the others; `renamed` gives entries by former id."""
    sound = {}
    altered = {}
    for file in files:
        digest = PREFIX + file.name
        if file.faults:
            altered[digest] = (file, "")
        elif file.actual != file.name:
            altered[digest] = (file, "hash")
        elif (data := parse_form(file.source.text)) is None:
            altered[digest] = (file, "form")
        else:
            place = file.source.at(1)
            entry = renamed.get(str(data["id"]), str(data["id"]))
            sound[digest] = KeptText(digest, entry, file.source.text, place)
    return Texts(sound, altered)


def under_id(form: str, id_: str) -> str:
    """The canonical form of the same text if its entry had another id."""
    return canonical_json(json.loads(form) | {"id": id_})


def parse_form(text: str) -> dict[str, Data] | None:
    """The data in a canonical form; None if the text isn't the canonical form of an entry."""
    try:
        data = json.loads(text)
        if isinstance(data, dict) and isinstance(data.get("id"), str):
            return data if canonical_json(data) == text else None
    except (ValueError, TypeError, AttributeError, RecursionError):
        # Broken JSON, or values that no canonical form has: numbers, true, null, deep nesting.
        return None
    return None
