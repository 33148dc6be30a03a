"""Words of titles and texts in one spelling, and which of them say little."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from toolkit.languages import LANGUAGES

_MARKS = re.compile(r"[\u0300-\u036f]+")
_SILENT = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff'\u2018\u2019]")
_WORD = re.compile(r"[^\W_]+")
_ONE_OF_MANY = re.compile(r"ies$|(ss|x|ch|sh)es$|s$")

# One thing under several names; longest first.
_PHRASES: tuple[tuple[str, str], ...] = (
    (r"traffick?ing (?:in|of) (?:persons?|human beings?|people|humans)", "trafficking"),
    (r"human[- ]traffick?ing", "trafficking"),
    (r"traffick?ing in (?=(?:women|children|girls|boys)\b)", "trafficking "),
    (r"\b(?:anti|counter)[- ](?=(?:human )?traffick)", ""),
    (r"\b(?:thb|tip|htip)\b", "trafficking"),
    (r"\bmodern[- ]day slavery\b", "modern slavery"),
    (r"\bunited nations\b", "un"),
    (r"\beuropean union\b", "eu"),
    (r"\bunited kingdom\b", "uk"),
    (r"\bunited states(?: of america)?\b", "usa"),
    (r"\be-learning|online (?:training )?course|\be-course", "course"),
    (r"\bpolicy[- ]makers\b", "policymakers"),
    (r"\bhealth[- ]care\b", "health"),
)
_REPLACED = tuple((re.compile(pattern), name) for pattern, name in _PHRASES)

_SPELLINGS = {
    "programme": "program",
    "centre": "center",
    "combatting": "combat",
    "combating": "combat",
    "guideline": "guide",
    "guidance": "guide",
    "persons": "person",
    "people": "person",
    "women": "woman",
    "children": "child",
    "policies": "policy",
    "lao": "laos",
}

# What a work is. Two contributors choose differently, so it hardly tells works apart.
_KIND_WORDS = """
guide handbook manual toolkit tool kit book report paper brief briefing note study review
compendium training course module material program project initiative campaign series edition
introduction introductory overview summary practical practice good best standard resource
package portal database online publication document information issue policy reference set
collection text official volume draft version
"""

# What every work here is about.
_FIELD_WORDS = """
trafficking trafficked trafficker person human being victim survivor combat fight counter
against prevent preventing prevention protect protecting protection prosecution suppress punish
address addressing response action right labor forced exploitation slavery modern child woman
un international global national regional world persons
"""

# Bodies that stand behind everything and tell nothing apart.
_USUAL_BODIES = """
ngo government ministry police municipality authority local national federal state other agency
service office department prosecutor union donor member partner court social public civil society
university company bank women
"""

_ALSO_SILENT = """
le la les de des du el los las del y et en un une sur pour para no nr number
january february march april may june july august september october november december
"""


def fold_letters(text: str) -> str:
    """The text in small letters, without marks on letters, apostrophes and hidden characters."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
        text = text.replace("–", " - ").replace("—", " - ")
    return _SILENT.sub("", text).casefold().replace("&", " and ")


def alike(text: str) -> str:
    """A folded text in which one thing has one name."""
    for pattern, name in _REPLACED:
        text = pattern.sub(name, text)
    return text


def split(text: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(text)


@cache
def spelled(word: str) -> str:
    """The word in British and American, single and plural spelling alike; empty if it is silent."""
    if word in _silent_words():
        return ""
    word = _SPELLINGS.get(word, word)
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = _ONE_OF_MANY.sub(_singular, word)
    word = _SPELLINGS.get(word, word)
    if len(word) > 4:
        word = re.sub(r"our(?=$|ed$|er$)", "or", word).replace("isation", "ization")
        word = re.sub(r"is(?=e$|ed$|ing$)", "iz", word)
    return word


def _singular(match: re.Match[str]) -> str:
    return "y" if match[0] == "ies" else match[0].removesuffix("es" if match[1] else "s")


@cache
def _silent_words() -> frozenset[str]:
    return LANGUAGES["en"].stop_words | set(_ALSO_SILENT.split())


KIND_WORDS = frozenset(map(spelled, _KIND_WORDS.split()))
USUAL_BODIES = frozenset(map(spelled, _USUAL_BODIES.split()))
FIELD_WORDS = frozenset(map(spelled, _FIELD_WORDS.split()))
