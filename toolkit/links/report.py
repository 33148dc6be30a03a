"""What editors must look at: addresses that moved, fail or changed, by organization."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.content.link_states import STATES, LinkState
from toolkit.content.reader import Content
from toolkit.grouping import grouped
from toolkit.links.checking import Use, uses
from toolkit.recognition.impact_words import code

NO_ORGANISATION = "Without an organization of the register"
# A name that means nothing else in Markdown.
_PLAIN = re.compile(r"(?:[^\W_]|[ ,.()'’/-]|& )+")


@dataclass(frozen=True, slots=True)
class Concern:
    """An address that needs an editor's attention: its state, and a place that names it."""

    organisation: str
    use: Use
    state: LinkState


def concerns(content: Content) -> list[Concern]:
    """Everything that needs attention, sorted by organization, then by place.

    An entry of several organizations is listed for each of them.
    """
    found = [
        Concern(organisation, use, state)
        for use in uses(content)
        if (state := content.links.items.get(use.address)) is not None
        if state.state != "ok" or state.changed
        for organisation in _organisations(content, use)
    ]
    found.sort(key=lambda one: (one.organisation == NO_ORGANISATION, one.organisation.casefold()))
    return found


def _organisations(content: Content, use: Use) -> list[str]:
    path = use.location.source.path
    document = content.by_path.get(path.removeprefix(f"{content.prefix}/").removesuffix(".md"))
    ids = document.texts("organisations") if document is not None and document.is_entry else ()
    names = [
        content.organisations.items[id_].name for id_ in ids if id_ in content.organisations.items
    ]
    return names or [NO_ORGANISATION]


def words(state: LinkState) -> str:
    """What is known about an address, as a sentence without a final period."""
    match state.state:
        case "moved":
            said = f"moved to <{state.to}>"
        case "gone":
            said = f"gone since {state.since} (404 or 410 on {' and '.join(state.seen)})"
        case "suspect":
            said = f"may be gone, since {state.since}"
        case "blocked":
            said = f"not answered since {state.since}, which says nothing about the work"
        case _:
            said = "answers"
    changed = f"; the file behind it changed on {state.changed}" if state.changed else ""
    return f"{said}{changed}"


def report(found: Iterable[Concern]) -> str:
    """The report as Markdown, readable as it is and rendered by issue trackers; the most serious
    come first within an organization.
    """
    lines: list[str] = []
    for organisation, its in grouped((one.organisation, one) for one in found).items():
        name = organisation if _PLAIN.fullmatch(organisation) else code(organisation)
        lines += ["", f"## {name}", ""]
        for one in sorted(its, key=lambda one: -STATES.index(one.state.state)):
            place = one.use.location
            lines += [
                f"- <{one.use.address}> {words(one.state)}",
                f"  {place.source.path}:{place.line}",
            ]
    return "\n".join(lines[1:]) + "\n" if lines else "All addresses that were checked answer.\n"
