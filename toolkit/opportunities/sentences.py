"""Opportunities in words: what each one is about, its reason, what could be done."""

from collections.abc import Iterable, Iterator

from toolkit.content.reader import Content
from toolkit.languages.language import Language
from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.translate import official_languages


def title_of(one: Opportunity, content: Content, language: Language) -> str:
    """What an opportunity is about, in a few names."""
    if one.kind is OpportunityKind.RECOGNIZE:
        return content.by_id[one.entries[0]].text("title")
    return language.text("facts.dot").join(_about(one, content, language))


def _about(one: Opportunity, content: Content, language: Language) -> Iterator[str]:
    # The themes are enough to identify two works: a title doesn't need their audience.
    audiences = () if one.kind is OpportunityKind.OVERLAP else one.audiences
    regions = (one.region,) if one.region else ()
    for name, ids in (("themes", one.themes), ("regions", regions), ("audiences", audiences)):
        for id_ in ids:
            yield content.vocabularies[name].terms[id_].label(language.tag)
    if one.language:
        yield language.language_name(one.language)


def reason_of(one: Opportunity, content: Content, language: Language) -> str:
    """Why it is an opportunity, in a sentence or two; the entries it names prove each claim."""

    def quoted(name: str, *ids: str) -> str:
        terms = content.vocabularies[name].terms
        quotation = language.text("quotation")
        return language.joined([quotation.format(terms[id_].label(language.tag)) for id_ in ids])

    def bodies(ids: Iterable[str]) -> str:
        return language.joined(body_names(ids, content, language))

    values: dict[str, str] = {"bodies": bodies(one.bodies)}
    if one.themes:
        values["themes"] = quoted("themes", *one.themes)
    if one.audiences:
        values["audiences"] = quoted("audiences", *one.audiences)
    if one.region:
        values["region"] = quoted("regions", one.region)
    if one.kind is OpportunityKind.OVERLAP:
        first, second = (content.by_id[id_] for id_ in one.entries)
        values["works"] = language.text(f"opportunity.two.{one.type}")
        values["one"] = bodies(first.texts("organisations"))
        values["other"] = bodies(second.texts("organisations"))
    elif one.kind is OpportunityKind.RENEW:
        values["year"] = str(one.year)
    elif one.kind is OpportunityKind.TRANSLATE:
        countries = content.vocabularies["regions"].terms[one.region].countries
        official = sum(one.language in official_languages(code) for code in countries)
        values["language"] = language.language_name(one.language)
        values["official"], values["countries"] = str(official), str(len(countries))
    elif one.kind is OpportunityKind.RECOGNIZE:
        title = title_of(one, content, language)
        values["title"] = language.text("quotation").format(title)
    return language.text(f"opportunity.reason.{one.kind}", **values)


def body_names(ids: Iterable[str], content: Content, language: Language) -> list[str]:
    """The short names of registered organizations, in the language's alphabetical order."""
    known = content.organisations.items
    names = [known[id_].short_name(language.tag) for id_ in ids if id_ in known]
    return sorted(names, key=language.sort_key)
