"""English."""

from __future__ import annotations

from typing import Final

from toolkit.languages.language import Text

NAME: Final = "English"
LOCALE: Final = "en_GB"
DIRECTION: Final = "ltr"
SECTIONS: Final = ("Context", "Approach", "Results", "Conditions", "Limitations")

# Names that the United Nations uses where those of Unicode CLDR differ.
COUNTRIES: Final[dict[str, str]] = {
    "BO": "Bolivia (Plurinational State of)",
    "BN": "Brunei Darussalam",
    "BA": "Bosnia and Herzegovina",
    "CD": "Democratic Republic of the Congo",
    "CG": "Congo",
    "CI": "Côte d’Ivoire",
    "CV": "Cabo Verde",
    "CZ": "Czechia",
    "FK": "Falkland Islands (Malvinas)",
    "FM": "Micronesia (Federated States of)",
    "GB": "United Kingdom of Great Britain and Northern Ireland",
    "HK": "China, Hong Kong Special Administrative Region",
    "IR": "Iran (Islamic Republic of)",
    "KP": "Democratic People’s Republic of Korea",
    "KR": "Republic of Korea",
    "LA": "Lao People’s Democratic Republic",
    "MD": "Republic of Moldova",
    "MM": "Myanmar",
    "MO": "China, Macao Special Administrative Region",
    "NL": "Netherlands (Kingdom of the)",
    "PS": "State of Palestine",
    "RU": "Russian Federation",
    "SY": "Syrian Arab Republic",
    "SZ": "Eswatini",
    "TL": "Timor-Leste",
    "TR": "Türkiye",
    "TZ": "United Republic of Tanzania",
    "US": "United States of America",
    "VA": "Holy See",
    "VE": "Venezuela (Bolivarian Republic of)",
    "VN": "Viet Nam",
}

STRINGS: Final[dict[str, Text]] = {
    "site.name": "Technical assistance toolkit against trafficking in persons",
    "footnote.back": "Back to footnote {}",
    "link.external": "leaves this site",
    "table.label": "Table",
    "entries.count": {"one": "{n} entry", "other": "{n} entries"},
}

# Words that say nothing about what is sought. lunr's English list, which both of its
# implementations share, is left out of the index; ours keeps words that carry meaning here.
STOP_WORDS: Final[frozenset[str]] = frozenset()
