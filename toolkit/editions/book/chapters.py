"""The tree of a book: nested chapters, each with its heading and text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup, escape

# The heading level of each kind of chapter in a single-page book.
TITLE, PART, GROUP, ENTRY = 1, 2, 3, 4
# The kinds of chapters that groups consist of.
LEAVES = frozenset({"entry", "task"})


@dataclass(frozen=True)
class Chapter:
    """One chapter: a part, a group of entries, an entry, a register, a page.

    `id` is the id of its heading, unique in the book; all other ids in its text begin with it and
    two hyphens. `html` is its heading and its own text, well-formed and clean, without the chapters
    in it. `kind` is `title`, `page`, `part`, `group`, `entry`, `task` or `register`. Its CSS class
    is `chapter-<kind>`; `pillar`, if not empty, is another. `marked` is the title as
    HTML, with its language and direction where it isn't in the book's language. Links to places in
    the book are `href="#<id>"`, and no others begin with `#`.
    """

    id: str
    title: str
    level: int
    html: str
    kind: str
    pillar: str = ""
    marked: Markup = field(default_factory=Markup)
    chapters: tuple[Chapter, ...] = ()

    def walk(self) -> Iterator[Chapter]:
        """The chapter and all chapters in it, in reading order."""
        yield self
        for chapter in self.chapters:
            yield from chapter.walk()

    @property
    def count(self) -> int:
        """How many entries or tasks it holds."""
        return sum(chapter.kind in LEAVES for chapter in self.walk())


def as_html(chapter: Chapter, *, named: bool = False) -> Markup:
    """A chapter with all chapters in it as one element; `named` adds the attribute data-title.

    Print styles take running heads and bookmarks from that.
    """
    kind = "entry" if chapter.kind in LEAVES else chapter.kind
    tag = "article" if kind == "entry" else "section"
    classes = " ".join(filter(None, (f"chapter-{kind}", chapter.pillar)))
    name = Markup(' data-title="{}"').format(chapter.title) if named else ""
    # Groups have the same names in every part, so they aren't landmark regions.
    label = Markup(' aria-labelledby="{}"').format(chapter.id) if chapter.kind != "group" else ""
    inner = "".join(as_html(inner, named=named) for inner in chapter.chapters)
    return Markup(  # noqa: S704 - chapters hold clean HTML, the rest is escaped
        f'<{tag} class="{escape(classes)}"{label}{name}>\n{chapter.html}\n{inner}</{tag}>\n'
    )


def title_html(chapter: Chapter) -> Markup:
    """The title of a chapter for the table of contents, with its language and direction."""
    return chapter.marked or escape(chapter.title)
