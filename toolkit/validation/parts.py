"""The content cut into parts that most checks see by themselves: so they can't read another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from toolkit.content.document import Document
from toolkit.content.reader import Content

# How a translation names the text that it was made of.
_DIGEST: Final = re.compile("sha256:[0-9a-f]{64}")


def part_of_lists(content: Content) -> Content:
    """What is no document: lists, tables, kept originals, and what is wrong with other files."""
    return replace(content, documents=(), translations=(), stray_translations=(), paths=())


def parts_of_documents(content: Content) -> Iterator[Content]:
    """Each document with its translations and the kept originals that these name.

    Lists are at hand; what stands in them is `part_of_lists`.
    """
    shared = replace(
        content,
        files=frozenset(),
        paths=(),
        file_faults=(),
        tables=(),
        stray_translations=(),
        listed=False,
    )
    translations: dict[str, list[Document]] = {}
    for one in content.translations:
        translations.setdefault(one.of, []).append(one)
    for document in content.documents:
        own = tuple(translations.get(document.path, ()))
        named = {digest for one in own for digest in _DIGEST.findall(one.source.text)}
        yield replace(
            shared,
            documents=(document,),
            translations=own,
            originals={
                digest: content.originals[digest]
                for digest in sorted(named & content.originals.keys())
            },
        )
