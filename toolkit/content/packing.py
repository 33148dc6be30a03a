"""Values as plain data, and packed: a tenth of the memory, for those that are seldom needed."""

import marshal
from functools import lru_cache
from typing import Any

from toolkit.content.values import Mapping, Scalar, Sequence, Value
from toolkit.source import Location, SourceFile

# A place on one line as one number of 31 bits, the longest that `marshal` writes in four bytes:
# as four numbers, places would take half of the memory.
_LINE, _COLUMN = 20, 10
_MOST = (1 << _COLUMN) - 1


def packed(value: Value) -> bytes:
    """A value with its positions, but without its source."""
    return marshal.dumps(as_plain(value))


def unpacked(source: SourceFile, data: bytes, only: str = "") -> Any:
    """The value in `source` that this program packed.

    With `only`, return just this key of a mapping.
    """
    plain = _loaded(data) if only else marshal.loads(data)  # noqa: S302 - made by ourselves
    if only:
        place, pairs, *rest = plain
        plain = (place, [pair for pair in pairs if pair[0][1] == only], *rest)
    return _restored(source, plain)


# Code that asks for one value usually asks for the next.
_loaded = lru_cache(maxsize=8)(marshal.loads)


def as_plain(value: Value) -> tuple[Any, ...]:
    """A value as numbers, texts and tuples: its position first, then its content."""
    if isinstance(value, Scalar):
        return (_short(*value[3:]), value.text, value.plain)
    place = value.location[1:]
    if isinstance(value, Sequence):
        return (place, tuple(map(as_plain, value.items)))
    pairs = tuple((as_plain(key), as_plain(one)) for key, one in value.pairs)
    return (place, pairs, None, None)


def _restored(source: SourceFile, plain: Any) -> Value:
    """The value in `source` from what `as_plain` made of it."""
    if len(plain) == 3:
        at, text, is_plain = plain
        if isinstance(at, tuple):
            return Scalar(text, is_plain, source, *at)
        line, column = at >> _LINE, at >> _COLUMN & _MOST
        return Scalar(text, is_plain, source, line, column, line, column + (at & _MOST))
    place = Location(source, *plain[0])
    if len(plain) == 2:
        return Sequence(tuple([_restored(source, one) for one in plain[1]]), place)
    pairs = [(_restored(source, key), _restored(source, one)) for key, one in plain[1]]
    return Mapping(tuple(pairs), place)  # type: ignore[arg-type]  # keys are scalars


def _short(line: int, column: int, end_line: int, end_column: int) -> int | tuple[int, ...]:
    width = end_column - column
    if line == end_line and line <= 2 * _MOST and column <= _MOST and 0 <= width <= _MOST:
        return line << _LINE | column << _COLUMN | width
    return line, column, end_line, end_column
