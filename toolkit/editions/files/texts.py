"""Plain texts that lie beside the pages of a copy."""

from collections.abc import Iterable


def plain_text(blocks: Iterable[str]) -> bytes:
    """The blocks with an empty line between them, as the oldest editor that may show them wants it.

    A byte-order mark tells old editors on Windows that this is Unicode; lines end as they do there.
    """
    return ("\ufeff" + "\n\n".join(blocks) + "\n").replace("\n", "\r\n").encode()
