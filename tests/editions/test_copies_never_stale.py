"""After a change, copies made with the cache equal those made without it, byte for byte.

These are a few changes to a small toolkit; `make prove` makes others for as long as you like.
"""

from pathlib import Path

import pytest

from tests.cache.proof import CopiesProof, Step
from tests.content_case import edit, lay_base

EDITIONS = """\
- id: prevention
  title:
    en: Shelters
  summary:
    en: For those who run one.
  themes: [shelters]
"""
ROUNDS: tuple[tuple[Step, ...], ...] = (
    (),
    (("entry_title", 5),),
    # To the guide, which the copy leaves out but links to.
    (("entry_title", 1),),
    (("entry_address", 1),),
    (("edition", 1),),
    (("day", 1), ("nothing", 0)),
    # Removes one of the three entries.
    (("no_entry", 0),),
)


@pytest.mark.long
def test_no_copy_is_out_of_date(tmp_path: Path) -> None:
    docs = lay_base(tmp_path)
    (docs / "registers/editions.yml").write_text(EDITIONS)
    shelter = docs / "protection/practices/shelter.md"
    edit(shelter, "organisations:", "related: [guide]\norganisations:")
    proof = CopiesProof(tmp_path)
    seen = set()
    try:
        for steps in ROUNDS:
            proof.step(steps)
            newest = max((tmp_path / "copies").glob("*.html"))
            seen.add(newest.read_bytes())
    finally:
        proof.program.end()
    assert len(seen) == proof.built == len(ROUNDS)
    assert proof.skipped == 0
