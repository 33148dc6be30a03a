"""The key of a text is made from all lists that checks of it can reach, and from no others."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.checkouts import SAMPLE
from toolkit.cache.snapshot import Snapshot, snapshot_of
from toolkit.cache.store import Store
from toolkit.content import reader
from toolkit.content.files import input_digest
from toolkit.content.late import open_content
from toolkit.content.list_files import PLACES
from toolkit.validation import sound
from toolkit.validation.kept import PartKeys
from toolkit.validation.parts import OutOfReachError, groups, parts_of_documents

CONTENT = open_content(SAMPLE)
SAMPLE_SNAPSHOT = snapshot_of(SAMPLE)
PART = next(parts_of_documents(CONTENT, CONTENT, groups(CONTENT).values()))
# Those that a text names are in its key by themselves.
LISTS = sorted(PLACES.keys() - {"originals"})


def _key(files: dict[str, bytes]) -> bytes:
    snapshot = Snapshot(Path(), "docs", dict(sorted(files.items())), SAMPLE_SNAPSHOT.data)
    return PartKeys(snapshot).key(["index.md"])


@pytest.mark.parametrize("name", LISTS)
def test_key_has_what_checks_can_reach(name: str) -> None:
    begin = PLACES[name]
    path = f"{begin}yml" if begin.endswith(".") else f"{begin}/one.yml"
    before = dict(SAMPLE_SNAPSHOT.files)
    with pytest.raises((OutOfReachError, AttributeError)) as asked:
        _ = getattr(PART, name).nothing_of_this_name
    reached = asked.type is AttributeError
    assert (_key(before) != _key({**before, path: b"other"})) == reached


def test_all_lists_have_a_place() -> None:
    assert vars(CONTENT)["_late"].keys() == PLACES.keys()


def test_the_digest_of_the_input_is_that_of_the_texts_that_were_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(SAMPLE, docs)

    def read_content(*given: Any, read: Any = reader.read_content) -> object:
        content = read(*given)
        (docs / "index.md").write_text("Changed as soon as it was read.")
        return content

    before = input_digest(docs, snapshot_of(docs).files)
    monkeypatch.setattr(sound, "read_content", read_content)
    content, _, digest = sound.read_and_known(docs, Store(tmp_path, bytes(32)), digested=True)
    assert digest == before != input_digest(docs, content.paths)
