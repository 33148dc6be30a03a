"""What an organization has recognized, and what awaits it."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.pages.groups import Group, Part
from toolkit.pages.site import Site

# The lists of an organization's page, in their order, with their anchors.
LISTS = {
    "awaits": "page--awaits",
    "recognized": "page--recognized",
    "lapsed": "page--lapsed",
    "objected": "page--objected",
}


def body_lists(id_: str, site: Site) -> tuple[Part, ...]:
    """The lists of one organization that hold anything."""
    pending = site.catalogue.all_pending.get(id_)
    if pending is None:
        return ()
    lists = {
        "awaits": pending.awaits,
        "recognized": pending.recognized,
        "lapsed": pending.lapsed,
        "objected": pending.objected,
    }
    return tuple(
        _part(site.language.text(f"recognition.body.{name}"), LISTS[name], ids, site)
        for name, ids in lists.items()
        if ids
    )


def _part(heading: str, anchor: str, ids: Iterable[str], site: Site) -> Part:
    entries = site.items(site.catalogue.by_id[id_] for id_ in ids)
    return Part(heading, anchor, (Group("", anchor, entries),))
