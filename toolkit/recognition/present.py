"""The present texts of entries: canonical forms and digests, made when one is asked for.

Most entries have no statement, and making the form of each would slow every build down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from toolkit.content.document import Document
from toolkit.recognition.digest import canonical_form, digest_of


class Texts(Mapping[str, str]):
    """What `make` gives for each id of `ids`, made once and only where it is looked at."""

    def __init__(self, ids: Mapping[str, Document], make: Callable[[str], str]) -> None:
        self._ids = ids
        self._make = make
        self._made: dict[str, str] = {}

    def __getitem__(self, id_: str) -> str:
        if id_ not in self._ids:
            raise KeyError(id_)
        if id_ not in self._made:
            self._made[id_] = self._make(id_)
        return self._made[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def present_texts(documents: Mapping[str, Document]) -> tuple[Texts, Texts]:
    """The canonical forms and the digests of the entries whose front matter could be read."""
    readable = {id_: document for id_, document in documents.items() if document.front is not None}
    forms = Texts(readable, lambda id_: canonical_form(readable[id_]))
    return forms, Texts(readable, lambda id_: digest_of(forms[id_]))
