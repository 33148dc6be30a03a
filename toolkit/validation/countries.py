"""Country codes of ISO 3166-1, and what people write instead of them."""

from __future__ import annotations

from functools import cache

import pycountry

from toolkit.validation.nearest import nearest

_USUAL = {"UK": "GB", "EL": "GR", "USA": "US", "UAE": "AE"}
_OF_A_CODE = 3
# Names that two countries share in common speech.
_AMBIGUOUS = frozenset({"congo", "korea", "guinea"})


@cache
def country_codes() -> frozenset[str]:
    """All codes of two letters."""
    return frozenset(country.alpha_2 for country in pycountry.countries)


def certain_country(text: str) -> str:
    """The code that `text` stands for without a doubt; empty where there is one."""
    upper = text.strip().upper()
    if upper in country_codes():
        return upper
    if text.strip().casefold() in _AMBIGUOUS:
        return ""
    return _USUAL.get(upper) or _codes_by_name().get(text.strip().casefold(), "")


def suggest_country(text: str) -> str:
    """The code that `text` most likely stands for; empty where it is not clear."""
    upper = text.strip().upper()
    if upper in country_codes():
        return upper
    if upper in _USUAL:
        return _USUAL[upper]
    names = _codes_by_name()
    found = names.get(text.strip().casefold(), "")
    if found or len(upper) <= _OF_A_CODE:
        return found  # "EU" is near to "DEU", and not meant to be Germany
    return names.get(nearest(text.casefold(), names), "")


def is_country_name(text: str) -> bool:
    """Whether `text` is the name of a country, whatever its capitals."""
    return text.strip().casefold() in _codes_by_name()


@cache
def _codes_by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for country in pycountry.countries:
        for attribute in ("alpha_3", "name", "official_name", "common_name"):
            name = getattr(country, attribute, None)
            if name:
                names[name.casefold()] = country.alpha_2
    return names
