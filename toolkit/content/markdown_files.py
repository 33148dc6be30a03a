"""Reads the Markdown files of a content folder: what each one is, and everything in it."""

from collections.abc import Callable, Container, Iterable
from functools import partial

from toolkit.cache.shelf import key_of
from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.content.files import FoundFile, open_source
from toolkit.content.front_matter import read_front_matter
from toolkit.content.leaves import leaves_of
from toolkit.content.packing import packed
from toolkit.content.schema import PILLARS, TRANSLATIONS, Kind
from toolkit.content.translation import translated
from toolkit.content.yaml_text import kept_documents
from toolkit.languages import TARGETS
from toolkit.source import SourceFile

TASKS = "tasks"
_ENTRY_FOLDERS = {"practices": Kind.PRACTICE, "resources": Kind.RESOURCE}


def read_document(file: FoundFile, prefix: str) -> Document:
    """Read one Markdown file; its faults say everything that is wrong with it."""
    source, faults = open_source(file.full, f"{prefix}/{file.path}")
    return document_from(source, file.path, faults)


def read_packed(file: FoundFile, prefix: str) -> Document:
    """Read one Markdown file, and pack its values before those of the next file are made."""
    document = read_document(file, prefix)
    document.pack_values()
    return document


def document_from(
    source: SourceFile,
    path: str,
    faults: tuple[Fault, ...] = (),
    place: tuple[Kind, str] | None = None,
) -> Document:
    """The document made from a text at `path`, relative to the content folder.

    `faults` are those found when opening it; if there are any, nothing else is read. `place` is the
    kind and the home pillar, if the path can't tell.
    """
    kind, pillar = place or place_of(path)
    of, tag = translated(path) if kind in TRANSLATIONS else ("", "en")
    document = partial(
        Document, source, path.removesuffix(".md"), kind, pillar, language=tag, of=of
    )
    if faults:
        return document(faults=faults)
    kept, key = kept_documents(), b""
    if kept is not None:
        key = key_of(source.digest, kind.value)
        if isinstance(found := kept.get(key), tuple):
            values, line, start = found
            read = document(body_line=line, body_start=start)
            read.hold(values)
            return read
    front = read_front_matter(source)
    leaves, faults = leaves_of(front.mapping, kind) if front.mapping is not None else ((), ())
    faults = (*front.faults, *faults)
    if kept is not None and front.mapping is not None and not faults:
        kept.put(key, (packed(front.mapping), front.body_line, front.body_start))
    return document(
        front=front.mapping,
        body_line=front.body_line,
        body_start=front.body_start,
        leaves=leaves,
        faults=faults,
    )


def place_of(path: str) -> tuple[Kind, str]:
    """The kind and home pillar of a file, from its path relative to the content folder."""
    parts = path.split("/")
    of, tag = translated(path)
    if tag:
        is_task = place_of(f"{of}.md")[0] is Kind.TASK
        return Kind.TASK_TRANSLATION if is_task else Kind.TRANSLATION, ""
    if len(parts) == 3 and parts[0] in PILLARS and parts[1] in _ENTRY_FOLDERS:
        return _ENTRY_FOLDERS[parts[1]], parts[0]
    if len(parts) == 2 and parts[0] == TASKS and parts[1] != "index.md":
        return Kind.TASK, ""
    return Kind.PAGE, ""


def read_translations(
    texts: Iterable[FoundFile],
    originals: Container[str],
    prefix: str,
    read: Callable[[FoundFile, str], Document] = read_document,
) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    """The translations, and the strays: named like one, but without an original or our language."""
    found: list[Document] = []
    strays: list[Document] = []
    for file in texts:
        of, tag = translated(file.path)
        if not tag:
            continue
        if tag in TARGETS and of in originals:
            found.append(read(file, prefix))
        else:
            source = SourceFile(f"{prefix}/{file.path}")
            path = file.path.removesuffix(".md")
            strays.append(Document(source, path, Kind.TRANSLATION, "", language=tag, of=of))
    return tuple(found), tuple(strays)
