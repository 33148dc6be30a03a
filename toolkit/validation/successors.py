"""Which entry is current where one has been replaced by another, and that again."""

from collections.abc import Callable

from toolkit.content.reader import Content
from toolkit.grouping import grouped


def successors(content: Content) -> Callable[[str], tuple[tuple[str, ...], str]]:
    """A function that returns what replaced an entry, directly or not, the direct ones first, and
    which of these is current: neither replaced nor withdrawn; empty if none is.
    """
    direct = grouped((old, entry) for entry in content.entries for old in entry.texts("supersedes"))

    def found(old: str) -> tuple[tuple[str, ...], str]:
        line = {entry.id: entry for entry in direct.get(old, ())}
        for newer in (later := [*line]):
            for entry in direct.get(newer, ()):
                if entry.id not in line:
                    line[entry.id] = entry
                    later.append(entry.id)
        ends = (id_ for id_ in line if id_ not in direct)
        current = next((id_ for id_ in ends if line[id_].text("status") != "withdrawn"), "")
        return tuple(line), current

    return found
