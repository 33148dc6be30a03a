"""Spaces between sentences: templates write them, and Chinese has none."""

from __future__ import annotations

import re
from typing import Final

# Blocks of code keep their spaces. Counts and facts behind a linked name need theirs, whatever that
# ends with.
_SPACE: Final = re.compile(
    r"<(?P<code>pre|textarea|script)\b.*?</(?P=code)>"
    r"|(?P<end>[。，：；？！](?:</strong>)?)\s+(?=<(?:a|bdi|code|span)\b|[\u4e00-\u9fff《“])",
    re.DOTALL,
)


def without_gaps(html: str) -> str:
    """A page or chapter without spaces after full-width marks, which bring their own."""
    return _SPACE.sub(lambda found: found["end"] or found[0], html)
