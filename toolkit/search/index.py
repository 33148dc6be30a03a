"""A packed lunr index: how often each stem occurs in each field of each unit of text.

This is what `lunr.Builder` knows before it computes its vectors. The client computes lunr's scores
(BM25) for the few terms that a query needs, and never for the rest. Packed, the index takes a fifth
of the bytes and is read in a fraction of the time.

Numbers are written as characters, and each term as its difference from the one before:
`client/store.js` reads them.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import NamedTuple

from toolkit.search.words import Stems, split

# A number from 1 on is one of the 2nd to 64th characters, preceded if necessary by some of the last
# 29; the first character ends a list. None of them needs escaping in JSON.
DIGITS = "".join(sign for sign in map(chr, range(32, 127)) if sign not in '"\\')
_LOW = 63
_HIGH = DIGITS[_LOW + 1 :]
_MORE = DIGITS[1]

# Words in the index have no capitals: one says how many letters a term shares with the one before.
_MOST_SHARED = 25

# The first unit in which a stem occurs, the rest of the packed list of units, and the last one.
_Posting = tuple[int, str, int]

Totals = tuple[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of text: the texts of its fields, and tokens that are indexed unchanged in the field
    `token_field`.
    """

    texts: Sequence[str]
    tokens: Sequence[str] = ()
    token_field: int = 0


class Counts(NamedTuple):
    """The counts of some units, in plain values: for each field where each stem or token occurs,
    and the length of each unit; and the folded words of all.
    """

    postings: tuple[dict[str, _Posting], ...]
    lengths: tuple[list[int], ...]
    words: tuple[str, ...]


class Shard(NamedTuple):
    """Counts with all `forms`: the stems and tokens, sorted, each with the words that became it,
    and their folded forms other than the stem. `words` are all of these, and those without a stem.
    """

    postings: tuple[dict[str, _Posting], ...]
    lengths: tuple[list[int], ...]
    forms: dict[str, tuple[str, ...]]
    words: tuple[str, ...]

    @property
    def totals(self) -> Totals:
        """The number of units, and for each field their total length."""
        return len(self.lengths[0]), tuple(map(sum, self.lengths))


def averages(totals: Sequence[Totals]) -> list[float]:
    """The average length of each field over all units of all shards."""
    units = sum(one for one, _ in totals)
    lengths = zip(*(one for _, one in totals), strict=True)
    return [sum(of_field) / max(units, 1) for of_field in lengths]


def count_words(units: Iterable[Unit], fields: int, stems: Stems) -> Counts:
    """Count the stems in units of `fields` fields."""
    # The units in which a stem occurs, each followed by the number of times.
    postings: tuple[dict[str, list[int]], ...] = tuple(defaultdict(list) for _ in range(fields))
    lengths: tuple[list[int], ...] = tuple([] for _ in range(fields))
    words: set[str] = set()
    stem = stems.__getitem__
    for number, unit in enumerate(units):
        for place, (text, found, sizes) in enumerate(
            zip(unit.texts, postings, lengths, strict=True)
        ):
            has_tokens = unit.tokens and place == unit.token_field
            if not text and not has_tokens:
                sizes.append(0)
                continue
            pieces = split(text)
            words.update(pieces)
            counts = Counter(map(stem, pieces))
            del counts[""]
            if has_tokens:
                counts.update(dict.fromkeys(unit.tokens, 1))
            sizes.append(counts.total())
            for word, count in counts.items():
                found[word] += (number, count)
    return Counts(
        tuple({term: _posting(units) for term, units in found.items()} for found in postings),
        lengths,
        tuple(words),
    )


def joined(counts: Iterable[Counts], stems: Stems) -> Shard:
    """The counts of all units, one after the other."""
    rest = iter(counts)
    first = next(rest)
    postings, lengths = tuple(map(dict, first.postings)), tuple(map(list, first.lengths))
    words = set(first.words)
    for one in rest:
        words.update(one.words)
        start = len(lengths[0])
        for found, more in zip(postings, one.postings, strict=True):
            for term, (earliest, steps, last) in more.items():
                if term in found:
                    begun, before, latest = found[term]
                    step = pack_number(start + earliest - latest + 1)
                    found[term] = begun, f"{before}{step}{steps}", start + last
                else:
                    found[term] = start + earliest, steps, start + last
        for sizes, more_sizes in zip(lengths, one.lengths, strict=True):
            sizes += more_sizes
    forms: dict[str, set[str]] = defaultdict(set)
    stem = stems.__getitem__
    for word in words:
        stemmed, folded = stem(word), stems.folded(word)
        forms[stemmed].add(word)
        # A stem that nobody writes can't be the correct word for a typing error.
        if folded != stemmed:
            forms[stemmed].add(folded)
    terms = sorted(set().union(*postings))
    return Shard(
        postings,
        lengths,
        {term: tuple(sorted(forms.get(term, ()))) for term in terms},
        # Most words are in many parts.
        tuple(map(intern, sorted(set().union(*forms.values())))),
    )


def pack(
    shard: Shard, before: Shard | None = None, shown: Container[int] = ()
) -> dict[str, object]:
    """A shard as plain data, where terms that are also in the shard `before` are given by position.

    The client counts the words of the fields `shown` itself, since it has their texts.

    The terms are those `known` from the other shard, then `terms`. `postings` holds, for each field
    and term, the steps from unit to unit, plus one, each followed by a 1 for every further
    occurrence in the unit. `forms` holds, for each term, the words that became it: for each word,
    the number of letters to drop from the end of the term, if any, and what to add; `-` if there
    are none.
    """
    earlier = before.forms if before else {}
    places = [place for place, term in enumerate(earlier) if term in shard.forms]
    known = [term for term in earlier if term in shard.forms]
    new = [term for term in shard.forms if term not in earlier]
    terms = [*known, *new]
    forms = (_forms(term, {*shard.forms[term]}.difference(earlier.get(term, ()))) for term in terms)
    return {
        "units": len(shard.lengths[0]),
        "known": "".join(_steps(places)),
        "terms": pack_terms(new),
        "forms": " ".join(forms),
        **{
            f"postings{place}": "".join(_packed(postings.get(term)) for term in terms)
            for place, postings in enumerate(shard.postings)
            if place not in shown
        },
    }


def pack_words(words: Iterable[str], stems: Stems) -> dict[str, str]:
    """The stems of those words whose stems the client couldn't derive from the words alone."""
    forms: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if stems[word] not in ("", stems.folded(word)):
            forms[stems[word]].add(word)
    terms = sorted(forms)
    return {
        "terms": pack_terms(terms),
        "forms": " ".join(_forms(term, forms[term]) for term in terms),
    }


def pack_terms(terms: Iterable[str]) -> str:
    """Pack terms into one string: `AtraffickIer` for traffick, trafficker."""
    packed = []
    before = ""
    for term in terms:
        shared = min(_shared(before, term), _MOST_SHARED)
        packed.append(f"{chr(ord('A') + shared)}{term[shared:]}")
        before = term
    return "".join(packed)


@cache  # each is needed again and again
def pack_number(number: int) -> str:
    """Pack a number from 1 on."""
    high, low = divmod(number - 1, _LOW)
    packed = DIGITS[low + 1]
    while high:
        high, more = divmod(high - 1, len(_HIGH))
        packed = f"{_HIGH[more]}{packed}"
    return packed


def pack_owners(units: Iterable[Sequence[int]]) -> str:
    """Pack the ascending numbers of the documents that own each unit, as steps, each plus one.

    The first of a unit is counted from the first of the unit before.
    """
    packed = []
    first = 0
    for owners in units:
        steps = zip((first, *owners), owners, strict=False)
        packed.append("".join(pack_number(one - before + 1) for before, one in steps))
        first = owners[0]
    return DIGITS[0].join(packed)


def _steps(places: Iterable[int]) -> Iterator[str]:
    before = -1
    for place in places:
        yield pack_number(place - before)
        before = place


def _posting(found: Sequence[int]) -> _Posting:
    units = found[::2]
    steps = [
        pack_number(unit - before + 1) + _MORE * (count - 1)
        for unit, before, count in zip(units[1:], units, found[3::2], strict=False)
    ]
    return units[0], f"{_MORE * (found[1] - 1)}{''.join(steps)}", units[-1]


def _packed(posting: _Posting | None) -> str:
    return f"{pack_number(posting[0] + 2)}{posting[1]}{DIGITS[0]}" if posting else DIGITS[0]


def _forms(term: str, words: set[str]) -> str:
    return ",".join(_form(term, word) for word in sorted(words)) if words else "-"


def _form(term: str, word: str) -> str:
    """`ing` for traffick -> trafficking, `1y` for polici -> policy."""
    shared = _shared(term, word)
    dropped = len(term) - shared
    return f"{dropped or ''}{word[shared:]}"


def _shared(one: str, other: str) -> int:
    """The length of the common prefix of two words."""
    shared = 0
    for letter, same in zip(one, other, strict=False):
        if letter != same:
            break
        shared += 1
    return shared
