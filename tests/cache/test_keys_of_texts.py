"""The key of a text is made from all lists that checks of it can reach, and from no others."""

from pathlib import Path

import pytest

from tests.checkouts import SAMPLE
from toolkit.cache.snapshot import Snapshot, snapshot_of
from toolkit.content.late import open_content
from toolkit.content.list_files import PLACES
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
