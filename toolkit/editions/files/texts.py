"""Plain text files alongside the pages of a copy."""

from collections.abc import Iterable


def plain_text(blocks: Iterable[str]) -> bytes:
    """The blocks with an empty line between them, in a form that even old editors can show.

    A byte-order mark tells old Windows editors that this is Unicode; lines end as on Windows.
    """
    return ("\ufeff" + "\n\n".join(blocks) + "\n").replace("\n", "\r\n").encode()
