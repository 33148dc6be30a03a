"""What is wrong among acts: contradictions, withdrawals of nothing, misleading links."""

import re
from collections.abc import Iterator

from toolkit.content.entry_schema import FIELDS
from toolkit.content.faults import Fault
from toolkit.recognition.acts import Act, ActKind, AnyLink, Doubt, EditorialLink
from toolkit.recognition.changes import field_changes
from toolkit.recognition.in_force import InForce, in_turn
from toolkit.recognition.interpretation import Interpretation
from toolkit.recognition.links import ancestors, circular

# Fields whose changes are rarely editorial: a link that changes one has to name it.
_WEIGHTY = frozenset(field.name for field in FIELDS if field.weighty)


def judge(found: Interpretation) -> None:
    """Record the faults among acts, and doubts about the entries concerned.

    Faults: `contradictory-statements`, `repeated-statement` (no doubt), `nothing-to-withdraw`,
    `closing-before-opening`, `short-circulation`, `circular-editorial-links`,
    `foreign-editorial-link`, `substantial-editorial-link`.
    """
    for entry, acts in found.acts.items():
        ways: tuple[AnyLink, ...] = (*found.same.get(entry, ()), *found.links.get(entry, ()))
        for fault in between(in_turn(acts), ways):
            if fault.check == "repeated-statement":
                found.faults.append(fault)
            else:
                found.fault(entry, fault)
    for entry, circulations in found.circulations.items():
        for circulation in circulations:
            least = found.policy.on(circulation.opens).circulation_days
            place = circulation.row.place("closes")
            if circulation.closes < circulation.opens:
                dates = (str(circulation.closes), str(circulation.opens))
                found.fault(entry, Fault("closing-before-opening", place, names=dates))
            elif circulation.days < least:
                days = (circulation.days, least)
                found.fault(entry, Fault("short-circulation", place, numbers=days))
    for entry, links in found.links.items():
        for link in circular(links):
            found.fault(entry, Fault("circular-editorial-links", link.row.place("to")))
        for link in links:
            secretariat = found.policy.on(link.on).secretariat
            if secretariat and link.by != secretariat:
                bodies = (secretariat, link.by)
                fault = Fault("foreign-editorial-link", link.row.place("by"), names=bodies)
                # An unknown body is reported where it is named.
                if {*bodies} <= found.content.organisations.items.keys():
                    found.faults.append(fault)
                found.doubts.append(Doubt(entry, fault))
            if unnamed := tuple(_unnamed(found, link)):
                place = link.row.place("reason")
                found.fault(entry, Fault("substantial-editorial-link", place, names=unnamed))


def between(acts: list[Act], links: tuple[AnyLink, ...]) -> Iterator[Fault]:
    """The faults among the acts about one entry, given in the order in which they take effect."""
    in_force = InForce(links)
    for act in acts:
        before = list(in_force.of(act.organisation))
        if not in_force.take(act):
            place = act.row.place("digest")
            yield Fault("nothing-to-withdraw", place, names=(act.organisation, str(act.on)))
        if act.kind is ActKind.WITHDRAWAL:
            continue
        texts = ancestors(act.digest, links) if links else {act.digest}
        for earlier in before:
            if earlier.kind is act.kind and earlier.digest == act.digest:
                yield Fault("repeated-statement", act.location, other=earlier.location)
                break
            elif earlier.kind is not act.kind and (
                earlier.digest in texts or act.digest in ancestors(earlier.digest, links)
            ):
                yield Fault(
                    "contradictory-statements",
                    act.location,
                    act.kind,
                    names=(str(earlier.on), str(act.on)),
                    other=earlier.location,
                )
                break


def _unnamed(found: Interpretation, link: EditorialLink) -> Iterator[str]:
    """The weighty fields that differ between a link's two texts but aren't named in its reason."""
    old, new = (
        found.now.form(link.entry, digest) or found.texts.form(link.entry, digest)
        for digest in (link.source, link.target)
    )
    for name in (change.name for change in field_changes(old, new)):
        stem = name.replace("organisations", "organi[sz]ation").rstrip("s")
        if name in _WEIGHTY and not re.search(rf"\b{stem}s?\b", link.reason, re.IGNORECASE):
            yield name
