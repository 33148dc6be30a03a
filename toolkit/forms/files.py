"""The form's files on a site."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from importlib.resources import files

from toolkit.cache.shelf import MANY, Shelf, key_of, save_all
from toolkit.cache.store import Store
from toolkit.compact_json import in_script
from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.forms.data import form_data, works_in_language
from toolkit.forms.entries import entry_data
from toolkit.languages.language import Language
from toolkit.minified import script_of
from toolkit.source import revision_of

FOLDER = "assets/write"

# So many entries' files are kept in memory until they are saved, after one look at the program.
_MOST_HELD = 500

# The modules of the script, in order.
_MODULES = (
    *("names", "yaml", "data", "addresses", "bodies", "harm", "rules", "message", "likes"),
    *("typed", "widgets", "preview", "divide", "outcome", "form", "page", "start"),
)


@cache
def form_script() -> str:
    """The form's script."""
    client = files("toolkit.forms").joinpath("client")
    return script_of(client.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in _MODULES)


def form_files(
    content: Content,
    works: Mapping[str, object],
    language: Language,
    titles: Mapping[str, str],
    publication: Mapping[str, str],
    store: Store | None = None,
    lists: bytes = b"",
) -> dict[str, bytes]:
    """The script and its data in a language, by their paths from the root of that language.

    `works` is what `works_data` makes of the content. `store` keeps the rest of the data for
    the next build, under `lists`: a digest of all content but the texts, empty if unknown.
    """
    shelf, key = Shelf(store if lists else None, f"form-{language.tag}"), key_of(lists)
    known = shelf.made(key, str, lambda: in_script(form_data(content, language)))
    shelf.save()
    own = works_in_language(works, titles)
    own["publication"] = {**publication, "folder": content.prefix}
    data = f"{known.removesuffix('}')},{in_script(own).removeprefix('{')}"
    return {
        f"{FOLDER}/form.js": form_script().encode(),
        f"{FOLDER}/data.js": _call("data", data),
    }


def entry_files(
    entries: Iterable[Document], store: Store | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield a file to correct each entry and task, with its path from the root of the site.

    `store` keeps them for the next build, in parts: all at once would fill the memory.
    """
    groups: list[list[tuple[bytes, Document, str]]] = [[] for _ in range(MANY)]
    for entry in entries:
        if entry.is_read:
            # Of the text that was read: the file may have changed since.
            data = entry.source.data
            digest = revision_of(data)
            # All that it shows is in its file, or follows from its path.
            key = key_of(entry.path, data)
            groups[key[0] % MANY].append((key, entry, digest))
    shelves: list[Shelf] = []
    held = 0
    for number, group in enumerate(groups):
        shelf = Shelf(store, f"form-entries-{number}")
        for key, entry, digest in group:
            made = shelf.made(key, bytes, partial(_file, entry, digest))
            yield f"{FOLDER}/{name_of(entry)}.js", made
        shelves.append(shelf)
        held += len(group)
        if held >= _MOST_HELD or number == len(groups) - 1:
            save_all(shelves)
            shelves, held = [], 0


def name_of(entry: Document) -> str:
    """Its name in the form: an entry's id, which stays the same when it moves, or a task's path."""
    return f"entries/{entry.id}" if entry.is_entry else entry.path


def _file(entry: Document, digest: str) -> bytes:
    return _call(name_of(entry), in_script(entry_data(entry, digest)))


def _call(name: str, value: str) -> bytes:
    return f"toolkitWrite.take({json.dumps(name)},{value});\n".encode()
