"""The page of each organization."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.registers import Organisation
from toolkit.exports.feeds import feed_path
from toolkit.languages.language import Language, lowered
from toolkit.pages.entry_access import Address, address
from toolkit.pages.groups import Part, one_section
from toolkit.pages.links import Link, abbreviation_for
from toolkit.pages.opportunity_pages import links_of_body
from toolkit.pages.page import Page
from toolkit.pages.pagination import ListedPage, Whole, divide
from toolkit.pages.recognition_lists import body_lists, make_sections
from toolkit.pages.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationPage(ListedPage, template="organisation.html"):
    """An organization, what is known about its membership, and its entries.

    `complete` if all members are known; `said` are the lists of what it recognized and what awaits
    it; `opportunities` are what it could do with others.
    """

    abbreviation: str
    kind: str
    address: Address | None
    membership: str
    is_member: bool
    complete: bool
    said: tuple[Part, ...]
    feed: str
    opportunities: tuple[Link, ...]


def pages(site: Site) -> Iterator[Page]:
    """One page per organization in the register, or per organization that a partial copy needs."""
    catalogue, language = site.catalogue, site.language
    facet = catalogue.facets["organisations"]
    index = Link(language.text("facet.organisations"), "organisations/index")
    recognition = lowered(language.text("recognition.title"))
    for id_, organisation in catalogue.organisations.items():
        is_member = catalogue.ledger.members.is_member(id_, catalogue.as_of)
        if catalogue.outside and not is_member and id_ not in facet.entries:
            continue
        entries = facet.entries.get(id_, ())
        name = facet.label(id_, language)
        path = f"organisations/{id_}"
        whole = Whole(name, path, path, (index,))
        listing, list_pages = divide(make_sections(entries, site), whole, language)
        said_name = language.text("group.part", name=name, part=recognition)
        folder, beside = f"{path}/recognition", listing.weight()
        whole = Whole(said_name, path, folder, (index,), name, lines=True, beside=beside)
        said, said_pages = divide(one_section(body_lists(id_, site)), whole, language)
        yield OrganisationPage(
            path=path,
            title=name,
            summary=language.text("organisation.summary", name=name),
            breadcrumbs=(index,),
            abbreviation=abbreviation_for(name, organisation),
            kind=language.text(f"organisation.kind.{organisation.kind}"),
            address=address(organisation.url),
            membership=_membership(organisation, catalogue, language),
            is_member=is_member,
            complete=catalogue.ledger.policy.complete,
            listing=listing,
            said=said.parts,
            feed=feed_path(facet, id_, site.exports),
            opportunities=links_of_body(id_, site),
        )
        yield from (*list_pages, *said_pages)


def _membership(organisation: Organisation, catalogue: Catalogue, language: Language) -> str:
    """What is known about membership in the Group, as far as a public page says so."""
    membership, day = organisation.membership, catalogue.as_of
    if membership is None or not membership.verified:
        return ""
    state, period = membership.status, membership.periods[-1]
    if terms := catalogue.ledger.members.terms.get(organisation.id):
        begun = [one for one in terms if one.joined <= day]
        if not begun:
            return ""
        # Whoever counts as a member on this day is one, whatever became of it later.
        state = "member" if begun[-1].holds(day) else "former"
        if state == "member" or len(begun) < len(terms):  # else the last, which may have no end
            period = membership.periods[len(begun) - 1]
    status = language.text(f"membership.{state}")
    since = period.left if state == "former" else period.joined
    return language.text("membership.joined", status=status, year=since[:4]) if since else status
