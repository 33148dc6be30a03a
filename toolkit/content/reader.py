"""Reads a whole content folder: every file and every fault, without judging anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from itertools import chain
from pathlib import Path
from sys import maxsize
from typing import Any

from toolkit.cache.store import Store
from toolkit.content.coverage import NotApplicable, Totals
from toolkit.content.document import Document
from toolkit.content.editions import Edition
from toolkit.content.faults import Fault
from toolkit.content.files import (
    FoundFile,
    find_files,
    is_of_word_processor,
    open_source,
    require_folder,
)
from toolkit.content.link_states import LinkState
from toolkit.content.list_files import BY_LANGUAGE, LISTS, REGISTERS, lists_with
from toolkit.content.markdown_files import read_document, read_packed, read_translations
from toolkit.content.matching import Leaf, ReadFile
from toolkit.content.opportunities import Answer
from toolkit.content.originals import FOLDER as ORIGINALS
from toolkit.content.originals import KeptOriginal, read_originals
from toolkit.content.recognition import (
    KeptFile,
    RecognitionFiles,
    RowFile,
    files_of,
    read_recognition,
)
from toolkit.content.registers import (
    Equivalents,
    Instrument,
    Library,
    Organisation,
    Questions,
    Register,
    WordingRule,
)
from toolkit.content.schema import Form, Kind
from toolkit.content.tables import vocabulary_names
from toolkit.content.translation import translated
from toolkit.content.vocabularies import Vocabulary, read_vocabulary
from toolkit.content.yaml_text import reading_with
from toolkit.grouping import grouped
from toolkit.memory import only_new_collected
from toolkit.problems import ToolkitError
from toolkit.source import SourceFile, resolved

# An "at" can also be written as a character reference.
_SUSPICIOUS = re.compile(r"[@\uff20\ufe6b%&\\]|\bat[\])]|\d\D{0,3}\d\D{0,3}\d")
_DATA_FOLDERS = ("vocabularies/", "registers/", "recognition/", f"{ORIGINALS}/")


# A vocabulary or a register.
List = Vocabulary | Register[Any] | RowFile | KeptFile


@dataclass(frozen=True)
class Content:
    """Everything in a content folder.

    `prefix` is what reports call the folder (`docs`). `files` are the paths, relative to it, of all
    files that are neither Markdown nor data, including images. `recognition` are the files of the
    ledger, not yet interpreted. `paths` are those of all files, and `file_faults` the faults of
    files that are neither Markdown nor data. `tables` are the CSV files, as text. `translations`
    are those of documents that are here, in languages that the toolkit supports; all others are
    `stray_translations`, which are not read. `originals` are the texts that translations were made
    from, by digest. A part of the content may have lists just for looking things up: only those
    that are `listed`, by name, belong to it.
    """

    prefix: str
    documents: tuple[Document, ...]
    vocabularies: Mapping[str, Vocabulary]
    organisations: Register[Organisation]
    instruments: Register[Instrument]
    terminology: Register[WordingRule]
    equivalents: Mapping[str, Register[Equivalents]]
    editions: Register[Edition]
    links: Register[LinkState]
    questions: Mapping[str, Register[Questions]]
    not_applicable: Register[NotApplicable]
    coverage_history: Register[Totals]
    answers: Register[Answer]
    libraries: Register[Library]
    # None of these is a class attribute, which LateContent would have too.
    files: frozenset[str] = field(default_factory=frozenset)
    recognition: RecognitionFiles = field(default_factory=RecognitionFiles)
    paths: tuple[str, ...] = field(default_factory=tuple)
    file_faults: tuple[Fault, ...] = field(default_factory=tuple)
    tables: tuple[SourceFile, ...] = field(default_factory=tuple)
    translations: tuple[Document, ...] = field(default_factory=tuple)
    stray_translations: tuple[Document, ...] = field(default_factory=tuple)
    originals: Mapping[str, KeptOriginal] = field(default_factory=dict)
    listed: Collection[str] = LISTS

    @cached_property
    def texts(self) -> tuple[Document, ...]:
        """All documents and their translations."""
        return (*self.documents, *self.translations)

    @cached_property
    def by_translation(self) -> Mapping[tuple[str, str], Document]:
        """Translations by their original's path and their language."""
        return {(one.of, one.language): one for one in self.translations}

    @cached_property
    def entries(self) -> tuple[Document, ...]:
        """The documents that are practices or resources."""
        return tuple(document for document in self.documents if document.is_entry)

    @cached_property
    def tasks(self) -> tuple[Document, ...]:
        """The documents that are tasks."""
        return tuple(document for document in self.documents if document.kind is Kind.TASK)

    @cached_property
    def by_id(self) -> Mapping[str, Document]:
        """Entries by id; if two have the same id, the one whose path sorts first."""
        return {document.id: document for document in reversed(self.entries)}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The ids of entries by their former ids, as given by their aliases.

        An id that two entries claim is none of theirs: a statement about it would be about either.
        """
        return _by_former_id(self.entries)

    @cached_property
    def renamed_tasks(self) -> Mapping[str, str]:
        """The ids of tasks by their former ids, in the same way."""
        return _by_former_id(self.tasks)

    @cached_property
    def by_path(self) -> Mapping[str, Document]:
        """Entries and pages by path."""
        return {document.path: document for document in self.documents}

    def part(self, **changes: Any) -> Content:
        """This content with some fields replaced."""
        return replace(self, **changes)

    def leaves(self, form: Form) -> Iterator[Leaf]:
        """All texts of one form, in documents and data files."""
        for document in self.texts:
            yield from document.of_form(form)
        yield from self._listed_leaves(form)

    def suspicious_leaves(self, form: Form) -> Iterator[Leaf]:
        """The texts of one form in vocabularies and registers that contain a number or an "at"."""
        return (leaf for leaf in self._listed_leaves(form) if _SUSPICIOUS.search(leaf.text))

    @property
    def faulty(self) -> KeysView[str]:
        """The names of the checks that have a fault to report."""
        return self._faults_by_check.keys()

    def faults(self, check: str) -> Iterator[Fault]:
        """All faults that the check with this name reports."""
        return iter(self._faults_by_check.get(check, ()))

    def _listed_leaves(self, form: Form) -> tuple[Leaf, ...]:
        if form not in self._listed_by_form:
            files = chain(*(self.lists_in(one) for one in lists_with(form) if one in self.listed))
            leaves = (leaf for file in files for leaf in file.leaves if leaf.field.form is form)
            self._listed_by_form[form] = tuple(leaves)
        return self._listed_by_form[form]

    @cached_property
    def _listed_by_form(self) -> dict[Form, tuple[Leaf, ...]]:
        return {}

    @cached_property
    def _faults_by_check(self) -> Mapping[str, tuple[Fault, ...]]:
        of_texts = (text.faults for text in self.texts)
        faults = chain(*of_texts, self.faults_of_lists, self.file_faults)
        return grouped((fault.check, fault) for fault in faults)

    @cached_property
    def faults_of_lists(self) -> tuple[Fault, ...]:
        """The faults of vocabularies, registers and kept texts."""
        sources: tuple[ReadFile, ...] = (*self.originals.values(), *self.own_lists)
        return tuple(fault for source in sources for fault in source.faults)

    @property
    def lists(self) -> tuple[List, ...]:
        """All vocabularies and registers."""
        return tuple(chain(*map(self.lists_in, LISTS)))

    def lists_in(self, name: str) -> Iterable[Any]:
        """The lists or kept texts in a field that PLACES names."""
        found = getattr(self, name)
        if isinstance(found, Mapping):
            return found.values()
        return found.files if isinstance(found, RecognitionFiles) else (found,)

    @property
    def own_lists(self) -> tuple[List, ...]:
        """The vocabularies and registers, but for those that are only for looking things up."""
        return tuple(chain(*(self.lists_in(name) for name in LISTS if name in self.listed)))


def _by_former_id(documents: tuple[Document, ...]) -> Mapping[str, str]:
    ids = {document.id for document in documents}
    found: dict[str, set[str]] = {}
    for document in documents:
        for path in document.texts("aliases"):
            found.setdefault(path.rpartition("/")[2], set()).add(document.id)
    return {
        former: min(now) for former, now in found.items() if len(now) == 1 and former not in ids
    }


def read_content(folder: Path, store: Store | None = None, most_unpacked: int = maxsize) -> Content:
    """Read the content folder `folder`, using the cache in `store`.

    If there are more texts than `most_unpacked`, their values are packed (`Document.pack_values`).
    Raises ToolkitError if the folder is missing, unreadable, or has no Markdown file.
    """
    require_folder(folder)
    with only_new_collected(), reading_with(store):
        return read_by(folder, most_unpacked=most_unpacked)


def read_by(
    folder: Path,
    read: Callable[[FoundFile, str], Document] = read_document,
    make: Callable[..., Content] | None = None,
    most_unpacked: int = maxsize,
) -> Content:
    """Read a folder; `read` reads its texts, and `make` gets the functions that read its lists.

    Raises ToolkitError as `read_content` does.
    """
    prefix = resolved(folder).name
    try:
        found = tuple(find_files(folder))
    except OSError as error:
        raise ToolkitError(
            f'The folder "{prefix}" can\'t be read: {error.strerror}.',
            "change the permissions of the folder and its subfolders.",
        ) from error
    texts = [
        file
        for file in found
        if file.path.endswith(".md")
        and not file.path.startswith(_DATA_FOLDERS)
        and not is_of_word_processor(file.path)
    ]
    if len(texts) > most_unpacked:
        read = read_packed
    documents = tuple(read(file, prefix) for file in texts if not translated(file.path)[1])
    originals = {document.path for document in documents}
    translations, strays = read_translations(texts, originals, prefix, read)
    if not documents:
        raise ToolkitError(
            f'The folder "{prefix}" contains no Markdown file (.md): there is nothing to check.',
            "run the command in the folder that holds docs/, or name the folder with --docs.",
        )
    tables, faults_of_tables = _tables(found, prefix)
    late = _lists(folder, prefix, found)
    known = {
        "prefix": prefix,
        "documents": documents,
        "files": frozenset(file.path for file in found if _is_media(file.path)),
        "paths": tuple(file.path for file in found),
        "file_faults": (*_file_faults(found, prefix), *faults_of_tables),
        "tables": tables,
        "translations": translations,
        "stray_translations": strays,
    }
    if make is not None:
        return make(late, **known, listed=LISTS)
    return Content(**known, **{name: read_list() for name, read_list in late.items()})  # type: ignore[arg-type]  # by their names


def _lists(
    folder: Path, prefix: str, found: Sequence[FoundFile]
) -> dict[str, Callable[[], object]]:
    """The function that reads each field of Content with lists or kept texts, by field name."""
    paths = {file.path for file in found}
    names = vocabulary_names()
    return {
        "vocabularies": cache(lambda: {one: read_vocabulary(folder, prefix, one) for one in names}),
        **{name: cache(partial(file.read, folder, prefix)) for name, file in REGISTERS.items()},
        **{
            name: cache(partial(file.read_by_language, folder, prefix, paths))
            for name, file in BY_LANGUAGE.items()
        },
        "recognition": cache(lambda: read_recognition(files_of(found), prefix)),
        "originals": cache(lambda: read_originals(found, prefix)),
    }


def _tables(
    found: Iterable[FoundFile], prefix: str
) -> tuple[tuple[SourceFile, ...], tuple[Fault, ...]]:
    read = [
        open_source(file.full, f"{prefix}/{file.path}")
        for file in found
        if file.path.lower().endswith(".csv") and not file.check
    ]
    return tuple(table for table, _ in read), tuple(fault for _, faults in read for fault in faults)


def _file_faults(found: Iterable[FoundFile], prefix: str) -> Iterator[Fault]:
    for file in found:
        if file.check:
            place = SourceFile(f"{prefix}/{file.path}").at(1)
            yield Fault(file.check, place, file.reason, file.detail)


def _is_media(path: str) -> bool:
    is_text = path.endswith((".md", ".yml")) or path.startswith(_DATA_FOLDERS)
    return not is_text or is_of_word_processor(path)
