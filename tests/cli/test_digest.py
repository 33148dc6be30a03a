"""Digests of entries, and what changed since one."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.members import digest_of
from tests.ledger import edit
from tests.program import Toolkit


def test_digest_shows_the_text_that_it_covers(toolkit: Toolkit, ledger: Path) -> None:
    shown = toolkit("digest", "manual", "--show")
    assert shown.code == 0
    assert not shown.out.endswith("\n")
    digits = hashlib.sha256(shown.out.encode()).hexdigest()
    assert digest_of(toolkit, "manual") == f"sha256:{digits}"


def test_digest_of_several_entries_names_them(toolkit: Toolkit, ledger: Path) -> None:
    lines = toolkit("digest", "manual", "guide").out.splitlines()
    assert [line.split("  ")[1] for line in lines] == ["manual", "guide"]


def test_digest_keeps_the_text(toolkit: Toolkit, ledger: Path) -> None:
    digest = digest_of(toolkit, "manual")
    assert toolkit("digest", "manual", "--keep").code == 0
    kept = ledger / f"texts/{digest[7:]}.json"
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == digest[7:]
    assert "already kept" in toolkit("digest", "manual", "--keep").err


@pytest.mark.parametrize("arguments", [("nothing",), ("manual", "guide", "--show")])
def test_digest_refuses(toolkit: Toolkit, ledger: Path, arguments: tuple[str, ...]) -> None:
    outcome = toolkit("digest", *arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("error: ")


def test_digest_of_an_entry_with_faults_is_refused(
    toolkit: Toolkit, ledger: Path, docs: Path
) -> None:
    edit(docs, "year: 2006", "yaer: 2006")
    outcome = toolkit("digest", "manual")
    assert outcome.code == 2
    assert "docs/prevention/resources/manual.md has errors" in outcome.err


def test_diff_shows_by_number_what_would_change_the_screen(
    toolkit: Toolkit, ledger: Path, docs: Path
) -> None:
    """A reviewer must see what the file says, and in its order."""
    digest = digest_of(toolkit, "manual")
    toolkit("digest", "manual", "--keep")
    edit(docs, "Manual for labour inspectors", '"Manual \\u202E\u2067for all"')
    changed = toolkit("diff", "manual", "--since", digest)
    assert changed.out.splitlines()[-1] == "+ Manual <U+202E><U+2067>for all"


def test_diff_shows_fields_and_sentences(toolkit: Toolkit, ledger: Path, docs: Path) -> None:
    digest = digest_of(toolkit, "manual")
    toolkit("digest", "manual", "--keep")
    same = toolkit("diff", "manual", "--since", digest)
    assert same.out.splitlines()[1:] == ["Nothing of substance changed."]
    edit(docs, "Manual for", "A manual for")
    edit(docs, "themes: [investigation]", "themes: [training]")
    changed = toolkit("diff", "manual", "--since", digest[7:15])
    assert changed.out.splitlines()[1:] == [
        "",
        "themes",
        "- investigation",
        "+ training",
        "",
        "title",
        "- Manual for labour inspectors",
        "+ A manual for labour inspectors",
    ]
    assert toolkit("diff", "manual", "--since", digest[7:13]).code == 2
    assert toolkit("diff", "manual", "--since", "sha256:00000000").code == 2
