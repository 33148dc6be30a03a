"""What checks found in an earlier run, keyed by everything they looked at.

This module doesn't load any checks: if nothing has changed, the findings are known without them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from toolkit.cache.program import is_unchanged
from toolkit.cache.shelf import Shelf, key_of
from toolkit.cache.snapshot import Snapshot
from toolkit.cache.store import Store
from toolkit.problems import Problem
from toolkit.source import SourceFile
from toolkit.validation.plain import Plain, plain_problem, problem_from

if TYPE_CHECKING:
    from toolkit.content.faults import Fault
    from toolkit.content.reader import Content
    from toolkit.content.watched import Watch
    from toolkit.validation.answers import KeptAnswers
    from toolkit.validation.seen_lists import Look

# How a translation names the text it was made from, and the folder of these texts.
_DIGEST = re.compile(rb"sha256:([0-9a-f]{64})")
_ORIGINALS = "originals/"
_DATA = ("vocabularies/", "registers/", "recognition/", _ORIGINALS)
# Found after some time, which varies from run to run.
_BY_CHANCE = "excessive-work"
_LISTS_BEFORE = key_of("lists before")


@dataclass(frozen=True)
class Outcome:
    """All problems of a content folder, in the order of reports.

    `known` are the paths of everything that can be chosen, `texts` those of documents and their
    translations, `entries` those of entries, all as in reports; `prefix` is the folder, as there.
    """

    prefix: str
    known: frozenset[str]
    texts: frozenset[str]
    entries: Sequence[str]
    problems: Sequence[Problem]


@dataclass(frozen=True)
class KeptPart:
    """What checks found in a part of the content, and what each of them looked up in lists."""

    found: tuple[Plain, ...]
    looks: Mapping[str, tuple[Look, ...]]

    def but(self, ids: Collection[str], now: KeptPart) -> KeptPart:
        """The same, but with what some checks find and look up now."""
        found = tuple(one for one in self.found if one[0] not in ids)
        looks = {id_: one for id_, one in self.looks.items() if id_ not in ids}
        return KeptPart((*found, *now.found), {**looks, **now.looks})


class PartKeys:
    """The keys of parts of the content, made from their files in a snapshot.

    `lists` has a digest of the files that each field of Content with lists is read from.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        from toolkit.content.list_files import PLACES, at_place
        from toolkit.validation.parts import ALL_LISTS, FILES, LOOKED_UP

        self._files, self._name = snapshot.files, snapshot.name
        # A document depends on the originals that its translations name, but not on the others.
        others = [path for path in snapshot.files if is_no_text(path)]
        self.lists = {name: snapshot.of(at_place(name, others)) for name in PLACES}
        self._looked_up = key_of(*map(self.lists.__getitem__, LOOKED_UP))
        listed = {path for name in PLACES for path in at_place(name, others)}
        files = snapshot.of(path for path in others if path not in listed)
        self._by_name = {**self.lists, FILES: files, ALL_LISTS: snapshot.name.encode()}
        self._named = {
            path: {f"{_ORIGINALS}{digest.decode()}.json" for digest in found}
            for path, data in snapshot.data.items()
            if not is_no_text(path) and (found := _DIGEST.findall(data))
        }

    def of(self, name: str, paths: Sequence[str] = ()) -> bytes:
        """The key of some texts, or of one of LIST_PARTS, without what they look up in lists."""
        if name:
            return key_of(name, self._by_name[name])
        named = {original for path in paths for original in self._named.get(path, ())}
        rests_on = (*paths, *sorted(named & self._files.keys()))
        names = "\n".join(rests_on)
        return key_of(self._name, names, b"".join(map(self._files.__getitem__, rests_on)))

    def key(self, paths: Sequence[str], titles: bytes = b"") -> bytes:
        """The key of some texts, made from all that their checks see."""
        return key_of(self._looked_up, self.of("", paths), titles)


class KeptFindings:
    """The findings of an earlier run on the folder of a snapshot.

    `data` are the bytes of its texts, to read them from.
    """

    def __init__(self, store: Store, snapshot: Snapshot) -> None:
        self._store = store
        self._snapshot = snapshot
        self._shelf = Shelf(store, "findings")
        self._answers: tuple[KeptAnswers, dict[str, bytes]] | None = None
        self.data = snapshot.data

    @cached_property
    def keys(self) -> PartKeys:
        """The keys of texts by themselves."""
        return PartKeys(self._snapshot)

    def faults_of_lists(self, content: Content) -> tuple[Fault, ...]:
        """`content.faults_of_lists`, without reading the lists in which there was no fault."""
        faults: list[Fault] = []
        for name, digest in self.keys.lists.items():
            key = key_of("without fault", name, digest)
            if self._shelf.get(key) is None:
                found = [fault for file in content.lists_in(name) for fault in file.faults]
                if not found:
                    self._shelf.put(key, True)
                faults += found
        return tuple(faults)

    def outcome(self, day: date) -> Outcome | None:
        """What was found in exactly this snapshot on this day; None if unknown."""
        kept = self._store.load("checked")
        if not isinstance(kept, tuple) or kept[0] != self._key(day):
            return None
        prefix, known, texts, entries, problems = kept[1:]
        return Outcome(prefix, frozenset(known), frozenset(texts), entries, self.problems(problems))

    def keep(self, day: date, outcome: Outcome, moved: Mapping[str, str]) -> None:
        """Keep what was found, unless a file or the program has changed since it was read."""
        problems = tuple(map(plain_problem, outcome.problems))
        if not (self._snapshot.holds and is_unchanged()):
            return
        self._shelf.save(is_same=True)
        by_chance = any(one.id == _BY_CHANCE for one in outcome.problems)
        if self._answers is not None and not by_chance:
            answers, lists = self._answers
            answers.save(lists)
            self.watch.save()
        # One check looks at what a change moves, which only git knows.
        if not moved and not by_chance:
            known, texts = (tuple(sorted(paths)) for paths in (outcome.known, outcome.texts))
            results = (outcome.prefix, known, texts, tuple(outcome.entries), problems)
            self._store.save("checked", (self._key(day), *results))
        self._store.tidy()

    def answers(self, content: Content, day: date, moved: Mapping[str, str]) -> KeptAnswers:
        """What checks of the whole content found in an earlier run."""
        from toolkit.validation.answers import KeptAnswers

        outside = {"day": day.isoformat(), "moved": tuple(sorted(moved.items())), **self.keys.lists}
        vars(content)["faults_of_lists"] = self.faults_of_lists(content)
        # What is empty is not made from any file, and some things from the names of files alone.
        empty = ("faults_of_lists", "file_faults", "tables")
        outside |= {name: b"" for name in empty if not getattr(content, name)}
        names = key_of(*self._snapshot.files)
        outside |= dict.fromkeys(("files", "paths", "stray_translations"), names)
        return KeptAnswers(self._store, self._snapshot, content, outside, self.lists_before)

    def titles(self, content: Content) -> frozenset[str]:
        """The titles of works with words to avoid, searched for again if either have changed."""
        from toolkit.validation.wording import titles_of_works, with_avoided_words

        titles = titles_of_works(content.entries)
        key = key_of("titles", self.keys.lists["terminology"], *sorted(titles))
        kept: Any = self._shelf.get(key)
        if kept is None:
            kept = tuple(sorted(with_avoided_words(titles, content)))
            self._shelf.put(key, kept)
        return frozenset(kept)

    @cached_property
    def watch(self) -> Watch:
        """What records the questions that documents are asked."""
        from toolkit.content.watched import Watch

        return Watch(self._store, self._snapshot.files)

    def remember(self, answers: KeptAnswers, lists: Mapping[str, bytes]) -> None:
        """Also keep these answers, what was made for them, and the digests of the lists in which
        all look-ups are now true, when this run is over.
        """
        self._answers = (answers, dict(lists))
        self._shelf.put(_LISTS_BEFORE, dict(lists))

    def part(self, key: bytes) -> KeptPart | None:
        """What was kept about a part, None if nothing was; but look-ups may have other answers."""
        kept: Any = self._shelf.get(key)
        return KeptPart(kept[0], dict(kept[1])) if kept else None

    def put_part(self, key: bytes, part: KeptPart) -> None:
        """Keep what was found in a part; nothing, rather than what is out of date, if by chance."""
        by_chance = any(one[0] == _BY_CHANCE for one in part.found)
        kept = () if by_chance else (tuple(sorted(set(part.found))), tuple(part.looks.items()))
        self._shelf.put(key, kept)

    @cached_property
    def lists_before(self) -> Mapping[str, bytes]:
        """Digests of the files of each list in the run in which all look-ups were last true."""
        kept: Any = self._shelf.get(_LISTS_BEFORE)
        return kept or {}

    def problems(self, kept: Iterable[Plain]) -> list[Problem]:
        """Kept problems as problems again; a text is decoded only when it is shown or fixed."""
        sources: dict[str, SourceFile] = {}

        def source(path: str) -> SourceFile:
            if path not in sources:
                sources[path] = _Late(self._snapshot, path)
            return sources[path]

        return [problem_from(one, source) for one in kept]

    def _key(self, day: date) -> bytes:
        return key_of(self._snapshot.digest, day.isoformat())


def is_no_text(path: str) -> bool:
    """Whether a file is neither a document nor the translation of one."""
    return not path.endswith(".md") or path.startswith(_DATA)


class _Late(SourceFile):
    """A file as it was in a snapshot, decoded when its text is first asked for.

    Read again, it could be another text, in which problems and their fixes are elsewhere.
    """

    def __init__(self, snapshot: Snapshot, path: str) -> None:
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "_snapshot", snapshot)

    @property
    def text(self) -> str:
        """The whole text, as `SourceFile` has it."""
        return self._read.text

    @property
    def has_mark(self) -> bool:
        """Whether the file begins with a byte-order mark."""
        return self._read.has_mark

    @property
    def is_guess(self) -> bool:
        """Whether letters stand for bytes that aren't UTF-8."""
        return self._read.is_guess

    @cached_property
    def _read(self) -> SourceFile:
        from toolkit.content.files import open_source, source_from

        snapshot, name = self.__dict__["_snapshot"], self.path.partition("/")[2]
        if name in snapshot.data:
            return source_from(snapshot.data[name], self.path)[0]
        return open_source(snapshot.folder / name, self.path)[0]
