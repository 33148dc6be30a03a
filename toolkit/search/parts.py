"""The parts of an index: the words of some documents in one tier, counted and packed.

Each is a file that browsers load, and is cached for the next build, keyed by all its input. So are
the chunks that its documents are counted in. A new title moves a document in the list, and a new
document moves all others after it: so a chunk knows no numbers of documents, and a document's own
text decides whether a chunk ends with it (content-defined chunking). Only the chunks where it was
and where it is now are counted anew, and the counts of the others joined.
"""

import marshal
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from toolkit.cache.shelf import Shelf, key_of
from toolkit.compact_json import in_script
from toolkit.languages.directions import contained_json
from toolkit.search.documents import Document
from toolkit.search.fields import SHOWN, TIERS
from toolkit.search.index import Counts, Shard, Totals, count_words, joined, pack, pack_owners
from toolkit.search.units import MADE_OF, ROWS, make_units
from toolkit.search.words import Stems

# Documents in a chunk, on average: more take longer to count, fewer to join.
_A_CHUNK = 64
# A question that several entries answer is stored once.
_WHOLE = "asked"


class Part(NamedTuple):
    """A part, and what the others need to know about it.

    `keys` are those of the pieces of its text on the shelf: joined, it would take twice the memory.
    `totals` are those of its units, and `words` the words behind its stems, both as written and
    folded.
    """

    keys: tuple[bytes, ...]
    totals: Totals
    words: tuple[str, ...]


class _Packed(NamedTuple):
    """A part without its rows, which are between `head` and `tail`.

    `terms` is a digest of its stems, each with its words.
    """

    head: bytes
    tail: bytes
    totals: Totals
    words: tuple[str, ...]
    terms: bytes


class Parts:
    """Makes the parts for one language, or takes them from its `shelf`.

    What is made of the same documents is in one file of the shelf: where a word changes, the others
    stay as they are.
    """

    def __init__(self, shelf: Shelf, stems: Stems) -> None:
        self._number = 0
        self._shelf = shelf
        self._stems = stems
        self._first: tuple[bytes, tuple[bytes, ...]] = (b"", ())
        # Only for the current documents: the counts of all would take most of a build's memory.
        self._before: Shard | None = None
        self._counted: dict[bytes, Any] = {}

    def part(self, tier: str, start: int, documents: Sequence[Document]) -> Part:
        """The part for the documents from the number `start` on, in a tier.

        Ask for the one in the tier `first` before those of the same documents in other tiers. These
        refer to its terms by position, and depend on nothing else in it.
        """
        self._counted.clear()
        if tier == "first":
            self._number += 1
        chunks = tuple(self._chunk(tier, *one) for one in _chunks(tier, documents))
        named_by = self._first[0] if tier != "first" else b""
        key = self._placed(key_of(tier, str(start), named_by, *chunks))
        kept = self._shelf.get(key)
        if not isinstance(kept, tuple):
            kept = self._packed(tier, start, chunks)
            self._shelf.put(key, tuple(kept))
        elif tier == "first":
            self._before = None
        packed = _Packed(*kept)
        self._stems.use(packed.words)
        if tier == "first":
            self._first = packed.terms, chunks
        return Part((key, *chunks), packed.totals, packed.words)

    def _chunk(self, tier: str, key: bytes, made_of: Sequence[Any]) -> bytes:
        """Count a chunk, if that has not been done yet, and return its key on the shelf."""
        key = self._placed(key)
        if not isinstance(self._shelf.get(key), tuple):
            units, owners, rows = make_units(tier, made_of, self._stems)
            counts = count_words(units, len(TIERS[tier]), self._stems)
            counted: Any = len(made_of), owners, tuple(counts)
            # Most are not needed in the next build, but are in its memory.
            packed = zlib.compress(marshal.dumps(counted), 1)
            self._shelf.put(key, (contained_json(in_script(rows))[1:-1].encode(), packed))
            self._counted[key] = counted
        return key

    def _placed(self, key: bytes) -> bytes:
        """A key whose first byte, which chooses the file, is the number of the part."""
        return bytes([self._number % 256]) + key[1:]

    def _packed(self, tier: str, start: int, chunks: Sequence[bytes]) -> _Packed:
        owners, shard = self._joined(chunks, start)
        if tier == "first":
            before = None
            self._before = shard
        else:
            before = self._before = self._before or self._joined(self._first[1])[1]
        on_cards = [at for at, one in enumerate(TIERS[tier]) if one.name in SHOWN]
        head = in_script({"tier": tier, "owners": pack_owners(owners)}).removesuffix("}")
        tail = in_script(pack(shard, before, on_cards)).removeprefix("{")
        begun, ended = (f'"{ROWS[tier]}":[', "],") if tier in ROWS else ("", "")
        return _Packed(
            f"{head},{begun}".encode(),
            f"{ended}{tail}".encode(),
            shard.totals,
            shard.words,
            key_of(marshal.dumps(shard.forms, 0)),
        )

    def _joined(self, chunks: Sequence[bytes], start: int = 0) -> tuple[list[list[int]], Shard]:
        """The numbers of the documents that own each unit, and the counts."""
        all_owners: list[list[int]] = []

        def counted(start: int) -> Iterator[Counts]:
            # One at a time: all of them would take as much memory as what they become.
            for key in chunks:
                found = self._counted.pop(key, None)
                if found is None:
                    kept: Any = self._shelf.get(key)
                    found = marshal.loads(zlib.decompress(kept[1]))  # noqa: S302 - made by ourselves
                documents, owners, counts = found
                all_owners.extend([start + place for place in places] for places in owners)
                start += documents
                yield Counts(*counts)

        shard = joined(counted(start), self._stems)
        return all_owners, shard


def text_of(shelf: Shelf, keys: Sequence[bytes]) -> list[bytes]:
    """A part as a JSON object in UTF-8, in pieces with these keys on the shelf; empty if one is
    missing.
    """
    found: list[Any] = [shelf.get(key) for key in keys]
    if None in found:
        return []
    (head, tail, *_), *chunks = found
    rows = (piece for rows, _ in chunks if rows for piece in (b",", rows))
    return [head, *[*rows][1:], tail]


def _chunks(tier: str, documents: Sequence[Document]) -> Iterator[tuple[bytes, list[Any]]]:
    """The chunks of documents in a tier: for each its key, and what its units are made of."""
    digests: list[bytes] = []
    made_of: list[Any] = []
    for number, document in enumerate(documents, 1):
        made_of.append(MADE_OF[tier](document))
        digests.append(key_of(marshal.dumps(made_of[-1], 0)))
        ends = digests[-1][0] % _A_CHUNK == 0 and tier != _WHOLE
        if ends or number == len(documents):
            yield key_of(tier, *digests), made_of
            digests, made_of = [], []
