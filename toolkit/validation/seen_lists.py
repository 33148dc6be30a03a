"""Lists that record what checks look up in them, so that a later run can look the same up again.

A check of one document looks up little: whether there is such a term, whose site a host is. What it
found still holds as long as these look-ups give the same answers, whatever else lists say. They are
repeated in their order up to the first other answer: up to there, the check would do the same.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import partial
from importlib import import_module
from types import GeneratorType
from typing import Any, TypeVar

from toolkit.cache.shelf import key_of
from toolkit.content.late import seen_through
from toolkit.content.list_files import PLACES
from toolkit.content.reader import Content
from toolkit.validation.context import Lists

T = TypeVar("T")
# The lists that an answer is made from; the way to it, in steps; a digest of the answer. If that is
# empty, all of these lists count.
Look = tuple[tuple[str, ...], tuple[Any, ...], bytes]

_MADE = "made"
_TITLES = "titles"
_LONGEST = 300  # of what is looked up
_PLAIN = (str, int, bool, bytes, type(None))
_STEPS: Mapping[str, Callable[..., object]] = {
    "[]": operator.getitem,
    "in": operator.contains,
    "len": len,
    "bool": bool,
    "keys": tuple,
}


class SeenLists(Lists):
    """The same lists, recording what is looked up in them."""

    def __init__(
        self, lists: Lists, digests: Mapping[str, bytes], before: Mapping[str, bytes]
    ) -> None:
        """`digests` are those of the files of each list now, `before` those of the last run."""
        super().__init__(lists.content, lists.titles)
        self.digests = {**digests, _TITLES: lists.key_of_titles}
        self._before = before
        self._looks: dict[tuple[Any, ...], Look] = {}
        self._asked: dict[tuple[Any, ...], Look] = {}
        self._same: dict[Look, bool] = {}
        self._seen = seen_through(lists.content, PLACES, self._root)

    @property
    def to_look_up(self) -> Content:
        """The lists in which look-ups are recorded."""
        return self._seen

    def begin(self) -> dict[tuple[Any, ...], Look]:
        """Where what is looked up from now on is recorded."""
        self._asked = {}
        return self._asked

    @property
    def titles(self) -> frozenset[str]:
        """The titles of works that contain words to avoid."""
        self.note_all((_TITLES,))
        return super().titles

    def made(self, make: Callable[[Content], T]) -> T:
        """What a function makes from the lists, made once for all documents."""
        value, lists = self.made_from(make)
        return self.see(lists, _way_of(make), value)  # type: ignore[return-value]  # it looks like one

    def changed(self, looks: Iterable[Look]) -> bool:
        """Whether one of these look-ups has another answer than in the last run."""
        return not all(map(self._still, looks))

    def see(self, lists: tuple[str, ...], way: tuple[Any, ...], value: object) -> object:
        """A value that was looked up: recorded, or to be looked further up in."""
        if _is_plain(value):
            self._note(lists, way, value)
            return value
        own = type(value).__module__.startswith("toolkit.")
        if isinstance(value, Mapping) or (own and not isinstance(value, tuple | Enum)):
            return _Seen(self, lists, way, value)
        self.note_all(lists)
        return value

    def whole(self, make: Callable[[Content], T]) -> T:
        """What a function makes from the lists: all of it counts."""
        value, lists = self.made_from(make)
        if _is_plain(tuple(value.items()) if isinstance(value, dict) else value):
            self._note(lists, _way_of(make), value)
        else:
            self.note_all(lists)
        return value

    def note_all(self, lists: tuple[str, ...]) -> None:
        """Record that anything in these lists may count."""
        if lists not in self._asked:
            self._asked[lists] = self._looks.setdefault(lists, (lists, (), b""))

    def _note(self, lists: tuple[str, ...], way: tuple[Any, ...], answer: object) -> None:
        if way not in self._asked:
            if way not in self._looks:
                self._looks[way] = (lists, way, _digest(answer))
            self._asked[way] = self._looks[way]

    def _root(self, name: str) -> object:
        return _Seen(self, (name,), (name,), getattr(self.content, name))

    def _still(self, look: Look) -> bool:
        if look not in self._same:
            lists, way, digest = look
            same = all(self._before.get(name, b"") == self.digests.get(name) for name in lists)
            self._same[look] = same or (bool(digest) and self._answer(way) == digest)
        return self._same[look]

    def _answer(self, way: tuple[Any, ...]) -> bytes:
        """A digest of the answer now; empty if this can't be looked up any more."""
        first, *steps = way
        try:
            if isinstance(first, str):
                value = getattr(self.content, first)
            else:
                _, module, name, *given = first
                make = getattr(import_module(module), name)
                value = self.made_from(partial(make, *given) if given else make)[0]
            for step in steps:
                value = _taken(value, step)
        except (LookupError, AttributeError, TypeError, ValueError):
            return b""
        return _digest(value)


class _Seen:
    """A value in lists that are seen: stands for it, and records what it is asked for."""

    __slots__ = ("_lists", "_names", "_value", "_way")

    def __init__(
        self, lists: SeenLists, names: tuple[str, ...], way: tuple[Any, ...], value: Any
    ) -> None:
        self._lists, self._names, self._way, self._value = lists, names, way, value

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._value, name)
        if callable(value) and not isinstance(value, type):
            return partial(self._called, name)
        return self._lists.see(self._names, (*self._way, name), value)

    def _called(self, name: str, *arguments: Any, **named: Any) -> Any:
        if named:
            self._lists.note_all(self._names)
            return getattr(self._value, name)(*arguments, **named)
        found = self._taken((name, *arguments))
        return dict.fromkeys(found).keys() if name == "keys" else found

    def _taken(self, step: tuple[Any, ...]) -> Any:
        if not all(map(_is_short, step)):
            self._lists.note_all(self._names)
            return _taken(self._value, step)
        try:
            value = _taken(self._value, step)
        except LookupError:
            self._lists.note_all(self._names)
            raise
        return self._lists.see(self._names, (*self._way, step), value)

    def __getitem__(self, key: Any) -> Any:
        return self._taken(("[]", key))

    def __contains__(self, key: object) -> bool:
        return bool(self._taken(("in", key)))

    def __len__(self) -> int:
        return int(self._taken(("len",)))

    def __bool__(self) -> bool:
        return bool(self._taken(("bool",)))

    def __eq__(self, other: object) -> bool:
        self._lists.note_all(self._names)
        return bool(self._value == (other._value if isinstance(other, _Seen) else other))

    def __hash__(self) -> int:
        self._lists.note_all(self._names)
        return hash(self._value)

    def __iter__(self) -> Iterator[Any]:
        if isinstance(self._value, Mapping):
            return iter(self._taken(("keys",)))
        self._lists.note_all(self._names)
        return iter(self._value)


def _way_of(make: Callable[[Content], object]) -> tuple[Any, ...]:
    function, given = (make.func, make.args) if isinstance(make, partial) else (make, ())
    return ((_MADE, function.__module__, function.__qualname__, *given),)


def _taken(value: Any, step: Any) -> Any:
    if isinstance(step, str):
        return getattr(value, step)
    name, *arguments = step
    take = _STEPS.get(name)
    found = take(value, *arguments) if take else getattr(value, name)(*arguments)
    return tuple(found) if isinstance(found, GeneratorType) else found


def _is_plain(value: object) -> bool:
    if type(value) in (tuple, frozenset):
        return all(map(_is_plain, value))  # type: ignore[call-overload]  # it is one of these
    return type(value) in _PLAIN


def _is_short(value: object) -> bool:
    return _is_plain(value) and (not isinstance(value, str) or len(value) <= _LONGEST)


def _digest(answer: object) -> bytes:
    return key_of(_text(answer))[:8]


def _text(answer: object) -> str:
    if isinstance(answer, frozenset | dict):
        items = answer.items() if isinstance(answer, dict) else answer
        return f"{type(answer).__name__}({','.join(sorted(map(_text, items)))})"
    if type(answer) is tuple:
        return f"({','.join(map(_text, answer))})"
    return repr(answer) if type(answer) in _PLAIN else "?"  # which no plain value has
