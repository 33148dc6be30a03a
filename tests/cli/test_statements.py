"""Statements of organizations: what they write, and what is refused."""

import shutil
from pathlib import Path

import pytest

from tests.cli.members import digest_of
from tests.content_case import edit as edit_file
from tests.ledger import edit
from tests.program import Toolkit
from toolkit.content.reader import Content, read_content


@pytest.mark.parametrize(
    "arguments",
    [
        ("recognise", "unodc", "manual", "--on", "2026-01-05"),
        ("object", "unodc", "manual", "--on", "2026-01-05", "--reason", "It is old."),
        ("digest", "manual", "--keep"),
    ],
)
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("themes: [investigation]", "themes: [nothing]"),
        ("year: 2006", "year: 206"),
        ("organisations: [unodc]", "organisations: [unodc]\nrelated: [nothing]"),
    ],
)
def test_nothing_is_stated_about_a_text_that_no_site_can_show(
    toolkit: Toolkit, ledger: Path, docs: Path, arguments: tuple[str, ...], right: str, wrong: str
) -> None:
    before = sorted(ledger.rglob("*"))
    edit(docs, right, wrong)
    outcome = toolkit(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "docs/prevention/resources/manual.md has errors" in outcome.err
    assert "toolkit check docs/prevention/resources/manual.md shows them" in outcome.err
    assert sorted(ledger.rglob("*")) == before


def test_a_work_whose_year_nobody_knows_can_be_recognized(
    toolkit: Toolkit, ledger: Path, docs: Path
) -> None:
    edit(docs, "year: 2006", "unverified: [year]")
    for command, day in (("recognise", "2026-01-05"), ("withdraw", "2026-01-06")):
        outcome = toolkit(command, "unodc", "manual", "--on", day)
        assert (outcome.code, outcome.err) == (0, "")
    assert toolkit("check", "--as-of", "2026-11-25", "--strict").code == 0


def test_recognise_adds_one_line_and_keeps_the_text(toolkit: Toolkit, ledger: Path) -> None:
    outcome = toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    digest = digest_of(toolkit, "manual")
    line = f"- {{entry: manual, digest: {digest}, on: 2026-01-05}}"
    assert outcome.code == 0
    assert outcome.out == (
        f"docs/recognition/unodc.yml: {line}\ndocs/recognition/texts/{digest[7:]}.json: kept\n"
    )
    assert (ledger / "unodc.yml").read_text() == (
        "# Statements of recognition by United Nations Office on Drugs and Crime.\n"
        "# One statement a line, about one exact text. Only its own people change this file.\n"
        f"recognises:\n  {line}\n"
    )
    assert toolkit("check", "--as-of", "2026-11-25", "--strict").code == 0


def test_lines_are_sorted_and_nothing_else_is_touched(toolkit: Toolkit, ledger: Path) -> None:
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    before = (ledger / "unodc.yml").read_text().splitlines()
    note = 'Decision "12": yes\n  twice'
    toolkit("recognise", "unodc", "guide", "shelter", "--on", "2026-01-06", "--note", note)
    after = (ledger / "unodc.yml").read_text().splitlines()
    assert [line for line in after if line in before] == before
    assert len(after) == len(before) + 2
    entries = [line.split("entry: ")[1].split(",")[0] for line in after if "entry: " in line]
    assert entries == sorted(entries)
    assert r'note: "Decision \"12\": yes twice"' in "\n".join(after)


def test_line_ends_and_remarks_stay(toolkit: Toolkit, ledger: Path) -> None:
    text = "# Ours.\r\n\r\nobjections: []\r\nrecognises: # by vote\r\n# none yet\r\n"
    (ledger / "iom.yml").write_bytes(text.encode())
    assert toolkit("recognise", "iom", "manual", "--on", "2026-01-05").code == 0
    found = (ledger / "iom.yml").read_bytes().decode()
    assert found.count("\r\n") == found.count("\n")
    assert "# Ours." in found
    assert "recognises: # by vote\r\n" in found
    assert "# none yet" in found
    assert toolkit("check", "--as-of", "2026-11-25").code == 0


@pytest.mark.parametrize("is_new", [False, True])
def test_what_somebody_stated_meanwhile_is_kept(
    toolkit: Toolkit, ledger: Path, monkeypatch: pytest.MonkeyPatch, *, is_new: bool
) -> None:
    if not is_new:
        toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    before = sorted(ledger.rglob("texts/*"))

    def read(folder: Path) -> Content:
        content = read_content(folder)
        (ledger / "unodc.yml").write_text("# Typed meanwhile.\n", encoding="utf-8")
        return content

    monkeypatch.setattr("toolkit.cli.statement.content_of", read)
    outcome = toolkit("recognise", "unodc", "guide", "--on", "2026-01-06")
    assert (outcome.code, outcome.out) == (2, "")
    assert "docs/recognition/unodc.yml was changed while it was being read." in outcome.err
    assert (ledger / "unodc.yml").read_text(encoding="utf-8") == "# Typed meanwhile.\n"
    assert sorted(ledger.rglob("texts/*")) == before


@pytest.mark.parametrize("is_new", [False, True])
def test_what_somebody_states_while_it_is_written_is_kept(
    toolkit: Toolkit, ledger: Path, monkeypatch: pytest.MonkeyPatch, *, is_new: bool
) -> None:
    register = ledger / "unodc.yml"
    if not is_new:
        toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    monkeypatch.setattr("os.fsync", lambda _: register.write_text("# Typed meanwhile.\n"))
    outcome = toolkit("recognise", "unodc", "guide", "--on", "2026-01-06")
    assert (outcome.code, "run the command again" in outcome.err) == (2, True)
    assert register.read_text() == "# Typed meanwhile.\n"


def test_a_remark_stays_above_its_line(toolkit: Toolkit, ledger: Path) -> None:
    register = ledger / "unodc.yml"
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05", "--note", "Note")
    line = register.read_text().splitlines()[-1]
    in_block = line.replace("{", "").replace("}", "").replace(", ", "\n    ")
    block = in_block.replace('"Note"', "|\n      Two lines:\n      # two")
    for last, entry in ((block, "shelter"), (f"  # Decision 7.\n  # By vote.\n{line}", "guide")):
        register.write_text(f"recognises:\n{last}\n")
        assert toolkit("recognise", "unodc", entry, "--on", "2026-01-06").code == 0
        found = register.read_text()
        assert f"{last}\n" in found
        assert len(found.splitlines()) == len(last.splitlines()) + 2


def test_empty_lines_at_the_end_stay(toolkit: Toolkit, ledger: Path) -> None:
    (ledger / "iom.yml").write_text("# Ours.\n\n  \n")
    assert toolkit("recognise", "iom", "manual", "--on", "2026-01-05").code == 0
    found = (ledger / "iom.yml").read_text()
    assert found.startswith("# Ours.\nrecognises:\n  - {entry: manual, ")
    assert found.endswith("}\n\n  \n")


def test_a_byte_order_mark_stays(toolkit: Toolkit, ledger: Path) -> None:
    (ledger / "iom.yml").write_bytes(b"\xef\xbb\xbf# Ours.\n")
    assert toolkit("recognise", "iom", "manual", "--on", "2026-01-05").code == 0
    assert (ledger / "iom.yml").read_bytes().startswith(b"\xef\xbb\xbf# Ours.\nrecognises:\n")


def test_a_line_is_added_where_lines_end_differently(toolkit: Toolkit, ledger: Path) -> None:
    """As when one of them was pasted from another editor."""
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    register = ledger / "unodc.yml"
    before = register.read_bytes().replace(b"\n", b"\r\n", 1).rstrip(b"\n")
    register.write_bytes(before)
    assert toolkit("object", "unodc", "guide", "--on", "2026-01-06", "--reason", "Old.").code == 0
    after = register.read_bytes()
    assert after.startswith(before + b"\nobjections:\n  - {entry: guide, ")
    assert after.count(b"\n") == before.count(b"\n") + 3


def test_what_is_said_already_is_not_said_again(toolkit: Toolkit, ledger: Path) -> None:
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    before = (ledger / "unodc.yml").read_bytes()
    again = toolkit("recognise", "unodc", "manual", "--on", "2026-02-05")
    assert again.code == 0
    assert "has already stated this" in again.err
    assert (ledger / "unodc.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("recognise", "undoc", "manual", "--on", "2026-01-05"), "not the id of an organization"),
        (("recognise", "who", "manual", "--on", "2026-01-05"), "not a verified member"),
        (("recognise", "iom", "manual", "--on", "2016-04-30"), "not a verified member"),
        (("recognise", "iom", "manul", "--on", "2026-01-05"), "no entry"),
        (("recognise", "iom", "manual", "manul", "--on", "2026-01-05"), "no entry"),
        (("recognise", "iom", "manual", "--on", "5 January"), "not a date"),
        (
            ("recognise", "iom", "docs/protection/resources/manual.md", "--on", "2026-01-05"),
            'not where the entry "manual" is',
        ),
        (("recognise", "iom", "manual", "--on", ""), "not a date"),
        (("withdraw", "iom", "manual", "--on", "2026-01-05"), "has made no statement"),
        (("object", "iom", "manual", "--on", "2026-01-05"), "--reason"),
    ],
)
def test_a_statement_that_can_not_be_made_writes_nothing(
    toolkit: Toolkit, ledger: Path, arguments: tuple[str, ...], words: str
) -> None:
    before = sorted(ledger.rglob("*"))
    outcome = toolkit(*arguments)
    assert outcome.code == 2
    assert words in outcome.err
    assert sorted(ledger.rglob("*")) == before


def test_of_two_entries_with_one_id_none_is_meant(
    toolkit: Toolkit, ledger: Path, docs: Path
) -> None:
    (docs / "protection/resources").mkdir()
    twin = "protection/resources/manual.md"
    shutil.copy(docs / "prevention/resources/manual.md", docs / twin)
    outcome = toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    assert outcome.code == 2
    assert f"docs/{twin} has errors" in outcome.err


@pytest.mark.parametrize("command", ["recognise", "withdraw"])
def test_a_register_with_faults_is_not_written_to(
    toolkit: Toolkit, ledger: Path, command: str
) -> None:
    (ledger / "unodc.yml").write_text("recognises: [\n")
    outcome = toolkit(command, "unodc", "manual", "--on", "2026-01-05")
    assert outcome.code == 2
    assert "docs/recognition/unodc.yml has errors" in outcome.err
    assert (ledger / "unodc.yml").read_text() == "recognises: [\n"


@pytest.mark.parametrize(
    ("right", "wrong"), [("joined: 2007", "joined: 207"), ("- id: who", "- id")]
)
def test_who_is_a_member_must_be_clear(
    toolkit: Toolkit, ledger: Path, docs: Path, right: str, wrong: str
) -> None:
    edit_file(docs / "registers/organisations.yml", right, wrong, 1)
    outcome = toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    assert outcome.code == 2
    assert "has errors, so it is not clear who is a member" in outcome.err
    assert not (ledger / "unodc.yml").exists()


def test_a_kept_text_that_was_altered_is_not_relied_on(toolkit: Toolkit, ledger: Path) -> None:
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    (kept,) = (ledger / "texts").iterdir()
    edit_file(kept, "inspection", "observation")
    outcome = toolkit("recognise", "iom", "manual", "--on", "2026-01-05")
    assert outcome.code == 2
    assert f"{kept.name} does not match its name" in outcome.err
    assert not (ledger / "iom.yml").exists()


def test_who_has_left_can_still_withdraw(toolkit: Toolkit, ledger: Path, docs: Path) -> None:
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    register = docs / "registers/organisations.yml"
    edit_file(register, "joined: 2007", "joined: 2007, left: 2026-02-01", 1)
    assert toolkit("withdraw", "unodc", "manual", "--on", "2026-03-01").code == 0


def test_a_list_on_one_line_is_not_written_to(toolkit: Toolkit, ledger: Path) -> None:
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    digest = digest_of(toolkit, "manual")
    text = f"recognises: [{{entry: manual, digest: {digest}, on: 2026-01-05}}]\n"
    (ledger / "unodc.yml").write_text(text)
    outcome = toolkit("recognise", "unodc", "guide", "--on", "2026-01-05")
    assert outcome.code == 2
    assert "one statement per line" in outcome.err
    assert (ledger / "unodc.yml").read_text() == text
    (ledger / "unodc.yml").write_text("recognises: [\n]\n")
    outcome = toolkit("recognise", "unodc", "guide", "--on", "2026-01-05")
    assert outcome.code == 2
    assert "write recognises: on a line of its own" in outcome.err
    outcome = toolkit("recognise", "unodc", "guide", "--on", "2026-01-05", "--note", "Read.")
    assert "write recognises: on a line of its own" in outcome.err


def test_characters_that_are_no_text_are_not_stated(toolkit: Toolkit, ledger: Path) -> None:
    outcome = toolkit("recognise", "unodc", "guide", "--on", "2026-01-05", "--note", "a\ufffeb")
    assert (outcome.code, outcome.out) == (2, "")
    assert "remove characters that are not text from the note" in outcome.err
    assert not (ledger / "unodc.yml").exists()


def test_the_opposite_has_to_be_taken_back_first(toolkit: Toolkit, ledger: Path) -> None:
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    why = ("--reason", "The figures are old.")
    refused = toolkit("object", "unodc", "manual", "--on", "2026-02-01", *why)
    assert refused.code == 2
    assert "toolkit withdraw unodc manual --on 2026-02-01" in refused.err
    assert toolkit("withdraw", "unodc", "manual", "--on", "2026-02-01").code == 0
    assert toolkit("object", "unodc", "manual", "--on", "2026-02-01", *why).code == 0
    assert toolkit("check", "--as-of", "2026-11-25", "--strict").code == 0
    said = toolkit("status", "manual", "--as-of", "2026-11-25").out
    assert "UNODC has objected to this text since 1 February 2026: “The figures are old.”" in said


@pytest.mark.parametrize(
    "command",
    [
        ("withdraw", "unodc", "manual", "--on", "2026-02-05"),
        ("withdraw", "unodc", "manual", "--on", "2026-02-01"),
        ("object", "unodc", "manual", "--on", "2026-01-04", "--reason", "x"),
        ("recognise", "unodc", "manual", "--on", "2026-01-04"),
    ],
)
def test_a_statement_that_does_not_go_with_one_of_another_day(
    toolkit: Toolkit, ledger: Path, command: tuple[str, ...]
) -> None:
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    toolkit("withdraw", "unodc", "manual", "--on", "2026-02-05")
    before = (ledger / "unodc.yml").read_bytes()
    outcome = toolkit(*command)
    assert outcome.code == 2
    assert f"on {command[4]} or later that this would repeat or contradict" in outcome.err
    assert (ledger / "unodc.yml").read_bytes() == before


def test_the_opposite_on_the_same_day_is_a_line_to_remove(toolkit: Toolkit, ledger: Path) -> None:
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    refused = toolkit("object", "unodc", "manual", "--on", "2026-01-05", "--reason", "It is old.")
    assert refused.code == 2
    assert "remove its line of that day from docs/recognition/unodc.yml first" in refused.err
    register = ledger / "unodc.yml"
    kept = [line for line in register.read_text().splitlines(True) if "2026-01-05" not in line]
    register.write_text("".join(kept).replace("recognises:\n", ""))
    objected = toolkit("object", "unodc", "manual", "--on", "2026-01-05", "--reason", "It is old.")
    assert objected.code == 0, objected.err


def test_a_statement_of_a_day_ahead_is_written_with_a_warning(
    toolkit: Toolkit, ledger: Path
) -> None:
    outcome = toolkit("recognise", "unodc", "manual", "--on", "2999-01-01")
    assert outcome.code == 0
    assert "is in the future" in outcome.err


@pytest.mark.parametrize(
    ("changed", "fields", "words"),
    [
        (
            "manual",
            "status: withdrawn\nwithdrawn: {on: 2026-01-02, reason: It is out of date.}\n",
            "manual is withdrawn",
        ),
        ("guide", "supersedes: [manual]\n", "manual is superseded by guide"),
    ],
)
def test_a_statement_about_an_entry_out_of_use_is_written_with_a_warning(
    toolkit: Toolkit, ledger: Path, docs: Path, changed: str, fields: str, words: str
) -> None:
    [path] = docs.rglob(f"{changed}.md")
    edit(docs, "type: ", f"{fields}type: ", path.relative_to(docs).with_suffix("").as_posix())
    said = toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    assert (said.code, words in said.err) == (0, True), said.err
    assert "entry: manual" in (ledger / "unodc.yml").read_text()
    taken_back = toolkit("withdraw", "unodc", "manual", "--on", "2026-01-06")
    assert (taken_back.code, taken_back.err) == (0, "")


def test_the_whole_way(toolkit: Toolkit, ledger: Path, docs: Path) -> None:
    """Proposed, recognized by all, changed, declared editorial, changed again, recognized anew."""

    def says(day: str = "2026-11-25") -> str:
        return toolkit("status", "manual", "--as-of", day).out.splitlines()[3].strip()

    assert says() == "Proposed by the editors. No organization has confirmed this text yet."
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    assert says() == "Recognized by 1 of 2 members: UNODC. Not yet by IOM."
    toolkit("recognise", "iom", "manual", "--on", "2026-01-06")
    everybody = "Recognized by all 2 members since 6 January 2026: IOM and UNODC."
    assert says() == everybody
    first = digest_of(toolkit, "manual")

    edit(docs, "an inspection is planned", "an inspection, too, is planned")
    lapsed = (
        "Changed since recognition: IOM and UNODC recognized an earlier text. Nobody has "
        "recognized the current text."
    )
    assert says() == lapsed
    notice = toolkit("check", "--as-of", "2026-11-25")
    assert "it is no longer recognized by 2 organizations" in notice.out
    assert f"toolkit diff manual --since {first[:19]}" in notice.out

    second = digest_of(toolkit, "manual")
    toolkit("digest", "manual", "--keep")
    (ledger / "editorial.yml").write_text(
        f"- {{entry: manual, from: {first}, to: {second}, on: 2026-02-01, by: unodc, "
        "reason: Two commas}\n"
    )
    assert says() == everybody
    assert toolkit("check", "--as-of", "2026-11-25", "--strict").code == 0

    edit(docs, "is planned", "is planned and reported")
    assert says() == lapsed
    toolkit("recognise", "unodc", "manual", "--on", "2026-03-01")
    toolkit("recognise", "iom", "manual", "--on", "2026-03-02")
    assert says() == "Recognized by all 2 members since 2 March 2026: IOM and UNODC."
    assert toolkit("check", "--as-of", "2026-11-25", "--strict").code == 0


@pytest.mark.parametrize("reason", [" ", "", "TBD", "\u200b\u2060"])
def test_a_reason_that_says_nothing(toolkit: Toolkit, ledger: Path, reason: str) -> None:
    refused = toolkit("object", "unodc", "manual", "--on", "2026-01-05", "--reason", reason)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "error: The reason says nothing.\nhint: say it in words after --reason: readers see it.\n"
    )
