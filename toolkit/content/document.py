"""A Markdown file of `docs/` as read: its place, its front matter by field, its body."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from toolkit.content.faults import Fault
from toolkit.content.leaves import leaves_of
from toolkit.content.markdown import Outline
from toolkit.content.matching import Leaf, ReadFile
from toolkit.content.packing import packed, unpacked
from toolkit.content.schema import Form, Kind
from toolkit.content.values import Mapping, Scalar, Value, text_of
from toolkit.grouping import grouped
from toolkit.problems import ToolkitError
from toolkit.source import Location, SourceFile


@dataclass(frozen=True)
class Document(ReadFile):
    """An entry, a page, a task, or a translation of one of them.

    `path` is relative to `docs/`, without `.md`: the address of the page without `.html`.
    `pillar` is an entry's folder, empty for a page. `front` is None if the front matter could not
    be read. `language` is the tag of the text's language; for a translation, `of` is the path of
    the original. The body begins on line `body_line` of the source, at character `body_start`, or
    in `translation` if the text has the words of one; `body_start` is None if there is no body to
    read. While it `is_packed`, its values are unpacked on each access.
    """

    source: SourceFile
    path: str
    kind: Kind
    pillar: str
    front: Mapping | None = field(default_factory=lambda: None)  # not a class attribute
    body_line: int = 1
    body_start: int | None = None
    leaves: tuple[Leaf, ...] = field(default_factory=tuple)
    faults: tuple[Fault, ...] = ()
    language: str = "en"
    of: str = ""
    translation: SourceFile | None = None
    is_packed: bool = field(default=False, init=False, repr=False, compare=False)
    _packed: bytes | None = field(default=None, init=False, repr=False, compare=False)

    def hold(self, values: bytes) -> None:
        """Hold values that this program packed: they are unpacked on first access."""
        known = vars(self)
        known["_packed"] = values
        for name in ("front", "leaves", "_by_form"):
            known.pop(name, None)

    def pack_values(self) -> None:
        """Hold the values packed from now on, unpacking them on each access.

        Otherwise they would take up most of a build's memory, and only checks need all of them.
        """
        values = self._packed
        if values is None and self.front is not None:
            values = packed(self.front)
        if values is not None:
            self.hold(values)
            vars(self)["is_packed"] = True

    def take_out(self) -> None:
        """Hold the values unpacked again."""
        vars(self)["is_packed"] = False

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            if name not in ("front", "leaves") or self._packed is None:
                raise AttributeError(name)
            if name == "front":
                value = _unpacked(self.source, self._packed)
            else:
                value = leaves_of(self.front, self.kind)[0]
            if not self.is_packed:
                vars(self)[name] = value
            return value

    @property
    def real(self) -> "Document":
        """The document as read, which records nothing."""
        return self

    @property
    def body(self) -> str:
        """What follows the front matter, cut out on access."""
        return self.body_source.rest(self.body_start)

    @property
    def body_source(self) -> SourceFile:
        """The file that holds the body."""
        return self.translation or self.source

    @property
    def id(self) -> str:
        """The file name without its extension."""
        return self.path.rpartition("/")[2]

    @property
    def is_entry(self) -> bool:
        """Whether the file is a practice or a resource."""
        return self.kind in (Kind.PRACTICE, Kind.RESOURCE)

    @property
    def body_known(self) -> bool:
        """Whether the body was read, not skipped for its size."""
        return not any(fault.check == "oversized-body" for fault in self.faults)

    @property
    def has_conflict(self) -> bool:
        """Whether it holds both versions of a merge."""
        return any(fault.check == "conflict-marker" for fault in self.faults)

    @cached_property
    def outline(self) -> Outline:
        """The headings and links of the body."""
        return Outline(self.body_source, self.body_line, self.body_start)

    @property
    def is_read(self) -> bool:
        """Whether the front matter could be read."""
        return self._packed is not None or self.front is not None

    def require_read(self) -> None:
        """Raise ToolkitError if it isn't known where its fields are."""
        if not self.is_read:
            path = self.source.path
            raise ToolkitError(f"{path} can't be read.", f"fix it first: toolkit check {path}")

    def require_whole(self, so: str) -> None:
        """Raise ToolkitError, which ends in `so`, unless it is known which text it has."""
        if self.has_conflict:
            path = self.source.path
            raise ToolkitError(
                f"{path} holds both versions of a merge, so {so}.",
                f"keep one of them first: toolkit check {path} shows where they are.",
            )
        self.require_read()

    @property
    def pairs(self) -> tuple[tuple[Scalar, Value], ...]:
        """The fields and their values; none if the front matter could not be read."""
        return self.front.pairs if self.front is not None else ()

    @property
    def names(self) -> frozenset[str]:
        """The names of the file's fields, known or not."""
        return frozenset(key.text for key, _ in self.pairs)

    def get(self, name: str) -> Value | None:
        """The value of a field; None if it is missing, empty or a placeholder."""
        front = self._with(name)
        value = front.get(name) if front is not None else None
        if isinstance(value, Scalar) and value.is_placeholder:
            return None
        return None if value is None or value.is_empty else value

    def text(self, name: str) -> str:
        """The text of a field with a single plain value; empty if missing."""
        return text_of(self.get(name))

    def of_field(self, name: str) -> Iterator[Leaf]:
        """The leaves of a field with plain values, in file order."""
        leaves = self._leaves_with(name)
        return (leaf for leaf in leaves if leaf.field.name == name and "." not in leaf.name)

    def _with(self, name: str) -> Mapping | None:
        """The front matter, or only this field of it if it is packed; None if that isn't there."""
        if self._packed is None or not self.is_packed:
            return self.front
        # Most texts lack most fields, and to see that takes a tenth of the time of unpacking.
        return unpacked(self.source, self._packed, name) if name.encode() in self._packed else None

    def _leaves_with(self, name: str) -> tuple[Leaf, ...]:
        """The leaves, or only this field's if they are packed."""
        if not self.is_packed:
            return self.leaves
        front = self._with(name)
        return leaves_of(front, self.kind)[0] if front is not None else ()

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a field with plain values, in file order."""
        return tuple(leaf.text for leaf in self.of_field(name))

    def below(self, name: str) -> Iterator[Leaf]:
        """All leaves of a field, including those of its parts, in file order."""
        return (leaf for leaf in self._leaves_with(name) if leaf.top == name)

    def of_form(self, form: Form) -> Iterator[Leaf]:
        """The leaves of one form, wherever they occur."""
        if self.is_packed:
            return (leaf for leaf in self.leaves if leaf.field.form is form)
        return iter(self._by_form.get(form, ()))

    @cached_property
    def _by_form(self) -> dict[Form, tuple[Leaf, ...]]:
        return grouped((leaf.field.form, leaf) for leaf in self.leaves)

    def place(self, name: str) -> Location:
        """The location of a field's key, or the first line of the file."""
        for key, _ in self.pairs:
            if key.text == name:
                return key.location
        return self.source.at_line(1)


# Code that asks for one value usually asks for the next.
_unpacked = lru_cache(maxsize=8)(unpacked)
