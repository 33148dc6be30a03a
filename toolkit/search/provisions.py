"""Provisions as index tokens: `tip-protocol:6`, `tip-protocol:6(3)`, `:6` of any instrument.

`tip-protocol:*` is the token for all entries that name the instrument, `tip-protocol:` for the
entry that is the instrument itself. No word of a text can be such a token, since words contain
neither colons nor parentheses.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from toolkit.content.provisions import Provision
from toolkit.content.registers import Instrument
from toolkit.grouping import grouped
from toolkit.search.words import split

# Articles in a query, in JavaScript syntax: what comes before, the word for an article, its number,
# its paragraphs; then the same in Chinese, and the Chinese numerals from one to nine.
ARTICLES = (
    r"(^|[\s(,;:/«“\"'’])((?:articles?|arts?|art[íi]culos?|стать[яиею]|ст)\.?|(?:ال|لل)?ماد[ةه])\s*"
    r"([0-9]+[a-z]?|[ivxlc]+)(?![0-9a-z])((?:\s*\(\s*[0-9a-z]+\s*\))*)",
    r"第\s*([0-9]+|[一二三四五六七八九十]{1,3})\s*[条條]",
    "一二三四五六七八九",
)

_RANGE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_LONGEST_RANGE = 100
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_SHORTEST_TITLE = 5


def provision_tokens(provisions: Sequence[Provision]) -> Iterator[str]:
    """The tokens for provisions; some occur more than once."""
    yield from dict.fromkeys(f"{provision.instrument}:*" for provision in provisions)
    for provision in provisions:
        paragraphs = provision.paragraphs.lower()
        first = paragraphs[: paragraphs.find(")") + 1]
        for article in _articles(provision):
            for instrument in (provision.instrument, ""):
                for paragraph in dict.fromkeys(("", paragraphs, first)):
                    yield f"{instrument}:{article}{paragraph}"


Titles = Mapping[tuple[str, ...], tuple[tuple[str, list[str]], ...]]


def titles_of(instruments: Iterable[Instrument]) -> Titles:
    """The ids of instruments with the words of their full titles, by the first words of these."""
    titles = [(one.id, _title_words(one.full_title)) for one in instruments]
    return grouped((tuple(words[:_SHORTEST_TITLE]), (id_, words)) for id_, words in titles)


def instrument_tokens(title: str, titles: Titles) -> Iterator[str]:
    """The tokens for the instruments whose text an entry is, judging by its title."""
    words = _title_words(title)
    start = tuple(words[:_SHORTEST_TITLE])
    if len(start) < _SHORTEST_TITLE:
        return
    for id_, full in titles.get(start, ()):
        shared = min(len(words), len(full))
        if words[:shared] == full[:shared]:
            yield f"{id_}:"


def _title_words(title: str) -> list[str]:
    return split(_IN_PARENTHESES.sub(" ", title))


def _articles(provision: Provision) -> Iterator[str]:
    """The article, or each one in a range."""
    found = _RANGE.fullmatch(provision.article)
    if found and int(found[2]) - int(found[1]) < _LONGEST_RANGE:
        yield from map(str, range(int(found[1]), int(found[2]) + 1))
    elif provision.article:
        yield provision.article.lower()
