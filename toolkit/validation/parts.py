"""The content split into parts that most checks see one at a time, so they can't read others."""

import re
from collections.abc import Iterable, Iterator
from typing import NoReturn

from toolkit.content.document import Document
from toolkit.content.list_files import PLACES
from toolkit.content.reader import Content
from toolkit.grouping import grouped

# How a translation names the text it was made from.
_DIGEST = re.compile("sha256:[0-9a-f]{64}")
# The lists in which checks of documents can look things up, as fields of Content, and the others.
LOOKED_UP = ("vocabularies", "organisations", "instruments", "terminology", "libraries", "links")
_OTHERS = tuple(name for name in PLACES if name not in (*LOOKED_UP, "originals"))


class OutOfReachError(Exception):
    """A check asked for something that belongs to a larger part of the content than it sees."""


class _OutOfReach:
    def __getattr__(self, name: str) -> NoReturn:
        raise OutOfReachError(f"{name} of other lists")


def part_of_lists(content: Content) -> Content:
    """Everything but documents: lists, tables, kept originals, and the faults of other files."""
    return content.part(documents=(), translations=(), stray_translations=(), paths=())


def groups(content: Content) -> dict[str, tuple[Document, ...]]:
    """Each document with its translations, by its path."""
    return grouped((one.of or one.path, one) for one in content.texts)


def parts_of_documents(
    content: Content, chosen: Iterable[tuple[Document, ...]]
) -> Iterator[Content]:
    """Each of the chosen groups, with the kept originals that its translations name.

    Lists can be looked up, but their own contents belong to `part_of_lists`.
    """
    shared = content.part(
        files=frozenset(),
        paths=(),
        file_faults=(),
        tables=(),
        stray_translations=(),
        listed=False,
        **dict.fromkeys(_OTHERS, _OutOfReach()),
    )
    for group in chosen:
        # What is found in a part is kept by its files, so nobody need know what it was asked.
        document, *translations = (one.real for one in group)
        named = {digest for one in translations for digest in _DIGEST.findall(one.source.text)}
        originals = content.originals if named else {}
        yield shared.part(
            documents=(document,),
            translations=tuple(translations),
            originals={digest: originals[digest] for digest in sorted(named & originals.keys())},
        )
