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
    "recognition.withdrawn": "Withdrawn",
    "recognition.superseded": "Superseded",
    "recognition.joint": "Issued in the name of the Group",
    "recognition.undetermined": "Cannot be determined",
    "recognition.objected": "Objected to",
    "recognition.recognized": "Recognized",
    "recognition.circulating": "Circulating",
    "recognition.changed": "Changed since recognition",
    "recognition.partly": "Recognized in part",
    "recognition.proposed": "Proposed",
    "recognition.says.withdrawn": "This entry was withdrawn.",
    "recognition.says.superseded": "Another entry supersedes this one.",
    "recognition.says.joint": "Issued in the name of the Group.",
    "recognition.says.undetermined": (
        "This cannot be determined: there is a fault in {path}, line {line}."
    ),
    "recognition.says.objected": {
        "one": "{names} has objected to this text since {since}: {reasons}",
        "other": "{names} have objected to this text since {since}: {reasons}",
    },
    "recognition.says.recognized": {
        "one": "Recognized by the only member since {since}: {names}.",
        "other": "Recognized by all {n} members since {since}: {names}.",
    },
    "recognition.says.silent": {
        "one": (
            "Recognized without objection since {since}: circulated to the only member from "
            "{opens} to {closes}."
        ),
        "other": (
            "Recognized without objection since {since}: circulated to all {n} members from "
            "{opens} to {closes}."
        ),
    },
    "recognition.says.circulating": (
        "Circulating to the members since {since}: they can object until the end of {closes}."
    ),
    "recognition.says.changed": (
        "Changed since recognition: {names} recognized an earlier text. Nobody has recognized the "
        "present text."
    ),
    "recognition.says.changed-silent": (
        "Changed since recognition: an earlier text was recognized without objection on {since}. "
        "Nobody has recognized the present text."
    ),
    "recognition.says.partly": {
        "one": "Recognized by {known} of 1 member: {names}.",
        "other": "Recognized by {known} of {n} members: {names}.",
    },
    "recognition.says.partly-known": {
        "one": "Recognized by {known} of the 1 member known to this copy: {names}.",
        "other": "Recognized by {known} of the {n} members known to this copy: {names}.",
    },
    "recognition.says.silent-known": {
        "one": (
            "Circulated to the 1 member known to this copy without objection, from {opens} to "
            "{closes}."
        ),
        "other": (
            "Circulated to the {n} members known to this copy without objection, from {opens} to "
            "{closes}."
        ),
    },
    "recognition.says.missing": "Not yet by {names}.",
    "recognition.says.incomplete": (
        "The list of members is not complete, so this is not called recognition by all."
    ),
    "recognition.says.late": ("After the closing date, {name} objected on {on}: {reason}"),
    "recognition.says.proposed": "Proposed: no organization has recognized this text.",
    "quotation": "\u201c{}\u201d",
}

# Words that say nothing about what is sought. lunr's English list, which both of its
# implementations share, is left out of the index; ours keeps words that carry meaning here.
STOP_WORDS: Final[frozenset[str]] = frozenset()
