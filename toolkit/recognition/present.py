"""The present texts of entries: canonical forms and digests, computed on demand.

Most entries have no statements, and computing all forms would slow down every build.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from toolkit.cache.shelf import Shelf
from toolkit.content.reader import Content
from toolkit.recognition.digest import canonical_form, digest_of

T = TypeVar("T")


class Made(Mapping[str, T]):
    """What `make` returns for each id in `ids`, computed once, on first access."""

    def __init__(self, ids: Mapping[str, object], make: Callable[[str], T]) -> None:
        self._ids = ids
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, id_: str) -> T:
        if id_ not in self._ids:
            raise KeyError(id_)
        if id_ not in self._made:
            self._made[id_] = self._make(id_)
        return self._made[id_]

    def fill(self, shelf: Shelf, key: Callable[[str], bytes]) -> None:
        """Make all of it, except what the shelf has under its key, and keep all of it there."""
        for id_ in self._ids:
            known: Any = shelf.get(key(id_))
            if known is not None:
                self._made.setdefault(id_, known)
            shelf.put(key(id_), self[id_])
        shelf.save()

    def __contains__(self, id_: object) -> bool:
        return id_ in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


@dataclass(frozen=True, slots=True)
class Present:
    """The present texts of the entries whose front matter could be read, by id.

    `forms` are the canonical forms, `digests` their digests. `former` holds the forms of an entry's
    text under each of its former ids, by digest.
    """

    forms: Mapping[str, str]
    digests: Made[str]
    former: Mapping[str, Mapping[str, str]]

    def digests_of(self, entry: str) -> frozenset[str]:
        """All digests of an entry's present text; none if it could not be read."""
        if entry not in self.digests:
            return frozenset()
        return frozenset({self.digests[entry], *self.former[entry]})

    def form(self, entry: str, digest: str) -> str:
        """The form of the present text that has this digest; empty if there is none."""
        if entry not in self.digests:
            return ""
        if self.digests[entry] == digest:
            return self.forms[entry]
        return self.former[entry].get(digest, "")


def present_texts(content: Content) -> Present:
    """The texts of all entries as they are now."""
    readable = {id_: one for id_, one in content.by_id.items() if one.is_read}
    forms = Made(readable, lambda id_: canonical_form(readable[id_]))

    def former(entry: str) -> dict[str, str]:
        ids = (old for old, new in content.renamed.items() if new == entry)
        made = (canonical_form(readable[entry], id_) for id_ in ids)
        return {digest_of(form): form for form in made}

    # Not from `forms`, which would then hold the texts of all entries.
    digests = Made(readable, lambda id_: digest_of(canonical_form(readable[id_])))
    return Present(forms, digests, Made(readable, former))
