"""Line breaks of templates: they are for those who read templates, and weigh on pages.

They are taken out of the sources of templates, which no parser of HTML can read, and never out of
pages: there they may belong to a text.
"""

import re

from jinja2.ext import Extension

# Elements around which white space shows nowhere. `pre`, `a`, `span` and the like are not among
# them: between words a line break is a blank.
_BLOCKS = (
    "!doctype|article|aside|body|caption|div|dl|dt|dd|footer|h[1-6]|head|header|html|li|link|main"
    "|meta|nav|ol|p|script|section|table|tbody|td|th|thead|title|tr|ul"
)
_BEFORE = re.compile(rf"\s*\n\s*(?=</?(?:{_BLOCKS})\b)")
_AFTER = re.compile(rf"(</?(?:{_BLOCKS})\b[^<>]*>)\s*\n\s*")


class WithoutBreaks(Extension):
    """Takes the line breaks around blocks out of each template, once, when it is compiled."""

    def preprocess(
        self,
        source: str,
        name: str | None,  # noqa: ARG002 - the form that Jinja asks for
        filename: str | None = None,  # noqa: ARG002
    ) -> str:
        """The source of a template without line breaks around blocks."""
        return _AFTER.sub(r"\1", _BEFORE.sub("", source))
