"""Language tags of BCP 47, and what people write instead of them."""

import re
from functools import cache, lru_cache

from toolkit.languages import LANGUAGES
from toolkit.validation.countries import country_codes
from toolkit.validation.nearest import nearest
from toolkit.validation.words import bare, by_name, look_alike

_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3})"
    r"(?:[-_](?P<script>[A-Za-z]{4}))?"
    r"(?:[-_](?P<region>[A-Za-z]{2}|[0-9]{3}))?"
)
_CLEAR = frozenset({"de", "en", "es", "fr", "it", "nl", "pl", "pt", "ro", "ru", "tr", "zh"})
# What people call languages besides the names that standards have.
_OTHER_NAMES = {
    "ar": "العربية|阿拉伯文",
    "az": "azeri",
    "ckb": "sorani",
    "cs": "cz",
    "da": "dk",
    "de": "deutsch",
    "el": "greek|gr",
    "en": "英文",
    "es": "castilian|español|西班牙文",
    "es-419": "latin american spanish",
    "fa": "farsi",
    "fil": "filipino",
    "fr": "français|法文",
    "ht": "haitian creole",
    "id": "bahasa indonesia",
    "it": "italiano",
    "ja": "jp",
    "ms": "bahasa melayu",
    "nl": "flemish",
    "prs": "dari",
    "pt": "português",
    "pt-BR": "brazilian portuguese|portuguese (brazil)",
    "rhg": "rohingya",
    "rom": "romani",
    "ru": "русский|俄文",
    "si": "sinhalese",
    "sw": "kiswahili",
    "tet": "tetum",
    "tpi": "tok pisin",
    "uk": "ua",
    "yue": "cantonese",
    "zh": "mandarin|cn|中文",
    "zh-Hans": "simplified chinese|chinese (simplified)",
    "zh-Hant": "traditional chinese|chinese (traditional)",
}
_USUAL = by_name(_OTHER_NAMES)
# Codes that don't name a language, and words that happen to be the codes of small ones.
NO_LANGUAGE = frozenset({"all", "any", "mis", "mul", "und"})
_OF_THE_UN = re.compile(
    r"(?:(?:all|the|six|official) ){0,4}(?:un|united nations) (?:official )?languages",
    re.IGNORECASE,
)
_OF_A_NAME = 0.8  # A misspelt letter or two: Deutsch is not Dutch.


def languages_to_choose() -> dict[str, tuple[str, ...]]:
    """The tags that lists offer, with other names of each: all of two letters, and some longer
    ones in which works against trafficking come out. Others can be written, too.
    """
    short = (tag for tag in _shortest_codes().values() if len(tag) == 2)
    tags = dict.fromkeys((*short, *_OTHER_NAMES))
    return {tag: tuple(filter(None, _OTHER_NAMES.get(tag, "").split("|"))) for tag in tags}


def un_languages(text: str) -> str:
    """The tags of the official languages of the United Nations, if a text means all of them."""
    return ", ".join(LANGUAGES) if _OF_THE_UN.fullmatch(text) else ""


def joined_languages(text: str) -> str:
    """The tags in a text such as `en-fr`, which means both languages and not the English of France;
    empty if it means something else, such as the Spanish of Argentina.
    """
    tags = re.split("[-_]", text.casefold())
    joins = 1 < len({*tags}) == len(tags) and {*tags} <= {*LANGUAGES} and tags != ["es", "ar"]
    return ", ".join(tags) if joins else ""


@lru_cache(maxsize=1_000)  # every text of a list has one of a few
def canonical_tag(text: str) -> str:
    """The tag in its usual spelling (`zh-Hant`, `pt-BR`); empty if it isn't one."""
    match = _TAG.fullmatch(text)
    if match is None or match["language"].lower() in NO_LANGUAGE:
        return ""
    language = match["language"].lower()
    if language not in LANGUAGES:  # most are, and the others take time to read
        language = _shortest_codes().get(language, "")
    script, region = (match["script"] or "").title(), (match["region"] or "").upper()
    if script and script not in _scripts():
        return ""
    if region and not region.isdigit() and region not in country_codes():
        return ""
    return "-".join(part for part in (language, script, region) if part) if language else ""


def certain_tag(text: str) -> str:
    """The tag that `text` clearly stands for; empty if in doubt.

    `UK` may mean Ukrainian, the country or English, so capitals are fixed only for languages whose
    tag can't be mistaken for a country with other languages.
    """
    tag = canonical_tag(bare(text))
    if joined_languages(bare(text)):
        return ""
    if tag and ("-" in tag or len(bare(text)) == 3 or tag in _CLEAR):
        return tag
    name = bare(text).casefold()
    tag = _tags_by_name().get(name, "") if len(name) > 3 else ""
    # Malay is "malayo" in Spanish, which is also the English name of a small language.
    return tag if _tags_by_translated_name().get(name, tag) == tag else ""


def suggest_tag(text: str) -> str:
    """The tag that `text` most likely stands for; empty if unclear."""
    if tag := canonical_tag(re.sub("[-_]UK$", "-GB", look_alike(bare(text)))):
        return tag
    name = bare(text).casefold()
    known = _tags_by_name()
    return (
        _USUAL.get(name)
        or _tags_by_translated_name().get(name)
        or known.get(name)
        or known.get(nearest(name, _common_names(), _OF_A_NAME), "")
    )


@cache
def _shortest_codes() -> dict[str, str]:
    import pycountry

    codes: dict[str, str] = {}
    for language in pycountry.languages:
        short = getattr(language, "alpha_2", None) or language.alpha_3
        codes[language.alpha_3] = short
        codes[short] = short
        if bibliographic := getattr(language, "bibliographic", None):
            codes[bibliographic] = short
    return codes


@cache
def _scripts() -> frozenset[str]:
    import pycountry

    return frozenset(script.alpha_4 for script in pycountry.scripts)


@cache
def _tags_by_name() -> dict[str, str]:
    import pycountry

    tags: dict[str, str] = {}
    for language in pycountry.languages:
        name, short = language.name.partition(" (")[0], getattr(language, "alpha_2", "")
        # Some share a name: Swahili as a whole has a short code, each of its varieties a long one.
        if short or name.casefold() not in tags:
            tags[name.casefold()] = short or language.alpha_3
    return tags


@cache
def _tags_by_translated_name() -> dict[str, str]:
    """The tags by the names of languages in each language of the site."""
    return {
        language.language_name(tag).casefold(): tag
        for language in LANGUAGES.values()
        for tag in languages_to_choose()
    }


@cache
def _common_names() -> frozenset[str]:
    return frozenset(name for name, tag in _tags_by_name().items() if len(tag) == 2)
