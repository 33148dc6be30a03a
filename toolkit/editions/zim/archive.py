"""Writes a ZIM archive with libzim, and gives it an identity derived from its content."""

import ctypes
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from libzim.writer import Compression, Creator, Hint, IndexData, Item, StringProvider

from toolkit.cache.shelf import Shelf
from toolkit.editions.zim.identity import give_identity
from toolkit.editions.zim.keywords import Keywords
from toolkit.editions.zim.metadata import MARK, MARK_SIZE
from toolkit.editions.zim.packing import packed
from toolkit.problems import ToolkitError

_OUTPUTS = (1, 2)
# In bytes. libzim writes no archive with a word of more than 240 in a title of an article.
_LONGEST_WORD = 200
# Prefixes of the media types of already compressed files.
_SMALL = ("image/gif", "image/jpeg", "image/png", "image/webp", "application/vnd.")


@dataclass(frozen=True, slots=True)
class ZimFile:
    """A file of the archive. Readers suggest, search and pick at random those with `found`."""

    path: str
    title: str
    media_type: str
    data: bytes
    found: Keywords | None


class _Words(IndexData):  # type: ignore[misc] # libzim is untyped
    """What libzim's index is made from."""

    def __init__(self, found: Keywords) -> None:
        self._found = found

    def has_indexdata(self) -> bool:
        return True

    def get_title(self) -> str:
        return self._found.title

    def get_content(self) -> str:
        return self._found.text

    def get_keywords(self) -> str:
        return self._found.keywords

    def get_wordcount(self) -> int:
        return len(self._found.text.split())


class _Item(Item):  # type: ignore[misc]
    """A file of the archive, in the form that libzim takes."""

    def __init__(self, file: ZimFile) -> None:
        super().__init__()
        self._file = file

    def get_path(self) -> str:
        return self._file.path

    def get_title(self) -> str:
        return " ".join(map(_bounded, self._file.title.split(" ")))

    def get_mimetype(self) -> str:
        return self._file.media_type

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self._file.data)

    def get_hints(self) -> dict[Hint, int]:
        # By default, libzim compresses only some types of text.
        return {
            Hint.FRONT_ARTICLE: self._file.found is not None,
            Hint.COMPRESS: not self._file.media_type.startswith(_SMALL),
        }

    def get_indexdata(self) -> IndexData:
        # An IndexData without words, unlike `None`, keeps libzim from indexing a page.
        return _Words(self._file.found) if self._file.found else IndexData()


def write_archive(
    target: Path, files: Sequence[ZimFile], about: Mapping[str, str], shelf: Shelf
) -> None:
    """Write `files` with a title index and a full-text index. What is compressed is cached on
    `shelf`.

    The bytes depend only on the arguments and the version of libzim. libzim's temporary files are
    never next to `target`. Raises ToolkitError if the disk is full.
    """
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f"{target.name}.") as folder:
        made = Path(folder) / "archive.zim"
        try:
            with _silenced():
                _write(made, files, about)
        except RuntimeError as error:
            # libzim raises no other exception. The reason is on the last line.
            reason = str(error).rpartition("\n")[2]
            raise ToolkitError(
                f'The archive "{target.name}" can\'t be written: the disk may be full ({reason}).',
                "free some space, or choose a folder that you can write to with --output.",
            ) from error
        data = packed(bytearray(made.read_bytes()), shelf)
    give_identity(data, _digest(files, about))
    target.write_bytes(data)


def _bounded(word: str) -> str:
    """A word, cut if it is too long for libzim."""
    data = word.encode()
    cut = data[:_LONGEST_WORD].decode(errors="ignore")
    return word if len(data) <= _LONGEST_WORD else f"{cut}…"


def _write(made: Path, files: Sequence[ZimFile], about: Mapping[str, str]) -> None:
    # With more workers, the order of the clusters would be random.
    creator = Creator(made).config_nbworkers(1).config_indexing(True, about["Language"])
    creator.config_compression(Compression.none)
    creator.set_mainpath("index.html")
    with creator:
        for name, text in sorted(about.items()):
            creator.add_metadata(name, text)
        creator.add_illustration(MARK_SIZE, MARK.read_bytes())
        for file in files:
            creator.add_item(_Item(file))


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep libzim from printing progress and errors to the command's standard streams."""
    flush = ctypes.CDLL(None).fflush
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    kept = [os.dup(output) for output in _OUTPUTS]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for output in _OUTPUTS:
        os.dup2(nowhere, output)
    try:
        yield
    finally:
        flush(None)
        for output, was in zip(_OUTPUTS, kept, strict=True):
            os.dup2(was, output)
        for handle in (*kept, nowhere):
            os.close(handle)


def _digest(files: Sequence[ZimFile], about: Mapping[str, str]) -> bytes:
    digest = hashlib.sha256(repr(sorted(about.items())).encode())
    for file in files:
        digest.update(repr((file.path, file.title, file.media_type, file.found)).encode())
        digest.update(hashlib.sha256(file.data).digest())
    return digest.digest()
