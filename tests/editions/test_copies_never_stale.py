"""After a change, copies made with the cache equal those made without it, byte for byte.

These are a few changes to a small toolkit; `make prove` makes others for as long as you like.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cache.proof import CopiesProof, Step
from tests.checkouts import ROOT, program_of
from tests.content_case import DAY, edit, lay_base
from tests.editions.hostile import WHOLE
from tests.files import write_files
from toolkit.bundling import copy_of
from toolkit.cache import program
from toolkit.cache.store import Store
from toolkit.editions.copy import Copy
from toolkit.editions.formats import FORMATS
from toolkit.pipeline import build_site

pytestmark = pytest.mark.slow

EDITIONS = """\
- id: prevention
  title:
    en: Shelters
  summary:
    en: For those who run one.
  themes: [shelters]
"""
ROUNDS: tuple[tuple[Step, ...], ...] = (
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
    proof.program = program_of(ROOT)  # no round changes the program
    seen = set()
    assert proof.build().code == 0
    for steps in ROUNDS:
        proof.step(steps)
        newest = max((tmp_path / "copies").glob("*.html"))
        seen.add(newest.read_bytes())
    assert len(seen) == proof.built == len(ROUNDS)
    assert proof.skipped == 0


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    folder = tmp_path_factory.mktemp("small")
    site = folder / "site"
    build = build_site(lay_base(folder), site, DAY, (), WHOLE, with_cache=False)
    return copy_of(build, WHOLE, site)


@pytest.mark.parametrize("is_changed", [False, True])
@pytest.mark.parametrize(("format_", "kept"), [("html", "chapters"), ("pdf", "pdf")])
def test_nothing_is_kept_of_a_copy_if_the_program_changed_meanwhile(
    copy: Copy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format_: str,
    kept: str,
    is_changed: bool,
) -> None:
    """As when branches are switched: the last chapters are made with other templates."""
    template = tmp_path / "program/page.html"
    write_files(tmp_path, {"program/page.html": b"old"})
    monkeypatch.setattr(program, "PACKAGE", template.parent)
    program.known_program.cache_clear()
    store = Store(tmp_path / "store", b"key")
    program.program_digest()
    if is_changed:
        template.write_bytes(b"new")
    FORMATS[format_].make(replace(copy, store=store), tmp_path / "copy")
    monkeypatch.undo()
    program.known_program.cache_clear()
    assert bool([*tmp_path.glob(f"store/{kept}-*")]) is not is_changed
