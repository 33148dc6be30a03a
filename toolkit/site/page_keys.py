"""Keys of rendered pages: a digest of everything that a page is made from, except the program.

A template sees a view, and what the setting of its site gives to all (`template_globals`), so equal
views and settings give equal pages. One part of the setting is too large to count as a whole: the
texts that are in English on a site in another language, where each new title would change the key
of every page. Of these, a key covers those that the page asks about.
"""

import contextlib
import marshal
from collections.abc import Callable, Collection, Iterable
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from toolkit.cache.shelf import key_of
from toolkit.pages.items import Item
from toolkit.pages.page import Page
from toolkit.site.environment import Setting

_AS_THEY_ARE = frozenset({str, bytes, int, bool, type(None)})


class PageKeys:
    """The keys of the pages of one setting; `missing` is the digest of a copy's MissingLinks."""

    def __init__(self, setting: Setting, missing: bytes = b"") -> None:
        self._english = setting.english
        # The words and rules of a language belong to the program.
        shared = {**setting.shared(), "language": setting.language.tag}
        values = [[name, _plain(value, str)] for name, value in shared.items()]
        self._setting = _bytes([*values, missing])
        # An item appears in many pages, always as the same object, which is kept: so is its id.
        self._items: dict[int, bytes] = {}
        self._kept: list[Item] = []

    def of(self, page: Page) -> bytes:
        """A digest of all that a page shows; empty if it holds a value of an unknown type."""
        return self.of_origin((page.template, page))

    def of_origin(self, made_from: tuple[object, ...]) -> bytes:
        """The same of all that a page will be made from; also empty if that is unknown."""
        try:
            return key_of(_bytes(_all_plain(made_from, self._of_items))) if made_from else b""
        except TypeError:
            return b""

    def key(self, view: bytes, asked: Iterable[str]) -> bytes:
        """The key of a page: `view` comes from `of` or `of_origin`, and is empty if the key is.

        `asked` are the texts that its template asked about, whether they are in English.
        """
        known = [[text, text in self._english] for text in sorted(asked)]
        return key_of(self._setting, view, _bytes(known)) if view else b""

    def fits(self, key: bytes, view: bytes, asked: Iterable[str]) -> bool:
        """Whether a page has this key."""
        return view != b"" and key == self.key(view, asked)

    def _of_items(self, items: tuple[Item, ...]) -> bytes:
        with contextlib.suppress(KeyError):  # for millions of items, most of which are known
            return b"".join(map(self._items.__getitem__, map(id, items)))
        return b"".join([self._items.get(id(one)) or self._item(one) for one in items])

    def _item(self, item: Item) -> bytes:
        values = [_plain(getattr(item, name), str) for name in Item.__slots__]
        texts = item.title, item.summary, *item.named
        asked = [text in self._english for text in texts]
        self._kept.append(item)
        found = self._items[id(item)] = key_of(_bytes([values, asked]))
        return found


_Items = Callable[[tuple[Item, ...]], object]


def _plain(value: object, items: _Items) -> object:
    """A value as lists and dictionaries, different for different values."""
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple:
        # As one, or lists would take half of the time of all keys.
        if set(map(type, value)) == {Item}:  # type: ignore[call-overload]
            return {"Items": items(value)}  # type: ignore[arg-type]
        return _all_plain(value, items)  # type: ignore[arg-type]
    if kind is Item:
        return {"Item": items((value,))}  # type: ignore[arg-type]
    values = _values(kind)
    if values is not None:
        return {kind.__qualname__: _all_plain(values(value), items)}
    if isinstance(value, Enum):
        return {kind.__qualname__: value.name}
    if isinstance(value, (str, date)):
        return {kind.__qualname__: str(value)}
    raise TypeError(kind.__qualname__)


def _all_plain(values: Iterable[object], items: _Items) -> list[object]:
    # Most are strings, and there are millions: a call for each would cost more than all the rest.
    return [one if type(one) in _AS_THEY_ARE else _plain(one, items) for one in values]


@cache
def _values(kind: type[Any]) -> Callable[[object], Collection[object]] | None:
    """A function that returns the values of all fields, or None if `kind` isn't a dataclass."""
    if not hasattr(kind, "__dataclass_fields__"):
        return None
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        only = attrgetter(names[0])
        return lambda value: (only(value),)
    return attrgetter(*names)


def _bytes(value: Any) -> bytes:
    # Version 0 of the format: later ones write references for objects that are shared in memory,
    # and equal values could give different bytes.
    return marshal.dumps(value, 0)
