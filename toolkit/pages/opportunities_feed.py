"""The feed of new opportunities."""

from datetime import date

from toolkit.exports.feeds import entry_xml, feed_xml
from toolkit.exports.record import urn
from toolkit.opportunities.opportunity import Opportunity
from toolkit.opportunities.sentences import reason_of, title_of
from toolkit.opportunities.works import OLD
from toolkit.pages.opportunity_pages import PATH
from toolkit.pages.site import Site

FILE = "opportunities.xml"
_MOST = 50
_UNKNOWN = date(1970, 1, 1)


def opportunities_feed(site: Site) -> bytes:
    """The open opportunities that arose most recently, as Atom."""
    content, language = site.catalogue.content, site.language
    found = [(_arose(one, site), one) for its in site.open_opportunities.values() for one in its]
    found.sort(key=lambda pair: (-pair[0].toordinal(), pair[1].id))
    address = f"{site.exports.site_url or '../'}{PATH}.html"
    entries = (
        entry_xml(
            title_of(one, content, language),
            urn("opportunity", one.id),
            day,
            f"{address}#{one.id}",
            reason_of(one, content, language),
        )
        for day, one in found[:_MOST]
    )
    title = language.text("opportunities.title")
    updated = max((day for day, _ in found), default=_last_added(site))
    return feed_xml(
        site.exports, FILE, urn("opportunities"), title, PATH, updated, "".join(entries)
    )


def _arose(one: Opportunity, site: Site) -> date:
    """The day on which the last of its entries was added, or on which the newest became old.

    If nobody knows that day, an earlier one is taken: today would make it news every day.
    """
    days = [date(one.year + OLD + 1, 1, 1)] if one.year else []
    for entry in map(site.catalogue.by_id.__getitem__, one.entries):
        added = site.catalogue.added(entry)
        days.append(added or date(entry.began or _UNKNOWN.year, 1, 1))
    return min(max(days, default=_UNKNOWN), site.catalogue.as_of)


def _last_added(site: Site) -> date:
    days = map(site.catalogue.added, site.catalogue.entries)
    return max(filter(None, days), default=_UNKNOWN)
