"""Packets of the sample's texts, and the commands about translations that tests run."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po, write_po
from click.testing import CliRunner, Result

from tests.checkouts import SAMPLE
from tests.files import files_of, write_files
from toolkit.cli.main import toolkit
from toolkit.content.reader import read_content
from toolkit.translations.source import source_text
from toolkit.translations.units import units

ENTRY, TASK, OLD = "unodc-glotip-2024", "tasks/interview-a-child", "about/evidence"
FILE = "prevention/resources/unodc-glotip-2024"
# The texts of the sample that are translated here, and a few others.
TEXTS = re.compile(r"about/evidence|tasks|index|unodc-glotip|iom-iris|mekong|child-victims")


@cache
def few() -> dict[str, bytes]:
    files = files_of(SAMPLE).items()
    return {path: data for path, data in files if path[-3:] != ".md" or TEXTS.search(path)}


def lay(folder: Path) -> Path:
    return write_files(folder / "docs", few())


def run(docs: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        toolkit,
        ["translation", *arguments, "--docs", str(docs)],
        env={"SOURCE_DATE_EPOCH": "1795564800"},
        standalone_mode=False,
    )


def packet(docs: Path, *ids: str, tag: str = "zh") -> Path:
    file = docs.parent / "packet.po"
    made = run(docs, "export", *ids, "--language", tag, "--output", str(file))
    assert made.exit_code == 0, made.output
    return file


@contextmanager
def edited(file: Path) -> Iterator[list[Message]]:
    """The texts of a packet, to be changed; it is written again at the end of the block."""
    with file.open("rb") as read:
        catalog = read_po(read)
    yield [one for one in catalog if one.id]
    with file.open("wb") as write:
        write_po(write, catalog)


def kept_text(docs: Path, tag: str) -> Path:
    """The file of the text that a translation of OLD says it was made from."""
    digest = read_content(docs).by_translation[OLD, tag].text("source_digest")
    return docs / f"originals/{digest.removeprefix('sha256:')}.json"


def words_of(docs: Path, path: str, tag: str) -> dict[str, str]:
    translation = read_content(docs).by_translation[path, tag]
    return units(source_text(translation), whole_body=False)


def without(file: Path, piece: str) -> None:
    """Remove a text from a packet, as a tool or a cut file loses it."""
    blocks = file.read_text(encoding="utf-8").split("\n\n")
    left = [one for one in blocks if f'|{piece}"' not in one]
    assert len(left) == len(blocks) - 1
    file.write_text("\n\n".join(left), encoding="utf-8")
