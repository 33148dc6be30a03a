"""What an organization has recognized, and what awaits it."""

from __future__ import annotations

from typing import Final

from toolkit.pages.groups import Group, Part
from toolkit.pages.site import Site

# The lists of an organization's page, in their order: fields of `Pending`.
_LISTS: Final = ("awaits", "recognized", "lapsed", "objected")


def anchor_of(name: str) -> str:
    """The anchor of one of the lists on the page of an organization."""
    return f"page--{name}"


def body_lists(id_: str, site: Site) -> tuple[Part, ...]:
    """The lists of one organization that hold anything."""
    pending = site.catalogue.all_pending.get(id_)
    return tuple(
        Part(
            site.language.text(f"recognition.body.{name}"),
            anchor_of(name),
            (Group("", anchor_of(name), site.items(map(site.catalogue.by_id.__getitem__, ids))),),
        )
        for name in _LISTS
        if (ids := getattr(pending, name, ()))
    )
