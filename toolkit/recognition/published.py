"""The site's data files on recognition: all states, their JSON Schema, and the kept texts."""

import json
from collections.abc import Container, Iterable, Iterator
from datetime import date
from importlib.resources import files

from toolkit.compact_json import compact
from toolkit.languages.language import Language
from toolkit.recognition.data import basis, each
from toolkit.recognition.ledger import Ledger
from toolkit.recognition.status import Status
from toolkit.recognition.texts import path_of

SCHEMA = "recognition.schema.json"


def published_files(
    ledger: Ledger,
    statuses: Iterable[Status],
    day: date,
    language: Language,
    outside: Container[str] = (),
) -> dict[str, bytes]:
    """The files, by path on the site.

    A kept text is published byte for byte, so that anyone can recompute its digest. Those of
    entries `outside` a copy are left out.
    """
    texts = [text for text in ledger.published_texts.values() if text.entry not in outside]
    return {
        "recognition.json": b"".join(_one_entry_a_line(ledger, statuses, day, language)),
        SCHEMA: schema(),
        **{path_of(text.digest): text.form.encode() for text in texts},
    }


def schema() -> bytes:
    """The JSON Schema of recognition.json."""
    return files("toolkit.recognition").joinpath(SCHEMA).read_bytes()


def _one_entry_a_line(
    ledger: Ledger, statuses: Iterable[Status], day: date, language: Language
) -> Iterator[bytes]:
    """The same data as `toolkit status --format json`, in a third of the size."""
    about = {"$schema": SCHEMA, **basis(ledger, day)}
    head = json.dumps(about, ensure_ascii=False).removesuffix("}")
    yield f'{head}, "entries": [\n'.encode()
    for number, one in enumerate(each(ledger, statuses, language)):
        yield b",\n" * bool(number) + compact(one).encode()
    yield b"\n]}\n"
