"""After changes to everything, a build with the cache equals one without it, byte for byte.

These are a few rounds with some changes of each kind; `make prove` goes on for as long as you like.
"""

from pathlib import Path

import pytest

from tests.cache.proof import Proof, Step

ROUNDS: tuple[tuple[Step, ...], ...] = (
    (("entry_title", 1), ("term", 2), ("translated_title", 3), ("word", 4), ("day", 1)),
    (("moved_entry", 5), ("template", 6), ("address", 7), ("damaged_cache", 8), ("interrupted", 9)),
    (
        ("back", 0),
        ("organisation", 10),
        ("damaged_site", 12),
        ("new_entry", 13),
        ("moved_task", 13),
    ),
    # Each alone: other changes would remake what these must.
    (("library", 11),),
    (("name_as_in_english", 3),),
)
# No text changes, but many become wrong; or none does, but a list.
STOPPING: tuple[tuple[Step, ...], ...] = ((("renamed_term", 1),), (("lost_parent", 1),))


@pytest.mark.long
def test_no_page_is_out_of_date(tmp_path: Path) -> None:
    proof = Proof(tmp_path)
    try:
        proof.compare()
        for steps in ROUNDS:
            proof.step(steps)
        assert proof.built == len(ROUNDS) + 1
        for steps in STOPPING:
            proof.step(steps)
        assert proof.built == len(ROUNDS) + 1
        assert proof.skipped == 0
    finally:
        proof.program.end()
