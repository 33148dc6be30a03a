"""Removes the line breaks of templates, which serve those who read templates and bloat pages.

They are taken out of the templates' sources, which no HTML parser can read, and never out of pages,
where they may be part of a text.
"""

import re

from jinja2.ext import Extension

# Elements around which white space never shows. `pre`, `a`, `span` and the like are not among
# them: between words a line break is a space.
_BLOCKS = (
    "!doctype|article|aside|body|caption|div|dl|dt|dd|footer|h[1-6]|head|header|html|li|link|main"
    "|meta|nav|ol|p|script|section|table|tbody|td|th|thead|title|tr|ul"
)
_BEFORE = re.compile(rf"\s*\n\s*(?=</?(?:{_BLOCKS})\b)")
_AFTER = re.compile(rf"(</?(?:{_BLOCKS})\b[^<>]*>)\s*\n\s*")


class WithoutBreaks(Extension):
    """Removes the line breaks around blocks from each template, once, when it is compiled."""

    def preprocess(
        self,
        source: str,
        name: str | None,  # noqa: ARG002 - the signature that Jinja requires
        filename: str | None = None,  # noqa: ARG002
    ) -> str:
        """The source of a template without the line breaks around blocks."""
        return _AFTER.sub(r"\1", _BEFORE.sub("", source))
