"""Works about a region that don't exist in the language that most of its countries share."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from babel.languages import get_official_languages

from toolkit.content.vocabularies import Term
from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import Works

_OF_UNITED_NATIONS = frozenset({"ar", "en", "es", "fr", "ru", "zh"})
_FEWEST = 4
_COUNTRIES = 2
_SHARE = 0.4  # of the region's countries


def find_translate(works: Works) -> Iterator[Opportunity]:
    """Yield regions where several guides, by several bodies, lack the main official language."""
    vocabulary = works.content.vocabularies["regions"]
    for term in vocabulary.terms.values():
        language = main_language(term)
        if not language or term.id in vocabulary.narrower:
            continue
        own = [
            work
            for work in works.by_region.get(term.id, ())
            if work.is_tool and work.bodies and works.is_recent(work)
        ]
        lacking = [work for work in own if language not in work.languages]
        bodies = {id_ for work in lacking for id_ in work.bodies}
        if len(lacking) >= _FEWEST and len(bodies) > 1 and 3 * len(lacking) > 2 * len(own):
            yield Opportunity(
                kind=OpportunityKind.TRANSLATE,
                parts=(term.id, language),
                bodies=tuple(sorted(bodies)),
                entries=tuple(work.id for work in lacking),
                region=term.id,
                language=language,
            )


def main_language(region: Term) -> str:
    """The official language of the United Nations that is official in the most countries of a
    region; empty if these are too small a part of them.
    """
    found = Counter(language for code in region.countries for language in official_languages(code))
    if not found:
        return ""
    language, count = min(found.items(), key=lambda item: (-item[1], item[0]))
    return language if count >= max(_COUNTRIES, _SHARE * len(region.countries)) else ""


@cache
def official_languages(country: str) -> frozenset[str]:
    """The United Nations languages that are official in a country, according to Unicode CLDR."""
    official = get_official_languages(country, de_facto=True)
    return _OF_UNITED_NATIONS.intersection(tag.partition("_")[0] for tag in official)
