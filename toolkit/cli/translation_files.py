"""Writes changed translations, with the texts of their originals: not a command itself."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from toolkit.autofix import changed_text
from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.problems import ToolkitError
from toolkit.publishing import write_files
from toolkit.translations.drafts import draft, keeping, path_of
from toolkit.translations.drafts import stamp as stamps
from toolkit.translations.source import kept_file
from toolkit.translations.units import revised

_SO = "no translation can follow it yet"


def begun(
    original: Document,
    language: str,
    translator: str,
    words: Mapping[str, str],
    folder: Path,
    day: date,
) -> dict[Path, bytes]:
    """The file of a new translation, after that of its original's text unless that is kept already:
    a run that is killed in between can be repeated.

    Raises ToolkitError if the original holds a merge conflict or can't be read, or if a file is in
    the way on disks that ignore capitals.
    """
    original.require_whole(_SO)
    path = folder / path_of(original, language)
    for other in path.parent.iterdir():
        if other.name != path.name and other.name.casefold() == path.name.casefold():
            raise ToolkitError(
                f"{other} already exists; nothing was written.",
                f"rename or remove it: on many computers, it would be replaced by {path.name}.",
            )
    kept, data = kept_file(original, day.isoformat())
    files = {} if (folder / kept).exists() else {folder / kept: data}
    return {**files, path: draft(original, language, translator, words).encode()}


def write_stamped(
    content: Content,
    folder: Path,
    changed: list[tuple[Document, dict[str, str]]],
    day: date,
    *,
    whole: Iterable[str] = (),
    kept_back: Iterable[str] = (),
    translator: str = "",
    more: Mapping[Path, bytes] = MappingProxyType({}),
) -> None:
    """Write new words and stamps into translations, and keep the texts of their originals.

    The bodies of those at the paths in `whole` are one piece; those in `kept_back` aren't stamped.
    The files in `more` are written with them, or none are. Raises ToolkitError if one of them can't
    be read or was changed meanwhile, or an original holds a merge conflict.
    """
    files: dict[Path, bytes] = {}
    found: dict[Path, bytes | None] = {path: None for path in more if path.suffix == ".md"}
    stamped = []
    for one, words in changed:
        original = content.by_path[one.of]
        fixes = list(revised(one, words, translator, whole_body=one.path in whole))
        if one.path not in kept_back:
            original.require_whole(_SO)
            fixes += stamps(one, original)
            stamped.append((one, original))
        path = folder / f"{one.path}.md"
        new_text = changed_text(one.source, fixes).encode()
        one.require_read()
        found[path] = one.source.data
        if new_text != one.source.data:
            files[path] = new_text
    texts, unneeded = keeping(content, folder, stamped, day)
    write_files({**more, **texts, **files, **dict.fromkeys(unneeded)}, found)
