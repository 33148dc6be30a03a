"""The texts that translations were made from, as kept in `docs/originals`.

A translation names its original text only by digest. The kept text shows later what has changed
since, in any copy and without the history of a repository.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from toolkit.content.faults import Fault
from toolkit.content.files import FoundFile, open_source
from toolkit.content.matching import FromSource
from toolkit.content.yaml_text import conflict_marker
from toolkit.source import SourceFile

FOLDER = "originals"
CHOICE = ("entry", "use", "caution")
_FILE = re.compile(rf"{FOLDER}/([0-9a-f]{{64}})\.json")


@dataclass(frozen=True, slots=True)
class KeptOriginal(FromSource):
    """A text that was translated: `of` which document (path without extension), `since` which day.

    `text` holds its fields as they were; None if the file is not what it should be.
    """

    digest: str
    of: str
    since: str
    text: dict[str, Any] | None
    source: SourceFile
    faults: tuple[Fault, ...] = ()


def read_originals(found: Iterable[FoundFile], prefix: str) -> dict[str, KeptOriginal]:
    """Read the files in `originals/` of the content folder, called `prefix` in reports, by digest.

    The faults are those of opening, `conflict-marker`, and `altered-original` for a file that isn't
    a kept text.
    """
    kept = {}
    for file in found:
        if file.path.startswith(f"{FOLDER}/"):
            one = _read(file, prefix)
            kept[one.digest] = one
    return kept


def _read(file: FoundFile, prefix: str) -> KeptOriginal:
    named = _FILE.fullmatch(file.path)
    digest = f"sha256:{named[1]}" if named else file.path
    source, faults = open_source(file.full, f"{prefix}/{file.path}")
    if faults:
        return KeptOriginal(digest, "", "", None, source, faults)
    try:
        data = json.loads(source.text)
        if not (named and _is_text(data["text"])):
            raise ValueError
        return KeptOriginal(digest, str(data["of"]), str(data["since"]), data["text"], source)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        faults = conflict_marker(source, source.text, 1)
        faults = faults or (Fault("altered-original", source.at(1)),)
        return KeptOriginal(digest, "", "", None, source, faults)


def _is_text(kept: Any) -> bool:
    """Whether a value has the form of a text that was translated: anyone can write such a file."""
    asked, choices = kept.get("asked", []), kept.get("choices", [])
    if not (isinstance(asked, list) and isinstance(choices, list)):
        return False
    parts = [kept.get(name, "") for name in ("title", "summary", "body")]
    for choice in choices:
        if not isinstance(choice, dict) or choice.keys() != {*CHOICE}:
            return False
        parts += choice.values()
    return all(isinstance(part, str) for part in (*parts, *asked))
