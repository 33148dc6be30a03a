"""What checks of the whole content found, kept with the questions they asked of it.

Such a check looks at all documents, but at little of each. Its last findings still hold if only
some texts have changed since, and these give the same answers to its questions.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

from toolkit.cache.shelf import key_of
from toolkit.cache.snapshot import Snapshot
from toolkit.cache.store import Store
from toolkit.content.document import Document
from toolkit.content.files import source_from
from toolkit.content.markdown_files import document_from
from toolkit.content.reader import Content
from toolkit.content.watched import WatchedDocument, answer
from toolkit.validation.plain import Plain
from toolkit.validation.seen_lists import Look, SeenLists

# With more changed texts, comparing answers takes longer than checking again.
_MOST_CHANGED = 50
_SHELVES = 16


class KeptAnswers:
    """The findings of checks, by id, as far as they still hold for the files of a snapshot."""

    def __init__(
        self,
        store: Store,
        snapshot: Snapshot,
        content: Content,
        outside: Mapping[str, object],
        lists: Mapping[str, bytes],
    ) -> None:
        """`outside` is what stands for all that checks may ask for besides texts, by its name, as
        far as it is not made from all other files. `lists` are the digests of lists with which
        look-ups are compared.
        """
        self._store = store
        self._snapshot = snapshot
        self._texts = {f"{one.path}.md": one for one in content.texts}
        self._digests = {path: snapshot.files[path] for path in self._texts}
        others = snapshot.of(path for path in snapshot.files if path not in self._texts)
        self._outside = defaultdict(lambda: others, outside)
        self._lists = lists
        self._found: dict[str, Any] = {}
        self._former = cache(self._read_former)

    @cached_property
    def _kept(self) -> Mapping[str, Any]:
        """What was kept about texts."""
        kept: Any = self._store.load("answers")
        # A run that found something by chance, or was killed, kept its lists but no answers.
        if isinstance(kept, dict) and kept["lists"] == self._lists:
            return kept
        return {"texts": {}, "checks": {}}

    @cached_property
    def _changed(self) -> list[str]:
        """The paths of the texts that have been changed, added or removed since."""
        before, now = self._kept["texts"], self._digests
        return [path for path in sorted({*before, *now}) if before.get(path) != now.get(path)]

    @cached_property
    def _is_comparable(self) -> bool:
        """Whether these are the texts of that time, only few of them changed."""
        same = self._kept["texts"].keys() == self._digests.keys()
        return same and len(self._changed) <= _MOST_CHANGED

    def found(self, id_: str, lists: SeenLists) -> tuple[Plain, ...] | None:
        """What a check found, if it would find the same now with these lists; otherwise None."""
        kept = self._kept["checks"].get(id_)
        if kept is None or not self._is_comparable:
            return None
        found, outside, asked, looks = kept
        if any(self._outside[name] != value for name, value in outside.items()):
            return None
        if lists.changed(looks):
            return None
        # A check that says nothing about a text, nor names a line of it, finds the same there on
        # other lines: none compares the lines of one answer with those of another.
        said = _all_texts(found)
        for path in self._changed:
            place = self._places[path]
            lines = self._texts[path].id in said
            for question, places in asked.items():
                if places[place // 8] >> place % 8 & 1 and not self._is_same(path, question, lines):
                    return None
        self._found[id_] = kept
        return tuple(found)

    def put(
        self,
        id_: str,
        found: Iterable[Plain],
        outside: Iterable[str],
        asked: Mapping[str, set[str]],
        looks: Iterable[Look],
    ) -> None:
        """Keep what a check found, what it read `outside` documents, which it `asked` what, and
        what it looked up in lists.
        """
        prefix = f"{self._snapshot.name}/"
        bits = {}
        for question, paths in asked.items():
            places = bytearray(len(self._texts) // 8 + 1)
            for path in paths:
                place = self._places[path.removeprefix(prefix)]
                places[place // 8] |= 1 << place % 8
            bits[question] = bytes(places)
        read = {name: self._outside[name] for name in outside}
        self._found[id_] = (tuple(found), read, bits, tuple(looks))

    def save(self, lists: Mapping[str, bytes]) -> None:
        """Save all of it, and the texts and the digests of lists as they are now."""
        value = {"lists": lists, "texts": self._digests, "checks": self._found}
        self._store.save("answers", value)
        data = self._snapshot.data
        for shelf in sorted(set(map(_shelf, self._changed))):
            texts = {
                path: data[path] for path in self._texts if _shelf(path) == shelf and path in data
            }
            self._store.save(shelf, texts)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {path: place for place, path in enumerate(sorted(self._texts))}

    def _is_same(self, path: str, question: str, with_lines: bool) -> bool:
        before = self._former(path)
        now = self._texts[path]
        if before is None or not isinstance(now, WatchedDocument):
            return False
        one, other = (answer(text, question, with_lines=with_lines) for text in (before, now.real))
        return one == other

    def _read_former(self, path: str) -> Document | None:
        """The text as it was; None if it isn't the one that was checked."""
        texts: Any = self._store.load(_shelf(path))
        data = texts.get(path) if isinstance(texts, dict) else None
        if data is None or key_of(data) != self._kept["texts"][path]:
            return None
        source, faults = source_from(data, f"{self._snapshot.name}/{path}")
        return document_from(source, path, faults)


def _all_texts(found: Plain | str | int | bool) -> str:
    """Everything that findings say, paths included."""
    if isinstance(found, tuple):
        return "\n".join(map(_all_texts, found))
    return found if isinstance(found, str) else ""


def _shelf(path: str) -> str:
    return f"texts-{key_of(path)[0] % _SHELVES}"
