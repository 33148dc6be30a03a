"""After changes to everything, a build with the cache equals one without it, byte for byte.

These are a few rounds with some changes of each kind; `make prove` goes on for as long as you like.
"""

from pathlib import Path

import pytest

from tests.cache.proof import Proof, Step
from tests.checkouts import ROOT, program_of

ROUNDS: tuple[tuple[Step, ...], ...] = (
    # Texts alone: a changed list remakes all entries, and a changed program everything.
    (
        *(("entry_title", 1), ("translated_title", 3), ("moved_entry", 5), ("new_entry", 13)),
        *(("moved_task", 13), ("day", 1), ("damaged_cache", 8)),
    ),
    (("back", 0), ("term", 2), ("organisation", 10), ("damaged_site", 12)),
)
OF_PROGRAM: tuple[tuple[Step, ...], ...] = (
    (("library", 11),),
    (("word", 4), ("template", 6), ("address", 7), ("interrupted", 9)),
    # Other changes would remake what this must.
    (("name_as_in_english", 3),),
)
# No text changes, but many become wrong; or none does, but a list.
STOPPING: tuple[tuple[Step, ...], ...] = ((("renamed_term", 1),), (("lost_parent", 1),))


@pytest.mark.long
def test_no_page_is_out_of_date_after_changes_of_texts(tmp_path: Path) -> None:
    proof = Proof(tmp_path)
    proof.program.end()
    # As long as the program does not change, it is one that is already loaded.
    proof.program = program_of(ROOT)
    # With nothing kept yet: what this makes is compared when the next one takes it over.
    assert proof.build().code == 0
    for steps in (*ROUNDS, *STOPPING):
        proof.step(steps)
    assert (proof.built, proof.skipped) == (len(ROUNDS), 0)


@pytest.mark.slow
def test_no_page_is_out_of_date_after_changes_of_the_program(tmp_path: Path) -> None:
    proof = Proof(tmp_path)
    try:
        assert proof.build().code == 0
        for steps in OF_PROGRAM:
            proof.step(steps)
        assert (proof.built, proof.skipped) == (len(OF_PROGRAM), 0)
    finally:
        proof.program.end()
