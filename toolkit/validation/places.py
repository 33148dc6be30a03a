"""Which Markdown files lie where no entry and no page can lie."""

from __future__ import annotations

from toolkit.content.document import Document
from toolkit.content.schema import PILLARS


def is_misplaced(document: Document) -> bool:
    """Whether a file of a pillar's folder is neither an entry nor the pillar's introduction."""
    top, _, rest = document.path.partition("/")
    return top in PILLARS and not document.is_entry and rest not in ("", "index")
