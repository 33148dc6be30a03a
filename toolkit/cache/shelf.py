"""Shelves of the cache: results of one kind, keyed by a digest of what they were made from."""

import hashlib
from collections.abc import Callable, Iterable
from typing import TypeVar

from toolkit.cache.program import DIGEST_SIZE, is_unchanged
from toolkit.cache.store import Store

T = TypeVar("T")

# The number of files for a shelf that holds one or more results for each text.
MANY = 32


class Shelf:
    """Results of one kind, by key. A run drops those that it did not ask for: nobody expects that
    a name taken out of a text stays on their disk.

    Without a cache it is empty. A large shelf is split into several `files`, each of which is
    written only if something in it has changed. The first byte of a key says in which file it is.
    """

    def __init__(self, store: Store | None, name: str, files: int = 1) -> None:
        self._store = store
        self._name = name
        self._used: list[dict[bytes, object]] = [{} for _ in range(files)]
        self._found: dict[int, dict[bytes, object]] = {}

    def _before(self, file: int) -> dict[bytes, object]:
        if file not in self._found:
            found = self._store.load(self._named(file)) if self._store is not None else None
            self._found[file] = found if isinstance(found, dict) else {}
        return self._found[file]

    def _named(self, file: int) -> str:
        return f"{self._name}-{file}" if len(self._used) > 1 else self._name

    def get(self, key: bytes) -> object | None:
        """The value for a key, or None if there is none."""
        file = key[0] % len(self._used)
        value = self._used[file].get(key)
        if value is None and (value := self._before(file).get(key)) is not None:
            self._used[file][key] = value
        return value

    def put(self, key: bytes, value: object) -> None:
        """Set the value for a key: a plain value, never None."""
        self._used[key[0] % len(self._used)][key] = value

    def made(self, key: bytes, kind: type[T], make: Callable[[], T]) -> T:
        """The value for a key, which is of a `kind`, made if there is none."""
        value = self.get(key)
        if not isinstance(value, kind):
            value = make()
            self.put(key, value)
        return value

    def save(self, *, is_same: bool = False, is_part: bool = False) -> bool:
        """Keep for the next run what this one asked for or added, and no more; if that `is_part` of
        what runs need, drop the rest only from files to which something was added.

        Change nothing if that was made with code or words of another program than at the beginning,
        unless the caller has just seen that it `is_same`. Returns whether that has been seen.
        """
        if self._store is None:
            return is_same
        files = [n for n, one in enumerate(self._used) if one != self._before(n)]
        if is_part:
            files = [n for n in files if not self._used[n].items() <= self._before(n).items()]
        is_same = is_same or (bool(files) and is_unchanged())
        for file in files if is_same else ():
            self._store.save(self._named(file), dict(sorted(self._used[file].items())))
        return is_same


def save_all(shelves: Iterable[Shelf]) -> bool:
    """Save several shelves after one look at the program's files; returns as `Shelf.save` does."""
    is_same = False
    for one in shelves:
        is_same = one.save(is_same=is_same)
    return is_same


def key_of(*parts: str | bytes) -> bytes:
    """A digest of a sequence of texts or bytes, which depends on where each one ends."""
    digest = hashlib.blake2b(digest_size=DIGEST_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()
