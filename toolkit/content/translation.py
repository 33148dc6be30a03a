"""Translations among the files of `docs/`: `guide.fr.md` is `guide.md` in French."""

import re
from collections.abc import Mapping as Table

from toolkit.content.faults import Fault
from toolkit.content.matching import Leaf, match
from toolkit.content.schema import Field, Kind
from toolkit.content.values import Mapping, Scalar

REVIEWED = "reviewed"
_NAME = re.compile(r"(?P<of>.*[^/.][^/]*)\.(?P<tag>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md")


def translated(path: str) -> tuple[str, str]:
    """The original's path, without `.md`, and the language, both from the name of a file.

    Both are empty if it isn't the name of a translation.
    """
    match_ = _NAME.fullmatch(path)
    return (match_["of"], match_["tag"]) if match_ else ("", "")


def match_translation(
    mapping: Mapping, fields: Table[str, Field], kind: Kind
) -> tuple[tuple[Leaf, ...], tuple[Fault, ...]]:
    """Match a translation's front matter; `reviewed` is `false`, or who reviewed it and when.

    Returns the same as `match`.
    """
    given = mapping.get(REVIEWED)
    if isinstance(given, Scalar) and given.text == "false":
        pairs = tuple(pair for pair in mapping.pairs if pair[0].text != REVIEWED)
        return match(Mapping(pairs, mapping.location), fields, kind)
    leaves, faults = match(mapping, fields, kind)
    if given is None:
        faults = (*faults, Fault("missing-field", mapping.location.start, field=REVIEWED))
    return leaves, faults
