"""Shelves of the cache: results of one kind, each by a digest of all that it was made of."""

from __future__ import annotations

import hashlib
from functools import cached_property

from toolkit.cache.program import DIGEST_SIZE
from toolkit.cache.store import Store


class Shelf:
    """Results of one kind, by key. Those that a run did not ask for are gone after it.

    Without a cache it is empty.
    """

    def __init__(self, store: Store | None, name: str) -> None:
        self._store = store
        self._name = name
        self._used: dict[bytes, object] = {}

    @cached_property
    def _before(self) -> dict[bytes, object]:
        found = self._store.load(self._name) if self._store is not None else None
        return found if isinstance(found, dict) else {}

    def get(self, key: bytes) -> object | None:
        """What stands under a key; None where nothing does."""
        value = self._used.get(key)
        if value is None and (value := self._before.get(key)) is not None:
            self._used[key] = value
        return value

    def put(self, key: bytes, value: object) -> None:
        """Put a plain value, which is never None, under a key."""
        self._used[key] = value

    def save(self) -> None:
        """Keep what was asked for, or put there, for the next run."""
        if self._store is not None and self._used != self._before:
            self._store.save(self._name, dict(sorted(self._used.items())))


def key_of(*parts: str | bytes) -> bytes:
    """A digest of texts or bytes, each of them apart."""
    digest = hashlib.blake2b(digest_size=DIGEST_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()
