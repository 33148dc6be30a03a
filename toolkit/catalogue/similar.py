"""Entries that have much in common with another: provisions, themes and audiences."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product

from toolkit.content.entry import Entry
from toolkit.grouping import grouped

_MOST = 3
# Of all that share a theme and an audience, only the first few are compared: the work is linear.
_COMPARED = 40
_PROVISION = 1
_PAIR = 3
_PLACE = 1
# Less in common than a theme with an audience and a provision means little.
_LEAST = 4


def similar(entries: Sequence[Entry], named: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the most similar entries for each one that is not `named`, the most similar first.

    `named` are the entries that already have related ones. `entries` are in order of preference
    between equally similar ones. What an entry replaces is named by it, and not found again.
    """
    keys = {entry.id: _keys(entry) for entry in entries}
    present = (entry.id for entry in entries if not entry.withdrawn)
    holders = grouped((key, id_) for id_ in present for key in keys[id_])
    place = {entry.id: position for position, entry in enumerate(entries)}
    told = {(entry.id, other) for entry in entries for other in (entry.id, *entry.supersedes)}
    result: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        if entry.id in named:
            continue
        common: Counter[str] = Counter()
        for key, weight in keys[entry.id].items():
            for other in holders.get(key, ())[:_COMPARED]:
                common[other] += weight
        most_similar = sorted(
            (
                id_
                for id_, weight in common.items()
                if weight >= _LEAST and told.isdisjoint(((entry.id, id_), (id_, entry.id)))
            ),
            key=lambda id_: (-common[id_], place[id_]),
        )
        if most_similar:
            result[entry.id] = tuple(most_similar[:_MOST])
    return result


def _keys(entry: Entry) -> dict[tuple[str, ...], int]:
    return {
        **{("provision", one.key): _PROVISION for one in entry.provisions if one.article},
        **dict.fromkeys(product(entry.themes, entry.audiences), _PAIR),
        **{("country", code): _PLACE for code in entry.countries},
    }
