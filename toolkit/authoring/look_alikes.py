"""Entries that look like a new one, so that nobody describes the same work twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from toolkit.authoring.ids import in_ascii
from toolkit.content.document import Document
from toolkit.content.reader import Content

_SIMILAR = 80.0
_MOST = 5


@dataclass(frozen=True, slots=True)
class LookAlike:
    """An entry of the content, and in what it is like the new one."""

    document: Document
    reason: str


def look_alikes(title: str, addresses: tuple[str, ...], content: Content) -> list[LookAlike]:
    """At most five entries that look like one of this title at these addresses, nearest first."""
    found = sorted(_compared(title, addresses, content), key=lambda pair: -pair[0])
    return [look_alike for _, look_alike in found[:_MOST]]


def _compared(
    title: str, addresses: tuple[str, ...], content: Content
) -> Iterator[tuple[float, LookAlike]]:
    own, folded = {_bare(address) for address in addresses} - {""}, _folded(title)
    for entry in content.entries:
        theirs = {_bare(entry.text(name)) for name in ("url", "described_at")}
        if own & theirs:
            yield 101.0, LookAlike(entry, "the same address")
            continue
        likeness = fuzz.token_sort_ratio(folded, _folded(entry.text("title")))
        if folded and likeness >= _SIMILAR:
            yield likeness, LookAlike(entry, "a similar title")


def _folded(text: str) -> str:
    return " ".join(
        re.findall(r"\w+", in_ascii(text) if in_ascii(text).strip() else text.casefold())
    )


def _bare(address: str) -> str:
    """An address without what does not matter for where it leads."""
    without = re.sub(r"^https?://(?:www\.)?", "", address.strip(), flags=re.IGNORECASE)
    host, slash, path = without.partition("#")[0].partition("/")
    return f"{host.lower()}{slash}{path}".rstrip("/")
