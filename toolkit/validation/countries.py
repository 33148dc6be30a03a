"""Country codes of ISO 3166-1, and what people write instead of them."""

import re
from functools import cache

from toolkit.languages import LANGUAGES
from toolkit.languages.accents import without_accents
from toolkit.validation.nearest import nearest
from toolkit.validation.words import bare, by_name, look_alike

_USUAL = by_name(
    {
        "AE": "UAE",
        "BA": "BOSNIA",
        "BN": "BRUNEI",
        "CD": "DRC|DR CONGO",
        "CI": "IVORY COAST",
        "CV": "CAPE VERDE",
        "GB": "UK|U.K.|英国",
        "GM": "THE GAMBIA",
        "GR": "EL",
        "IE": "REPUBLIC OF IRELAND",
        "MM": "BURMA",
        "NL": "HOLLAND",
        "KR": "ROK|SOUTH KOREA|COREA DEL SUR|ЮЖНАЯ КОРЕЯ|韩国",
        "RU": "RUSSIA",
        "SA": "KSA",
        "SZ": "SWAZILAND",
        "TL": "EAST TIMOR",
        "TR": "TURKEY",
        "US": "USA|U.S.|U.S.A.|EEUU|EE.UU.|EE. UU.|США",
    }
)
# Names of parts of a country, and names that may mean something else.
_LIKELY = by_name(
    {
        "AE": "U.A.E.|EMIRATES",
        "AT": "ÖSTERREICH|OSTERREICH",
        "BY": "BYELORUSSIA|BIELORUSSIA",
        "CD": "ZAIRE|CONGO-KINSHASA",
        "CF": "CAR",
        "CG": "CONGO-BRAZZAVILLE",
        "CH": "SCHWEIZ|SUI",
        "CN": "PRC|MAINLAND CHINA",
        "DE": "DEUTSCHLAND|GER",
        "FI": "SUOMI",
        "FM": "MICRONESIA",
        "GB": "BRITAIN|GREAT BRITAIN|ENGLAND|SCOTLAND|WALES|NORTHERN IRELAND",
        "GR": "HELLAS",
        "IR": "PERSIA",
        "JP": "NIPPON",
        "KG": "KIRGHIZSTAN|KIRGIZSTAN|KIRGHIZIA",
        "KH": "KAMPUCHEA",
        "KP": "DPRK",
        "LK": "CEYLON",
        "LY": "LYBIA|LIBYAN ARAB JAMAHIRIYA",
        "MK": "MACEDONIA|FYROM",
        "MO": "MACAU",
        "NL": "NED",
        "PL": "POLSKA",
        "PS": "PALESTINE",
        "SE": "SVERIGE",
        "ST": "SAO TOME|SAO TOME E PRINCIPE|SÃO TOMÉ E PRÍNCIPE",
        "TH": "SIAM",
        "TT": "TRINIDAD",
        "US": "AMERICA",
        "VA": "VATICAN",
    }
)
_OF_A_CODE = 3
_OF_A_NAME = 0.8  # A misspelt letter or two: Swaziland is not Thailand.
# Names that two countries share in common speech.
AMBIGUOUS = {"congo": ("CD", "CG"), "korea": ("KP", "KR")}


@cache
def country_codes() -> frozenset[str]:
    """All two-letter codes."""
    import pycountry

    return frozenset(country.alpha_2 for country in pycountry.countries)


def certain_country(text: str) -> str:
    """The code that `text` clearly stands for; empty if in doubt."""
    upper = bare(text).upper()
    if look_alike(upper) in country_codes():
        return look_alike(upper)
    if bare(text).casefold() in (*AMBIGUOUS, "guinea"):
        return ""
    return _USUAL.get(upper) or _codes_by_name().get(bare(text).casefold(), "")


def suggest_country(text: str) -> str:
    """The code that `text` most likely stands for; empty where it is not clear."""
    text = _in_full(text)
    name, names = text.casefold(), _codes_by_name()
    found = (
        certain_country(text)
        or certain_country(text.rstrip(".,;:"))
        or _LIKELY.get(name.upper(), "")
    )
    if found or name in AMBIGUOUS:
        return found
    if name in names or (len(name) <= _OF_A_CODE and name.isascii()):
        return names.get(name, "")  # "EU" is close to "DEU", but doesn't mean Germany
    return _translated(name) or names.get(nearest(name, names, _OF_A_NAME), "")


def ambiguous_country(text: str) -> tuple[str, ...]:
    """The codes of the two countries that share a name; empty where it is that of one."""
    return AMBIGUOUS.get(_in_full(text).casefold(), ())


def country_of_place(text: str) -> str:
    """The code of the country in `Nigeria (Edo State)` and `Nigeria - Edo`; empty where none is."""
    head = re.split(r"[(\[,;:]|\s[-–—]\s", bare(text), maxsplit=1)[0].rstrip()
    return suggest_country(head) if head != bare(text) else ""


def _in_full(text: str) -> str:
    """A name without its article, and without short forms of the words that names begin with."""
    name = re.sub(r"^(?:and\s+)?(?:the\s+)?(?=\w)", "", bare(text), flags=re.IGNORECASE)
    name = re.sub(r"\brep\b\.?", "Republic", name, flags=re.IGNORECASE)
    return re.sub(r"^st\b\.?\s*(?=\w)", "Saint ", name, flags=re.IGNORECASE)


def _translated(name: str) -> str:
    """The code of the only country with a name beginning with this one, in any language."""
    folded = _folded(name)
    names = _codes_by_translated_name()
    if folded in names:
        return names[folded]
    found = _codes_by_first_words().get(folded, ())
    return next(iter(found)) if len(found) == 1 else ""


def _folded(name: str) -> str:
    """A name in lower case without accents and hyphens: "Etats Unis" is "États-Unis"."""
    return " ".join(re.split(r"[-’'\s]+", without_accents(name.casefold())))


def is_country_name(text: str) -> bool:
    """Whether `text` is the name of a country, ignoring case."""
    return bare(text).casefold() in _codes_by_name()


@cache
def _codes_by_name() -> dict[str, str]:
    import pycountry

    names: dict[str, str] = {}
    for country in pycountry.countries:
        for attribute in ("alpha_3", "name", "official_name", "common_name"):
            if name := getattr(country, attribute, None):
                names[name.casefold()] = country.alpha_2
    return names


@cache
def _codes_by_translated_name() -> dict[str, str]:
    """The codes by the names of countries in each language of the site."""
    return {
        _folded(language.country(code)): code
        for language in LANGUAGES.values()
        for code in sorted(country_codes())
    }


@cache
def _codes_by_first_words() -> dict[str, set[str]]:
    """The codes of the countries with a translated name that begins with these words."""
    codes: dict[str, set[str]] = {}
    for name, code in _codes_by_translated_name().items():
        words = name.split(" ")
        for count in range(1, len(words)):
            codes.setdefault(" ".join(words[:count]), set()).add(code)
    return codes
