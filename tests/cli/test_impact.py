"""`toolkit impact`: what a change does to recognition, and who may make it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import content_case
from tests.files import write_files
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


@pytest.fixture
def before(docs: Path, tmp_path: Path) -> Kept:
    """Keep the content as it is now as the version before the change."""
    found_ledger(docs)

    def copy() -> None:
        shutil.copytree(docs, tmp_path / "before/docs", dirs_exist_ok=True)

    copy()
    return copy


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


@pytest.mark.parametrize(
    ("name", "handles", "verdict"),
    [
        ("unodc", ["@unodc"], "`@unodc` may, as an owner."),
        ("unodc", ["UNODC"], "`@UNODC` may, as an owner."),
        ("unodc", ["@iom"], "`@iom` **may not**: it belongs to `@unodc`."),
        ("iom", ["@x"], "`@x` may only as a member of `@iom/recognition`."),
        ("iom", ["@x", "@iom/recognition"], "`@x` may, as an owner."),
        ("ilo", ["@x"], "**No owner is named**."),
        ("unodc", [], "Only `@unodc` may."),
    ],
)
def test_statements_are_told_with_who_may(
    toolkit: Toolkit,
    docs: Path,
    before: Kept,
    name: str,
    handles: list[str],
    verdict: str,
) -> None:
    say(docs, (name,), "2026-01-05", words="Decision 12")
    digest = keep_present(docs)
    out = impact(toolkit, *(part for handle in handles for part in ("--by", handle)))
    line = f"- `{name}` recognizes `manual`, text `{digest[:19]}`, on 2026-01-05: `Decision 12`."
    assert f"{line} {verdict}\n" in out
    assert "It adds 1 statement\n" in out


def test_nobody_gives_themselves_a_register(toolkit: Toolkit, docs: Path, before: Kept) -> None:
    register = docs / "registers/organisations.yml"
    register.write_text(register.read_text().replace("@unodc", "@thief"))
    (docs.parent / "CODEOWNERS").write_text("* @thief\n")
    say(docs, ("unodc",), "2026-01-05")
    assert "`@thief` **may not**: it belongs to `@unodc`" in impact(toolkit, "--by", "@thief")


def test_who_decides_is_told_first(toolkit: Toolkit, docs: Path, before: Kept) -> None:
    say(docs, MEMBERS, "2026-01-05")
    before()
    register = docs / "registers/organisations.yml"
    register.write_text(register.read_text().replace('"@unodc"', '"@unodc", "@Thief"'))
    out = impact(toolkit, "--by", "@thief")
    assert out == (
        "## Recognition: who must look at this\n\n### It changes who decides\n\n"
        "- Makes `@Thief`, **who proposes this**, maintainer of `unodc`, with the right to state "
        "what it recognizes. `@thief` **may not**: it belongs to `@unodc`.\n\n"
    )
    (docs.parent / ".github").mkdir()
    (docs.parent / ".github/CODEOWNERS").write_text("* @thief\n")
    register.write_text(register.read_text().replace('"@unodc", ', ""))
    edit(docs, "summary: ", "summary: Also. ")
    out = impact(toolkit, "--by", "@thief")
    assert "- Removes `@unodc` from the maintainers of `unodc`." in out
    assert "- Changes `.github/CODEOWNERS`, which says who may change what." in out
    assert out.index("CODEOWNERS") < out.index("recognition of 1 entry")


def test_a_change_of_the_program_is_told_first(toolkit: Toolkit, docs: Path, before: Kept) -> None:
    """It computes what pages say of recognition, and this summary."""
    say(docs, MEMBERS, "2026-01-05")
    before()
    for root in (docs.parent, docs.parent / "before"):
        write_files(root, {"toolkit/recognition/status.py": b"1", ".github/workflows/a.yml": b"1"})
    edit(docs, "summary: ", "summary: Also. ")
    (docs.parent / "toolkit/recognition/status.py").write_text("2")
    assert "program" not in impact(toolkit), "not two checkouts"
    for root in (docs.parent, docs.parent / "before"):
        (root / "mkdocs.yml").write_text("site_name: Toolkit\n")
    write_files(docs.parent, {"hooks/__pycache__/a.pyc": b"1", ".github/home.png": b"1"})
    (docs.parent / "before/CODEOWNERS").write_text("/toolkit/ @keeper\n")
    shutil.copy(docs.parent / "before/CODEOWNERS", docs.parent)
    out = impact(toolkit, "--by", "@thief")
    told = (
        "- Changes `toolkit`, which is part of the program that checks and shows everything. "
        "`@thief` **may not**: it belongs to `@keeper`."
    )
    assert f"### It changes who decides\n\n{told}" in out
    assert out.count("which is part of the program") == 1
    assert out.index("`toolkit`") < out.index("recognition of 1 entry")
    (docs.parent / "mkdocs.yml").write_text("site_name: Other\n")
    write_files(docs.parent, {"hooks/a.py": b"1", ".github/workflows/a.yml": b"2"})
    out = impact(toolkit)
    assert all(f"- Changes `{one}`" in out for one in ("mkdocs.yml", "hooks", ".github/workflows"))


def test_rules_that_do_not_follow_the_maintainers_are_named(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    rules = docs.parent / "CODEOWNERS"
    rules.write_text("/docs/recognition/unodc.yml @unodc\n")
    shutil.copy(rules, docs.parent / "before/CODEOWNERS")
    register = docs / "registers/organisations.yml"
    text = register.read_text()
    register.write_text(text + "- {id: new, name: New, kind: other}\n")
    assert "CODEOWNERS" not in impact(toolkit)
    register.write_text(text.replace('"@unodc"', '"@other"'))
    told = "**`CODEOWNERS` does not change with it**, and decides who may change a register."
    assert told in impact(toolkit)
    rules.write_text("/docs/recognition/unodc.yml @other\n")
    assert "does not change with it" not in impact(toolkit)


def test_what_matters_most_is_not_hidden_by_length(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    register = docs / "registers/organisations.yml"
    text = register.read_text().replace('"@unodc"', '"@thief"')
    new = "- {{id: a{0}, name: A{0}, kind: other, maintainers: ['@a{0}']}}\n"
    register.write_text(text + "".join(map(new.format, range(3))))
    digest, reason = keep_present(docs), "Why. " * 80
    line = f"- {{entry: manual, digest: {digest}, on: 2026-01-05, reason: {reason}}}\n"
    for name in MEMBERS:
        (docs / f"recognition/{name}.yml").write_text("objections:\n" + line * 900)
    out = impact(toolkit, "--by", "@thief")
    assert len(out.encode()) < 2**20  # which GitHub refuses to show
    assert out.endswith("The rest is too long to show here.\n")
    assert out.index("maintainer of `unodc`") < out.index("maintainer of `a0`")


def test_the_file_codeowners_comes_before_the_register(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    (docs.parent / "before/CODEOWNERS").write_text("/docs/recognition/ @keeper\n")
    say(docs, ("unodc",), "2026-01-05")
    assert "`@keeper` may, as an owner" in impact(toolkit, "--by", "@keeper")
    assert toolkit("impact", "--since", "before/docs", "--codeowners", "none").code == 2


def test_a_line_removed_is_no_withdrawal(toolkit: Toolkit, docs: Path, before: Kept) -> None:
    say(docs, ("unodc",), "2026-01-05")
    before()
    (docs / "recognition/unodc.yml").unlink()
    out = impact(toolkit, "--by", "@iom")
    assert "It removes 1 statement\n" in out
    assert "add a withdrawal" in out
    assert "**may not**" in out


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


def test_policy_members_and_circulations_are_told(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    found_ledger(docs, complete=False)
    circulate(docs, "2026-01-01", "2026-02-01")
    register = docs / "registers/organisations.yml"
    text = register.read_text().replace("joined: 2007", "joined: 2008")
    register.write_text(text.replace("abbreviation: IOM", "abbreviation: IMO"))
    out = impact(toolkit, "--by", "@iom")
    policy = (
        "- Changes the policy: `membership_complete`. `@iom` **may not**: it belongs to `@unodc`."
    )
    assert policy in out
    assert "- Changes the membership of `unodc`. `@iom` **may not**" in out
    assert "- Changes the names by which readers know `iom`. `@iom` **may not**" in out
    assert "- Adds a circulation of `manual` from 2026-01-01 to 2026-02-01. `@iom`" in out


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("registers/organisations", "joined: 2007", "joined: 2008", "the membership of `unodc`"),
        ("registers/organisations", "ation: IOM", "ation: IMO", "the names by which readers know"),
        ("recognition/policy", "days: 30", "days: 60", "the policy: `circulation_days`"),
    ],
)
def test_a_single_change_of_who_decides_is_told(
    toolkit: Toolkit, docs: Path, before: Kept, file: str, old: str, new: str, told: str
) -> None:
    content_case.edit(docs / f"{file}.yml", old, new)
    assert f"- Changes {told}" in impact(toolkit)


@pytest.mark.parametrize(
    ("url", "named"),
    [("https://www.iom.int/traffic", False), ("https://iom.example", True), ("", False)],
)
def test_the_page_of_a_member_that_leads_to_another_host_is_named(
    toolkit: Toolkit, docs: Path, before: Kept, url: str, named: bool
) -> None:
    register, name = docs / "registers/organisations.yml", "  abbreviation: IOM\n"
    content_case.edit(register, name, f"{name}  url: https://iom.int\n")
    before()
    content_case.edit(register, "  url: https://iom.int\n", f"  url: {url}\n" if url else "")
    said = "- Sends readers from the page of `iom` to `https://iom.example`. Only `@unodc` may."
    assert (said in impact(toolkit)) is named
    assert ("Nobody: this" in impact(toolkit)) is not named


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


def test_what_would_turn_the_verdict_round_is_shown_by_number(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    say(docs, ("unodc",), "2026-01-05", words="Decision\u202e 12")
    out = impact(toolkit, "--by", "@thief")
    assert "`Decision<U+202E> 12`. `@thief` **may not**" in out
    assert "\u202e" not in out
