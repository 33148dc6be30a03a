"""Shelves of the cache: results of one kind, each by a digest of all that it was made of."""

import hashlib

from toolkit.cache.program import DIGEST_SIZE
from toolkit.cache.store import Store

# Of a shelf that holds a result or more of each text.
MANY = 16


class Shelf:
    """Results of one kind, by key. Those that a run did not ask for are gone after it.

    Without a cache it is empty. Much is kept in several `files`: each is packed by itself, and only
    if something in it changed.
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
        """What stands under a key; None where nothing does."""
        file = key[0] % len(self._used)
        value = self._used[file].get(key)
        if value is None and (value := self._before(file).get(key)) is not None:
            self._used[file][key] = value
        return value

    def put(self, key: bytes, value: object) -> None:
        """Put a plain value, which is never None, under a key."""
        self._used[key[0] % len(self._used)][key] = value

    def save(self) -> None:
        """Keep what was asked for, or put there, for the next run."""
        for file, used in enumerate(self._used):
            if self._store is not None and used != self._before(file):
                self._store.save(self._named(file), dict(sorted(used.items())))


def key_of(*parts: str | bytes) -> bytes:
    """A digest of texts or bytes, each of them apart."""
    digest = hashlib.blake2b(digest_size=DIGEST_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()
