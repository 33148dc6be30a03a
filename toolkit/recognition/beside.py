"""What the page of a recognized entry shows beside its text, which no statement covers.

A picture can be replaced under its name, and the register of links says where an address leads now.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.content.values import Mapping as YamlMapping
from toolkit.content.values import text_of

# Free texts about other entries.
DIFFERENCES = "distinct_from"


@dataclass(frozen=True, slots=True)
class Beside:
    """A change beside the text of an entry: another file at a `place` in the content folder, or
    another host `to` which the page sends readers from the address `place`, or what it says in the
    field `place`.
    """

    entry: str
    place: str
    to: str = ""


def changes_beside(
    before: Content,
    after: Content,
    entries: Iterable[tuple[str, str]],
    digests: tuple[Mapping[str, str], Mapping[str, str]],
) -> Iterator[Beside]:
    """The changes beside entries, given as their ids now and before.

    `digests` are those of the files of the two content folders, by path.
    """
    for now, was in entries:
        entry, old = after.by_id[now], before.by_id[was]
        known = _shown(old, digests[0])
        for path, digest in _shown(entry, digests[1]).items():
            if known.get(path, digest) != digest or digest not in known.values():
                yield Beside(now, path)
        for said in sorted(_differences(entry) - _differences(old)):
            yield Beside(now, DIFFERENCES, said)
        for address in dict.fromkeys(leaf.text for leaf in entry.of_form(Form.ADDRESS)):
            to = _moved(address, after)
            if to and to != _moved(address, before) and host(to) != host(address):
                yield Beside(now, address, to)


def _differences(entry: Document) -> set[str]:
    value = entry.get(DIFFERENCES)
    pairs = value.pairs if isinstance(value, YamlMapping) else ()
    return {f"{key.text}: {text_of(reason)}" for key, reason in pairs}


def _shown(entry: Document, digests: Mapping[str, str]) -> dict[str, str]:
    """The digests of the files that a text shows or links to, by path."""
    folder = posixpath.dirname(entry.path)
    found = (
        posixpath.normpath(posixpath.join(folder, unquote(link.target.partition("#")[0])))
        for link in entry.outline.links
    )
    return {path: digests[path] for path in found if path in digests}


def _moved(address: str, content: Content) -> str:
    state = content.links.items.get(address)
    return state.to if state is not None and state.state == "moved" else ""


def host(address: str) -> str:
    """The host of an address, or the address itself if it has none that can be read."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return address
