"""Countries that a title names."""

from __future__ import annotations

import re
from functools import cache

import pycountry

from toolkit.validation.duplicates.words import fold_letters, split

# Forms that lists of countries lack.
_USUAL = {
    "uk": "GB",
    "england": "GB",
    "wales": "GB",
    "scotland": "GB",
    "great britain": "GB",
    "usa": "US",
    "us": "US",
    "russia": "RU",
    "vietnam": "VN",
    "laos": "LA",
    "south korea": "KR",
    "ivory coast": "CI",
    "turkey": "TR",
    "czech republic": "CZ",
    "cape verde": "CV",
    "syria": "SY",
    "iran": "IR",
    "palestine": "PS",
    "democratic republic of the congo": "CD",
}


def countries_in(folded: str) -> tuple[frozenset[str], str]:
    """The codes of the countries that a folded text names, and the text without their names."""
    names, first_words, pattern = _names()
    if first_words.isdisjoint(split(folded)):
        return frozenset(), folded
    found = {names[match[0]] for match in pattern.finditer(folded)}
    return frozenset(found), pattern.sub(" ", folded) if found else folded


@cache
def _names() -> tuple[dict[str, str], frozenset[str], re.Pattern[str]]:
    names = dict(_USUAL)
    for country in pycountry.countries:
        for attribute in ("name", "common_name", "official_name"):
            name = getattr(country, attribute, None)
            if name:
                names[fold_letters(name)] = country.alpha_2
                names.setdefault(fold_letters(name.partition(",")[0]), country.alpha_2)
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    return names, frozenset(split(name)[0] for name in names), pattern
