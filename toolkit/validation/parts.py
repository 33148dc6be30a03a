"""The content split into parts that most checks see one at a time, so they can't read others."""

from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from toolkit.content.document import Document
from toolkit.content.list_files import LISTS
from toolkit.content.reader import Content
from toolkit.grouping import grouped
from toolkit.recognition.digest import DIGEST

# The lists in which checks of documents can look things up, as fields of Content.
LOOKED_UP = ("vocabularies", "organisations", "instruments", "terminology", "libraries", "links")
# What isn't a list by itself: kept originals, all other files, and all lists together.
ORIGINALS, FILES, ALL_LISTS = "originals", "files", "all"
LIST_PARTS = (*LISTS, ORIGINALS, FILES, ALL_LISTS)


class OutOfReachError(Exception):
    """A check asked for something that belongs to a larger part of the content than it sees."""


class _OutOfReach:
    def __getattr__(self, name: str) -> NoReturn:
        raise OutOfReachError(f"{name} of other lists")


def part_of_lists(content: Content) -> Content:
    """Everything but documents: lists, tables, kept originals, and the faults of other files."""
    return content.part(documents=(), translations=(), stray_translations=(), paths=())


def _shared(lists: Content) -> Content:
    """Only the lists in which something can be looked up."""
    return lists.part(
        files=frozenset(),
        file_faults=(),
        tables=(),
        originals={},
        listed=(),
        **dict.fromkeys((name for name in LISTS if name not in LOOKED_UP), _OutOfReach()),
    )


def parts_of_lists(own: Content, lists: Content, names: Iterable[str]) -> Iterator[Content]:
    """These of LIST_PARTS of `own`, a `part_of_lists`, which can look things up in `lists`.

    In all lists together, also things that the others can't.
    """
    shared = _shared(lists)
    for name in names:
        if name == ALL_LISTS:
            yield lists.part(listed=(), files=frozenset(), file_faults=(), tables=())
        elif name == FILES:
            files: dict[str, Any] = {one: getattr(own, one) for one in _OF_FILES}
            yield shared.part(**files)
        elif name == ORIGINALS:
            yield shared.part(originals=own.originals)
        else:
            yield shared.part(listed=(name,), **{name: getattr(own, name)})


_OF_FILES = ("files", "file_faults", "tables")


def groups(content: Content) -> dict[str, tuple[Document, ...]]:
    """Each document with its translations, by its path."""
    return grouped((one.of or one.path, one) for one in content.texts)


def parts_of_documents(
    content: Content, lists: Content, chosen: Iterable[tuple[Document, ...]]
) -> Iterator[Content]:
    """Each of the chosen groups, with the kept originals that its translations name.

    They can look things up in `lists`, but the contents of these belong to `parts_of_lists`.
    """
    shared = _shared(lists)
    for group in chosen:
        # What is found in a part is kept by its files, so nobody need know what it was asked.
        document, *translations = (one.real for one in group)
        named = {digest for one in translations for digest in DIGEST.findall(one.source.text)}
        originals = content.originals if named else {}
        yield shared.part(
            documents=(document,),
            translations=tuple(translations),
            originals={digest: originals[digest] for digest in sorted(named & originals.keys())},
        )
