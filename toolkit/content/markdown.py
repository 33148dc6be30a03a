"""The outline of a Markdown body: headings with their anchors and links, with their locations.

Python-Markdown keeps no positions, so the source is scanned by the same rules for what checks need;
rendering is another module's job, and a test keeps the two consistent. Every step takes linear
time, whatever the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from toolkit.content.markdown_code import without_code
from toolkit.source import Location, SourceFile

_UNDERLINE = re.compile(r"(=+|-+) *")
_PIECE = r"(?:[^\s()]|\([^\s()]*\))"
_TITLE = r"(?P<quote>[\"'])(?:[^\n]|\n(?=.)){0,500}?(?P=quote)\s*\)"
# In a run of backslashes, every second one is literal: only an odd number of them escapes `]`.
# A lookahead, since what looks like the address of one link may contain another one.
_DESTINATION = re.compile(
    r"(?<!\\)(?:\\\\)*(?P<end>)\]\((?=\s*(?:<(?P<angle>[^<>\n]*)>(?=\s*[)\"'])"
    # Spaces belong to the address unless a title in quotation marks follows them, and so do such
    # marks unless they end with the link: browsers may go to what is after them.
    rf"|(?P<bare>{_PIECE}*(?:(?:[ ]+(?![\"' )]){_PIECE}+)+(?=[ ]*\)|[ ]+[\"'])"
    rf"|\s+(?!{_TITLE}){_PIECE}+(?:\s+{_PIECE}+)*?(?=\s*\)))?)))"
)
# A definition counts wherever it is, even in quotations, lists, definitions, notes and boxes.
_DEFINITION = re.compile(
    r"^(?:[ \t>*+:.)\d-]|\[\^[^\[\]\n]*\]:)*"
    r"\[(?!\^)(?P<label>[^\[\]\n]*)\]:[ \t]*(?:\n[ \t>]*)?<*(?P<bare>[^\s<](?:\S*[^\s>])?)",
    re.MULTILINE,
)
_AUTOLINK = re.compile(r"<(?P<bare>(?:https?|mailto|ftp):[^<>]+)>", re.IGNORECASE)
_AUTOMAIL = re.compile(r"<(?!(?:https?|mailto|ftp):)(?P<bare>[^<> !]+@[^@<> ]+)>", re.IGNORECASE)
# A lookahead, since the alternative text may contain another image.
_IMAGE = re.compile(
    r"!\[(?=(?P<words>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)"
    r"(?P<end>\])(?:(?P<direct>\()|\s?\[(?P<label>[^\[\]]*)\])?)"
)
_LINK_CHARACTERS = ("](", "]:", "<")
_INLINE_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_EMPHASIS = re.compile(r"(?<!\\)[`*]|(?<![\w\\])_(?=\S)|(?<=[^\s\\])_(?!\w)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level from 1 to 6, its text, and its anchor on the page."""

    level: int
    text: str
    anchor: str
    location: Location


@dataclass(frozen=True, slots=True)
class MarkdownLink:
    """The target of a link or an image, as written; of an email address, with `mailto:`."""

    target: str
    location: Location
    is_image: bool = False


class Outline:
    """The headings and links, in order, of the body that begins on `body_line` of `source`.

    `start` is the body's first character. Both are found on first access: in most bodies, nothing
    links to the headings.
    """

    def __init__(self, source: SourceFile, body_line: int, start: int | None) -> None:
        self._source = source
        self._body_line = body_line
        self._start = start

    @property
    def _body(self) -> str:
        return self._source.rest(self._start)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings."""
        return tuple(_headings(self._source, self.text, self._body, self._body_line))

    @cached_property
    def links(self) -> tuple[MarkdownLink, ...]:
        """All links and images."""
        body = self._body
        if not any(sign in body for sign in _LINK_CHARACTERS):
            return ()
        text = without_code(body, sure=True)
        return tuple(_links(self._source, text, self._body_line))

    @property
    def text(self) -> str:
        """The body with its code blanked out; every other character keeps its position."""
        return without_code(self._body)


def _headings(source: SourceFile, text: str, body: str, body_line: int) -> Iterator[Heading]:
    from markdown.extensions.toc import slugify_unicode, unique

    used: set[str] = set()
    latest: dict[str, str] = {}
    original = body.split("\n")
    lines = text.split("\n")
    for index, line in enumerate(lines):
        level = min(len(line) - len(line.lstrip("#")), 6)
        start = level
        if not level:
            level = _underlined(lines, index)
        if not level:
            continue
        written = original[index][start:]
        words = (_without_closing(written) if start else written).strip()
        column = start + len(written) - len(written.lstrip())
        plain = _plain(words)
        slug = slugify_unicode(plain, "-")
        # Start from the last anchor given to the same words: the ones before it are taken.
        anchor = latest[slug] = unique(latest.get(slug, slug), used)
        yield Heading(level, plain, anchor, source.at(body_line + index, column + 1, len(words)))


def _underlined(lines: list[str], index: int) -> int:
    """The level of a heading underlined with `=` or `-`; 0 if the line isn't one."""
    first_of_block = index == 0 or not lines[index - 1].strip()
    if first_of_block and lines[index].strip() and index + 1 < len(lines):
        underline = lines[index + 1]
        if _UNDERLINE.fullmatch(underline):
            return 1 if underline.startswith("=") else 2
    return 0


def _without_closing(written: str) -> str:
    """A heading without its closing `#` characters; an escaped one is part of the text."""
    bare = written.rstrip("#")
    return f"{bare}#" if bare.endswith("\\") and bare != written else bare


def _plain(text: str) -> str:
    text = _INLINE_LINK.sub(r"\1", text)
    return re.sub(r"\\(.)", r"\1", _EMPHASIS.sub("", text))


def _links(source: SourceFile, text: str, body_line: int) -> Iterator[MarkdownLink]:
    found: dict[tuple[int, str], tuple[str, bool]] = {}
    images: set[int] = set()
    labels: set[str] = set()
    for match in _IMAGE.finditer(text):
        if match["direct"]:
            images.add(match.start("end"))
        else:
            labels.add(_label(match["label"] or match["words"]))
    for pattern in (_DESTINATION, _DEFINITION, _AUTOLINK, _AUTOMAIL):
        for match in pattern.finditer(text):
            group = "angle" if match.groupdict().get("angle") is not None else "bare"
            is_image = (pattern is _DESTINATION and match.start("end") in images) or (
                pattern is _DEFINITION and _label(match["label"]) in labels
            )
            scheme = "mailto:" if pattern is _AUTOMAIL else ""
            found.setdefault((match.start(group), match[group]), (scheme, is_image))
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for (offset, target), (scheme, is_image) in sorted(found.items()):
        line = bisect_right(starts, offset) - 1
        length = len(target.partition("\n")[0])
        place = source.at(body_line + line, offset - starts[line] + 1, length)
        yield MarkdownLink(f"{scheme}{target}", place, is_image)


def _label(written: str) -> str:
    """The normalized name of a definition."""
    return " ".join(written.lower().split())
