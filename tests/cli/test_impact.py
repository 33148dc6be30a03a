"""`toolkit impact`: what a change does to recognition."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ledger import (
    MANUAL,
    MEMBERS,
    circulate,
    declare_editorial,
    edit,
    found_ledger,
    keep_present,
    say,
)
from tests.program import Toolkit
from toolkit.recognition.acts import ActKind

DAY = ("--as-of", "2026-11-25")
Kept = Callable[[], None]


def impact(toolkit: Toolkit, *arguments: str) -> str:
    outcome = toolkit("impact", "--since", "before/docs", *DAY, *arguments)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("## Recognition: who must look at this\n\n")
    return outcome.out


def test_a_change_that_touches_nothing_says_so(toolkit: Toolkit, docs: Path, before: Kept) -> None:
    edit(docs, "summary: ", "summary: Also. ")
    assert (
        impact(toolkit) == "## Recognition: who must look at this\n\n"
        "Nobody: this change does not affect any recognition.\n"
    )


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("before", "name the one in it: before/docs"),
        ("docs", "the folder of the change itself"),
        ("nothing/docs", 'There is no folder "nothing/docs".\nhint: make it: git worktree add'),
        ("nothing/docs", "../before $(git merge-base origin/main HEAD), then write --since"),
    ],
)
def test_a_folder_that_is_not_the_one_before(
    toolkit: Toolkit, before: Kept, since: str, said: str
) -> None:
    outcome = toolkit("impact", "--since", since)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_a_change_of_text_sets_back_what_was_recognized(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    say(docs, MEMBERS, "2026-01-05")
    before()
    old = keep_present(docs)
    edit(docs, "summary: ", "summary: Also. ")
    out = impact(toolkit)
    assert "It ends the recognition of 1 entry" in out
    assert "- `manual`, recognized by 3 organizations (`ilo`, `iom`, `unodc`)" in out
    assert f"toolkit diff manual --since {old[:19]}" in out
    assert "from “Recognized” to “Changed since recognition”" in out
    declare_editorial(docs, old, "2026-02-01", "A word.")
    out = impact(toolkit, "--by", "@unodc")
    assert "sets back" not in out
    assert "Adds an editorial change of `manual` on 2026-02-01: `A word.`. `@unodc` may" in out


@pytest.mark.parametrize(
    ("path", "field", "state"),
    [
        (MANUAL, "status: withdrawn\nwithdrawn: {on: 2026-11-01, reason: Lost.}", "Withdrawn"),
        ("prevention/resources/guide", "supersedes: [manual]", "Superseded"),
    ],
)
def test_who_recognized_an_entry_that_is_no_longer_offered_is_told(
    toolkit: Toolkit, docs: Path, before: Kept, path: str, field: str, state: str
) -> None:
    say(docs, ("iom", "ilo"), "2026-01-05")
    before()
    edit(docs, "pillars:", f"{field}\npillars:", path)
    assert impact(toolkit) == (
        "## Recognition: who must look at this\n\n### States that change\n\n"
        "- `manual`, recognized by `ilo`, `iom`: from “Recognized in part” to “" + state + "”\n\n"
    )


BESIDE = "### It changes what is shown beside recognized texts\n\nNo statement covers this"


def test_another_picture_in_a_recognized_entry_is_named(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    """Its text, with the same link, stays recognized."""
    pictures = [docs / MANUAL / name for name in ("a.png", "b.png")]
    pictures[0].parent.mkdir()
    with (docs / f"{MANUAL}.md").open("a", encoding="utf-8") as file:
        file.write("\n![One](manual/a.png) and [more](manual/b.png)\n")
    for one, data in zip(pictures, (b"\x89PNG a", b"\x89PNG b"), strict=True):
        one.write_bytes(data)
    say(docs, ("unodc",), "2026-01-05", ActKind.OBJECTION, "Too old.")
    before()
    pictures[0].write_bytes(b"\x89PNG c")
    assert "Nobody" in impact(toolkit)  # nobody recognized it
    pictures[0].write_bytes(b"\x89PNG a")
    say(docs, ("iom", "ilo"), "2026-01-05")
    before()
    assert "Nobody" in impact(toolkit)
    pictures[0].write_bytes(b"\x89PNG c")
    out = impact(toolkit)
    assert BESIDE in out
    assert f"- `manual` shows another file as `{MANUAL}/a.png`\n" in out
    assert "b.png" not in out
    for one, data in zip(pictures, (b"\x89PNG b", b"\x89PNG a"), strict=True):
        one.write_bytes(data)
    out = impact(toolkit)
    assert out.count("shows another file") == 2


def test_a_picture_that_moves_with_its_link_is_the_same(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    (docs / MANUAL).mkdir()
    (docs / MANUAL / "a.png").write_bytes(b"\x89PNG a")
    with (docs / f"{MANUAL}.md").open("a", encoding="utf-8") as file:
        file.write("\n![One](./manual/a.png)\n")
    say(docs, ("iom", "ilo"), "2026-01-05")
    old = keep_present(docs)
    before()
    (docs / MANUAL).rename(docs / "prevention/resources/book")
    edit(docs, "./manual/a.png", "book/a.png")
    declare_editorial(docs, old, "2026-02-01", "A name.")
    out = impact(toolkit)
    assert "It ends the recognition" not in out
    assert "another file" not in out
    (docs / "prevention/resources/book/a.png").write_bytes(b"\x89PNG b")
    assert "`manual` shows another file as `prevention/resources/book/a.png`" in impact(toolkit)


@pytest.mark.parametrize(
    ("state", "to", "named"),
    [
        ("moved", "https://www.trap.org/work", True),
        ("moved", "https://manual.trap.org/", True),
        ("moved", "http://unodc.org/moved", False),
        ("gone", "https://www.trap.org/work", False),
    ],
)
def test_a_row_that_sends_readers_of_a_recognized_entry_elsewhere_is_named(
    toolkit: Toolkit, docs: Path, before: Kept, state: str, to: str, *, named: bool
) -> None:
    edit(docs, "pillars:", "url: https://www.unodc.org/work\npillars:")
    say(docs, ("iom", "ilo"), "2026-01-05")
    before()
    (docs / "registers/links.yml").write_text(
        f"- id: https://www.unodc.org/work\n  state: {state}\n  checked: 2026-01-01\n"
        f"  since: 2026-01-01\n  to: {to}\n"
    )
    out = impact(toolkit)
    told = f"`manual` will send readers from `https://www.unodc.org/work` to `{to}`"
    assert (told in out) is named
    assert ("Nobody" in out) is not named
    before()
    assert "Nobody" in impact(toolkit)


def test_what_a_recognized_entry_says_of_others_is_named(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    edit(docs, "pillars:", "distinct_from: {guide: It is older.}\npillars:")
    say(docs, ("iom", "ilo"), "2026-01-05")
    before()
    edit(docs, "It is older.", "It is a fraud.")
    out = impact(toolkit)
    assert BESIDE in out
    assert "- `manual` says in `distinct_from`: `guide: It is a fraud.`\n" in out
    edit(docs, "distinct_from: {guide: It is a fraud.}\n", "")
    assert "Nobody" in impact(toolkit)


def test_who_is_said_to_have_reviewed_a_translation_is_named(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    french = docs / f"{MANUAL}.fr.md"
    text = (
        "---\ntitle: Manuel\nsummary: Il montre comment.\ntranslator: machine\n"
        f"reviewed: false\nsource_digest: sha256:{64 * '0'}\n---\n"
    )
    french.write_text(text)
    before()
    assert "Nobody" in impact(toolkit)
    by = text.replace("false", "{by: 'UNODC, `languages`', on: 2026-01-05}")
    french.write_text(by)
    path = f"docs/{MANUAL}.fr.md"
    said = "says that `UNODC, 'languages'` reviewed it on `2026-01-05`"
    out = impact(toolkit)
    assert "### It says that 1 translation was reviewed\n" in out
    assert f"- `{path}` {said}\n" in out
    before()
    assert "Nobody" in impact(toolkit)
    french.write_text(by.replace("Manuel", "Manuels"))
    assert f"- `{path}` changes, and still {said}\n" in impact(toolkit)
    french.write_text(by.replace("2026-01-05", "2026-01-06"))
    assert "changes, and still" not in impact(toolkit)
    french.write_text(by)
    edit(docs, "pillars:", f"aliases: [{MANUAL}]\npillars:")
    for ending in (".md", ".fr.md"):
        (docs / f"{MANUAL}{ending}").rename(docs / f"prevention/resources/book{ending}")
    assert "reviewed" not in impact(toolkit)


def test_silent_recognition_is_set_back_too(toolkit: Toolkit, docs: Path, before: Kept) -> None:
    found_ledger(docs, procedure="no-objection")
    circulate(docs, "2026-01-01", "2026-02-01")
    before()
    edit(docs, "summary: ", "summary: Also. ")
    assert "- `manual`, recognized without objection." in impact(toolkit)


def test_an_entry_that_goes_takes_its_recognition_along(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    say(docs, MEMBERS, "2026-01-05")
    before()
    (docs / "prevention/resources/manual.md").unlink()
    out = impact(toolkit)
    assert "the entry is removed" in out
    assert "Registers or entries have errors" in out
    assert "It removes" not in out  # no line was removed


def test_what_an_entry_says_in_the_name_of_others_is_told(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    """No register tells of these, and no rule guards the file of an entry."""
    edit(docs, "organisations: [unodc]", "organisations: [icat]")
    edit(docs, "pillars:", "verified: {by: unodc, on: 2026-11-20}\npillars:")
    guide = docs / "prevention/resources/guide.md"
    text = guide.read_text().replace("organisations: [unodc]", "organisations: [icat]")
    (docs / "prevention/resources/new.md").write_text(text)
    heading = "### It says that organizations checked 1 entry"
    said = "Pages tell readers this in the name of the organization."
    joint = "“Issued in the name of the Group”"
    assert impact(toolkit, "--by", "@thief") == (
        f"## Recognition: who must look at this\n\n{heading}\n\n{said}\n\n"
        "- `manual` says that `unodc` checked it on `2026-11-20`. `@thief` **may not**: it belongs "
        "to `@unodc`.\n\n"
        f"### States that change\n\n- `manual`: from “Proposed” to {joint}\n"
        f"- `new`, a new entry: {joint}\n\n"
    )
    before()
    assert "Nobody: this change" in impact(toolkit)
    edit(docs, "pillars:", "unverified: [languages]\npillars:")
    assert "Nobody: this change" in impact(toolkit)
    edit(docs, "summary: ", "summary: Also. ")
    told = (
        "- `manual` changes, and still says that `unodc` checked it on `2026-11-20`. `@unodc` may"
    )
    assert told in impact(toolkit, "--by", "@unodc")


def test_a_renamed_entry_is_no_other_text(toolkit: Toolkit, docs: Path, before: Kept) -> None:
    edit(docs, "pillars:", "verified: {by: unodc, on: 2026-11-20}\npillars:")
    before()
    assert toolkit("rename", "manual", "handbook").code == 0
    assert "Nobody: this change" in impact(toolkit)


def test_who_recognized_an_entry_that_joins_another_is_told(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    edit(docs, "pillars:", "verified: {by: unodc, on: 2026-11-20}\npillars:")
    say(docs, ("iom",), "2026-01-04", entry="guide")
    say(docs, ("unodc",), "2026-01-05")
    say(docs, ("ilo",), "2026-01-05", ActKind.OBJECTION, "It is old.", "guide")
    before()
    old = keep_present(docs, "guide")
    (docs / "prevention/resources/guide.md").unlink()
    edit(docs, "pillars:", "aliases: [prevention/resources/guide]\npillars:")
    assert impact(toolkit) == (
        "## Recognition: who must look at this\n\n"
        "### It ends the recognition of 1 entry\n\n"
        "- `guide`, now `manual`, recognized by 1 organization (`iom`). "
        f"What changed: `toolkit diff manual --since {old[:19]}`\n\n"
        "The statements stay with the earlier texts. If a change is editorial, the secretariat can "
        "declare it in `docs/recognition/editorial.yml`.\n\n### States that change\n\n"
        "- `guide`, now `manual`: from “Objected to” to “Recognized in part”\n\n"
    )
    assert toolkit("diff", "manual", "--since", old).code == 0


def test_what_changes_no_state_is_told_too(toolkit: Toolkit, docs: Path, before: Kept) -> None:
    register = docs / "recognition/iom.yml"
    register.write_text("[")
    assert "Registers or entries have errors" in impact(toolkit)
    register.unlink()
    (docs.parent / "CODEOWNERS").write_text("* @thief\n")
    assert "- Changes `CODEOWNERS`" in impact(toolkit)
    (docs.parent / "CODEOWNERS").unlink()
    say(docs, ("iom",), "2026-01-05")
    before()
    say(docs, ("ilo",), "2026-01-05")
    assert "- `ilo` recognizes `manual`" in impact(toolkit)
    before()
    circulate(docs, "2026-01-01", "2026-02-01")
    assert "- Adds a circulation of `manual`" in impact(toolkit)
    before()
    old = keep_present(docs, "guide")
    edit(docs, "summary: ", "summary: Also. ", "prevention/resources/guide")
    declare_editorial(docs, old, "2026-02-01", "A word.", "guide")
    assert "- Adds an editorial change of `guide`" in impact(toolkit)
    before()
    register.write_text(f"# A line more.\n{register.read_text()}")
    assert "Nobody: this change" in impact(toolkit)
    (docs / "recognition/circulations.yml").unlink()
    assert "- Removes a circulation of `manual`" in impact(toolkit)


def test_what_people_wrote_stays_between_backticks(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    words = "` @everybody [x](https://example.org) <b> **bold**\n# Title"
    say(docs, ("iom",), "2026-01-05", ActKind.OBJECTION, words)
    out = impact(toolkit)
    assert "`' @everybody [x](https://example.org) <b> **bold** # Title`" in out
    assert "`iom` objects to `manual`" in out
