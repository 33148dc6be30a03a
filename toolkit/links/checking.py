"""Which addresses are checked, in which order, and what is known about them afterwards."""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from toolkit.content.link_states import LinkState
from toolkit.content.reader import Content
from toolkit.grouping import grouped
from toolkit.links.asking import Asker
from toolkit.links.verdict import Answer, next_state
from toolkit.source import Location
from toolkit.validation.hosts import addresses_of_fields
from toolkit.validation.web_addresses import objection

AT_ONCE = 8

_THIS_MACHINE = re.compile(
    r"https?://(?:localhost|127(?:\.\d+){3}|\[::1\])(?:[:/?#]|\Z)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Use:
    """One place in the content that names an address; `field` is empty for a link in a text."""

    address: str
    location: Location
    field: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """An address that was checked: the answer, and the state after it."""

    address: str
    answer: Answer
    after: LinkState


def uses(content: Content) -> list[Use]:
    """Every place that names an address on another host, by file and line."""
    found = [Use(leaf.text, leaf.location, leaf.name) for leaf in addresses_of_fields(content)]
    found += [
        Use(link.target, link.location)
        for document in content.documents
        if document.front is not None
        for link in document.outline.links
        if link.target.lower().startswith(("https://", "http://"))
    ]
    found.sort(key=lambda use: (use.location.source.path, use.location.line, use.location.column))
    return found


def askable(content: Content, *, allow_loopback: bool) -> list[str]:
    """The addresses that can be asked: of the others, only `toolkit check` says what is wrong."""
    return [
        use.address
        for use in uses(content)
        if objection(use.address) is None or (allow_loopback and _THIS_MACHINE.match(use.address))
    ]


def due(
    addresses: Sequence[str],
    states: Mapping[str, LinkState],
    day: date,
    *,
    host: str = "",
    older_than: int = 0,
    limit: int | None = None,
) -> list[str]:
    """The addresses to check: first those never checked, then those with the oldest check.

    `host` keeps only the addresses of one host, `older_than` those not checked for so many days.
    """
    last = date.fromordinal(max(1, day.toordinal() - older_than)).isoformat()
    chosen = [
        address
        for address in dict.fromkeys(addresses)
        if (not host or urlsplit(address).hostname == host)
        and (address not in states or states[address].checked <= last)
    ]
    chosen.sort(key=lambda address: (states[address].checked if address in states else "", address))
    return chosen[:limit]


async def check(
    addresses: Sequence[str],
    states: Mapping[str, LinkState],
    day: date,
    asker: Asker,
    tell: Callable[[Checked], None],
) -> None:
    """Check all `addresses`, and call `tell` with each result as soon as it is known."""
    at_once = asyncio.Semaphore(AT_ONCE)
    by_host = grouped((urlsplit(address).hostname, address) for address in addresses)

    async def ask_host(its: Sequence[str]) -> None:
        async with at_once:
            for address in its:
                answer = await asker.ask(address)
                after = next_state(address, states.get(address), answer, day)
                tell(Checked(address, answer, after))

    async with asyncio.TaskGroup() as group:
        for its in by_host.values():
            group.create_task(ask_host(its))
