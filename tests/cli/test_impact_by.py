"""`toolkit impact`: who may make the change, and what it does to those who decide."""

import shutil
from pathlib import Path

import pytest

from tests import content_case
from tests.cli.test_impact import Kept, impact
from tests.files import write_files
from tests.ledger import (
    MEMBERS,
    circulate,
    edit,
    found_ledger,
    keep_present,
    say,
)
from tests.program import Toolkit


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
    content_case.edit(docs / "registers/organisations.yml", "@unodc", "@thief")
    (docs.parent / "CODEOWNERS").write_text("* @thief\n")
    say(docs, ("unodc",), "2026-01-05")
    assert "`@thief` **may not**: it belongs to `@unodc`" in impact(toolkit, "--by", "@thief")


def test_who_decides_is_told_first(toolkit: Toolkit, docs: Path, before: Kept) -> None:
    say(docs, MEMBERS, "2026-01-05")
    before()
    register = docs / "registers/organisations.yml"
    content_case.edit(register, '"@unodc"', '"@unodc", "@Thief"')
    out = impact(toolkit, "--by", "@thief")
    assert out == (
        "## Recognition: who must look at this\n\n### It changes who decides\n\n"
        "- Makes `@Thief`, **who proposes this**, maintainer of `unodc`, with the right to state "
        "what it recognizes. `@thief` **may not**: it belongs to `@unodc`.\n\n"
    )
    (docs.parent / ".github").mkdir()
    (docs.parent / ".github/CODEOWNERS").write_text("* @thief\n")
    content_case.edit(register, '"@unodc", ', "")
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


def test_policy_members_and_circulations_are_told(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    found_ledger(docs, complete=False)
    circulate(docs, "2026-01-01", "2026-02-01")
    register = docs / "registers/organisations.yml"
    content_case.edit(register, "joined: 2007", "joined: 2008")
    content_case.edit(register, "abbreviation: IOM", "abbreviation: IMO")
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


def test_what_would_turn_the_verdict_round_is_shown_by_number(
    toolkit: Toolkit, docs: Path, before: Kept
) -> None:
    say(docs, ("unodc",), "2026-01-05", words="Decision\u202e 12")
    out = impact(toolkit, "--by", "@thief")
    assert "`Decision<U+202E> 12`. `@thief` **may not**" in out
    assert "\u202e" not in out
