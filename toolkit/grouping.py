"""Groups values by what they have in common."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def grouped(pairs: Iterable[tuple[K, V]], keys: Iterable[K] = ()) -> dict[K, tuple[V, ...]]:
    """The values for each key: first for each of `keys`, even if it has none.

    Other keys, and values, are in the order of `pairs`.
    """
    found: dict[K, list[V]] = {key: [] for key in keys}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
