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

# How articles are written in a query, in JavaScript syntax. Numbers in Chinese are below 100.
_NUMERALS = "一二三四五六七八九十"
_NUMBER = rf"(?:[0-9]{{1,3}}|[{_NUMERALS}]{{1,3}})"
_ROMAN = "(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_OF_KEY = "(?:[0-9]{1,3}(?:-[0-9]{1,3})?[a-z]?|[IVX]+)"  # not the number of a book, or a word
_NAMES = ("articles?", "arts?", "art[íi]culos?", "стать[а-яё]{1,3}", "статей", "ст")
_ANDS = ("and", "or", "et", "ou", "y", "e", "o", "и", "или")
_TOS = ("to", "a", "à", "al", "по", "до")


def _any_case(words: Iterable[str]) -> str:
    return "|".join(form for one in words for form in (one, one.capitalize(), one.upper()))


_ARTICLE = (
    rf"(?:(?:[Сс]т\.?\s*)?(?:{_any_case(_NAMES)})\.?"
    r"|[وفبك]?(?:ال|لل)?(?:ماد[ةه]|مادت[اي]ن?|مواد))\s*(?:(?:from|del?|с|من)\s+)?"
)
_AND = rf"\s*(?:[,،、]\s*)?(?:[,،、;&/和与及或]|أو|و|{_any_case(_ANDS)})\s*"
_TO = rf"\s*(?:[-–—~～至到]|إلى|{_any_case(_TOS)})\s*"
_END = "(?:er)?(?![0-9A-Za-z]|[-–][0-9]+[-–])"  # 225-4-1 is no range but one article of a law
_PARAGRAPHS = rf"(?:\s*\(\s*[0-9A-Za-z{_NUMERALS}]+\s*\))*"
_PARAGRAPH = (
    r"(?:paragraphe?s?|paras?|par|alin[ée]as?|p[áa]rrafos?|apartados?|пункт[а-яё]{0,3}|п"
    r"|част[а-яё]{1,3}|ч|(?:ال)?فقرة|§)\.?\s*\(?([0-9]+)\)?"
)
_BEFORE = r"(^|[^0-9A-Za-zß-ɏа-яёА-ЯЁ\u0621-\u064a])"


def _listed(number: str) -> str:
    one = f"{number}{_END}{_PARAGRAPHS}"
    return f"{one}(?:(?:{_AND}|{_TO})(?:{_ARTICLE})?{one})*"


# Rules that leave out the sign of a number (No., №), and write an article in Latin letters, before
# its paragraphs, and those in a key (tip-protocol:9); what finds a list of articles, after what
# stands before it; each one or range in it; the numerals.
ARTICLES = (
    (
        (rf"{_BEFORE}(?:№|n\.?[°ºo]\.?|n[úu]m\.?|رقم)\s*(?=[0-9])", "$1"),
        (rf"{_BEFORE}([A-Za-z][\w-]*):(?={_OF_KEY}(?![\w-]|\.\d))", "$1$2 article "),
        (rf"第\s*({_NUMBER}(?:(?:{_AND}|{_TO}){_NUMBER})*)\s*[条條]", " article $1"),
        (rf"第\s*({_NUMBER})\s*款", "($1)"),
        (rf"{_BEFORE}({_ARTICLE}[0-9]+[a-z]?)[,،]?\s*{_PARAGRAPH}", "$1$2($3)"),
        (rf"{_BEFORE}({_ARTICLE}[0-9]+)\.([0-9]{{1,2}})(?![0-9])", "$1$2($3)"),
        (
            rf"{_BEFORE}{_PARAGRAPH}({_PARAGRAPHS})\s*(?:of|de l['’]|del?|من)?\s*"
            rf"({_ARTICLE}[0-9]+[a-z]?)",
            "$1$4($2)$3",
        ),
    ),
    rf"{_BEFORE}{_ARTICLE}(?:{_listed(f'{_NUMBER}[A-Za-z]?')}|{_listed(_ROMAN)})",
    rf"({_NUMBER}[A-Za-z]?|{_ROMAN}){_END}({_PARAGRAPHS})(?:{_TO}(?:{_ARTICLE})?({_NUMBER}){_END})?",
    _NUMERALS,
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
