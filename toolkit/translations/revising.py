"""New words in a translation, and what they mean for who made it and who read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.content.document import Document
from toolkit.content.values import Scalar
from toolkit.problems import Fix
from toolkit.translations.units import changes, quoted


def revised(
    translation: Document, words: Mapping[str, str], translator: str, *, whole_body: bool
) -> Iterator[Fix]:
    """What puts new words into a translation.

    Where any are new it is no longer the text that somebody reviewed, and `translator`, if one is
    named, made it.
    """
    fixes = list(changes(translation, words, whole_body=whole_body))
    if not fixes:
        return
    yield from fixes
    maker = translation.get("translator")
    if translator and isinstance(maker, Scalar):
        yield Fix(maker.location, quoted(translator))
    reviewed = translation.get("reviewed")
    if reviewed is not None and not isinstance(reviewed, Scalar):
        yield Fix(reviewed.location, "false")
