"""Lists of entries as HTML: each entry is rendered once and reused in many pages."""

from collections.abc import Callable, Iterable
from functools import cache

from markupsafe import Markup, escape

from toolkit.pages.items import Item

# An item's HTML before and after the path to the site's root, which alone differs between pages.
_Pieces = tuple[str, str]
_Mark = Callable[[str, Iterable[str]], Markup]


class Cards:
    """Cards (with a summary) and lines (without one) for entries."""

    def __init__(self, marks: _Mark, marked: _Mark, inside: _Mark) -> None:
        """`marks` gives the attributes for a text in one of some languages, `marked` all of it, and
        `inside` a text with some names in it.
        """
        self._marks = marks
        self._marked = marked
        self._inside = inside
        self._card_once = cache(self._card)
        self._line_once = cache(self._line)

    def cards(self, items: Iterable[Item], root: str) -> Markup:
        """List items with title, facts and summary."""
        return _joined(items, self._card_once, root)

    def lines(self, items: Iterable[Item], root: str) -> Markup:
        """List items with title and facts, for long lists."""
        return _joined(items, self._line_once, root)

    def _card(self, item: Item) -> _Pieces:
        return (
            f'<li class="card {item.pillar}"><a class="title" href="',
            f'{item.path}.html">{self._marked(item.title, item.languages)}</a>{_state(item)}'
            f'<p class="facts sign">{self._inside(item.facts, item.named)}</p>'
            f"<p{self._marks(item.summary, ())}>{escape(item.summary)}</p></li>",
        )

    def _line(self, item: Item) -> _Pieces:
        return (
            '<li><a href="',
            f'{item.path}.html">{self._marked(item.title, item.languages)}</a>{_state(item)} '
            f'<span class="facts">{self._inside(item.brief, item.named)}</span></li>',
        )


def _state(item: Item) -> str:
    return f' <span class="mark">{escape(item.state)}</span>' if item.state else ""


def _joined(items: Iterable[Item], pieces: Callable[[Item], _Pieces], root: str) -> Markup:
    html = (root.join(pieces(item)) for item in items)
    return Markup("".join(html))  # noqa: S704 - pieces are escaped, root is made of the path
