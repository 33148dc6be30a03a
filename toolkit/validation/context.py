"""What checks get: the content, the day, and what several of them need, made once per run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from toolkit.cache.shelf import key_of
from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.content.late import noting
from toolkit.content.reader import Content
from toolkit.source import Location
from toolkit.translations.source import source_text, words
from toolkit.translations.status import State, TranslationStatuses
from toolkit.validation.hosts import host_of, valid_addresses
from toolkit.validation.parts import OutOfReachError, part_of_lists
from toolkit.validation.passages import (
    Numbered,
    Passage,
    all_texts,
    bodies,
    other_fields,
    texts,
    with_numbers,
)
from toolkit.validation.places import intended_paths, paths_among_other_kind, unstamped
from toolkit.validation.shown import as_shown
from toolkit.validation.wording import titles_of_works, with_avoided_words

if TYPE_CHECKING:
    from toolkit.opportunities.opportunity import Opportunity
    from toolkit.recognition.ledger import Ledger
    from toolkit.recognition.status import Status

T = TypeVar("T")


class Lists:
    """What checks of documents look things up in: a `content` with lists but no documents."""

    def __init__(self, content: Content, titles: frozenset[str]) -> None:
        self.content = content
        self._titles = titles
        self._made: dict[object, tuple[Any, tuple[str, ...]]] = {}

    @property
    def titles(self) -> frozenset[str]:
        """The titles of works that contain words to avoid: the only thing that the check of one
        document knows about others.
        """
        return self._titles

    @property
    def to_look_up(self) -> Content:
        """The content as checks see it."""
        return self.content

    def begin(self) -> dict[Any, Any]:
        """Begin to record what is looked up, if anyone wants to know."""
        return {}

    @cached_property
    def key_of_titles(self) -> bytes:
        """A digest of the titles."""
        return key_of(*sorted(self._titles))

    @property
    def known_hosts(self) -> frozenset[str]:
        """The hosts, without `www.`, of the registers of organizations and libraries."""
        return self.made(known_hosts)

    def made(self, make: Callable[[Content], T]) -> T:
        """What a module's function makes from the lists, made once for all documents."""
        return self.made_from(make)[0]

    def whole(self, make: Callable[[Content], T]) -> T:
        """The same, if nearly all of it counts."""
        return self.made_from(make)[0]

    def made_from(self, make: Callable[[Content], T]) -> tuple[T, tuple[str, ...]]:
        """The same, with the names of the lists that it was made from."""
        key = (make.func, *make.args) if isinstance(make, partial) else make
        if key not in self._made:
            asked = _Asked()
            made = make(noting(self.content, asked))
            self._made[key] = made, asked.all()
        return self._made[key]


class _Asked(set[str]):
    """The names of lists that something was made from: afterwards, it can't read others."""

    is_over = False

    def add(self, name: str) -> None:
        if self.is_over:
            raise OutOfReachError(f"{name} after something was made from lists")
        super().add(name)

    def all(self) -> tuple[str, ...]:
        self.is_over = True
        return tuple(sorted(self))


def known_hosts(content: Content) -> frozenset[str]:
    """The hosts, without `www.`, of the registers of organizations and libraries."""
    bodies, libraries = content.organisations.items, content.libraries.items
    known = {host_of(body.url) for body in bodies.values() if body.url}
    return frozenset(known.union(*(library.hosts for library in libraries.values())))


@dataclass(frozen=True)
class Context:
    """The content to check, and the `day` to judge it by.

    `moved` maps the paths, without extension, of entries, tasks and pages that a change renames,
    moves or removes to their new paths, empty if removed. Only a comparison with an earlier state
    tells.

    What more than one check needs is a property here, made when first asked for. Nothing from a run
    outlives its context.
    """

    content: Content
    day: date
    moved: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def lists(self) -> Lists:
        """What checks of documents look things up in."""
        lists = part_of_lists(self.content)
        return Lists(lists, with_avoided_words(titles_of_works(self.content.entries), lists))

    @cached_property
    def ledger(self) -> Ledger:
        """All acts of recognition."""
        from toolkit.recognition.ledger import make_ledger

        return make_ledger(self.content)

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """The status of recognition of each entry, by id, made when first asked for."""
        from toolkit.recognition.entry_status import all_statuses

        return all_statuses(self.ledger, self.day)

    @cached_property
    def opportunities(self) -> Mapping[str, Opportunity]:
        """What organizations could do together, by id."""
        from toolkit.opportunities import find_opportunities

        members = self.ledger.members.on(self.day)
        return find_opportunities(self.content, self.statuses, members, self.day)

    @cached_property
    def unread(self) -> frozenset[str]:
        """The paths of files whose fields couldn't be read, and so aren't checked."""
        documents = (one for one in self.content.texts if not one.is_read)
        lists = (one for one in self.content.own_lists if one.faults and not one.leaves)
        return frozenset([one.source.path for one in documents] + [one.path for one in lists])

    @cached_property
    def intended(self) -> frozenset[str]:
        """The paths of documents whose files still have the wrong extension, folder or name."""
        return frozenset(intended_paths(self.content))

    @cached_property
    def intended_ids(self) -> frozenset[str]:
        """The ids of documents whose files still have the wrong extension, folder or name."""
        return frozenset(path.rpartition("/")[2] for path in self.intended)

    @cached_property
    def of_other_kind(self) -> frozenset[str]:
        """The paths of files whose fields and sections are those of another kind."""
        return paths_among_other_kind(self.content)

    @cached_property
    def unstamped(self) -> Mapping[str, Document]:
        """The translations that don't say how they were made, by path."""
        return unstamped(self.content)

    @cached_property
    def addresses(self) -> tuple[tuple[str, Location, str], ...]:
        """Every valid address, its place, and its field, empty if none."""
        return tuple(valid_addresses(self.content))

    @cached_property
    def texts(self) -> tuple[Passage, ...]:
        """Everything that readers get to read."""
        return tuple(all_texts(self.content, self.fields))

    @cached_property
    def bodies(self) -> tuple[Passage, ...]:
        """The bodies of all documents that were read, without their code."""
        return tuple(bodies(self.content))

    def fields(self, document: Document) -> tuple[Passage, ...]:
        """All free texts of the front matter."""
        path = document.source.path
        if path not in self._fields:
            self._fields[path] = tuple(texts(document))
        return self._fields[path]

    @cached_property
    def _fields(self) -> dict[str, tuple[Passage, ...]]:
        return {}

    @cached_property
    def shown(self) -> tuple[Passage, ...]:
        """The same plus the other fields, as pages show them, for the checks of personal data."""
        return tuple(map(as_shown, (*self.texts, *other_fields(self.content))))

    @cached_property
    def numbered(self) -> Numbered:
        """All shown texts with numbers, for the checks of numbers."""
        return with_numbers(self.shown)

    @cached_property
    def translation_statuses(self) -> TranslationStatuses:
        """How translations compare with their originals."""
        return TranslationStatuses(self.content)

    def up_to_date(self) -> Iterator[tuple[Document, Document]]:
        """Each translation of the present text of its original, and that original.

        Not those whose bodies are too large to be read.
        """
        for translation in self.content.translations:
            is_current = self.translation_statuses.of(translation).state is State.CURRENT
            if is_current and translation.body_known:
                yield translation, self.content.by_path[translation.of]

    def original_text(self, translation: Document) -> str:
        """All words of a translation's original, as it is now and as it was when translated."""
        path = translation.of
        if path not in self._words:
            self._words[path] = words(source_text(self.content.by_path[path]))
        kept = self.translation_statuses.kept.get(translation.text("source_digest"))
        old = words(kept.text) if kept is not None and kept.text is not None else ""
        return f"{self._words[path]}\n{old}" if old else self._words[path]

    @cached_property
    def _words(self) -> dict[str, str]:
        return {}


def _refuse(_part: Context) -> NoReturn:
    raise OutOfReachError


class PartContext(Context):
    """A part of the content by itself: findings there depend only on its files and the lists.

    A check that asks for more is in the wrong place in the registry. Nothing that checks share here
    looks anything up in lists, so all that one of them looks up is recorded as its own.
    """

    day = moved = ledger = opportunities = cast("Any", property(_refuse))

    def __init__(self, content: Content, lists: Lists) -> None:
        self.__dict__.update(content=content, lists=lists)


class WatchedContext(Context):
    """The whole content for some checks, noting in `asked` what they ask for besides documents.

    `content` must be noting that, too; what is looked up in `lists` is recorded there.
    """

    def __init__(self, context: Context, content: Content, asked: set[str], lists: Lists) -> None:
        self.__dict__.update(content=content, lists=lists, _whole=context, _asked=asked)

    def __getattr__(self, name: str) -> object:
        """The day, or what a change moves, as the whole content has it."""
        self.__dict__["_asked"].add(name)
        return getattr(self.__dict__["_whole"], name)


def and_the_rest(context: Context, fault: Fault, hint: str) -> str:
    """The hint, with a note if the fault keeps the whole file from being read."""
    if fault.location.source.path not in context.unread:
        return hint
    return f"{hint} Until this is fixed, the rest of the file is not checked."
