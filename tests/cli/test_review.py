"""`toolkit review`: what is due, and recording that an entry is still true."""

import json
import re
from pathlib import Path

import pytest

from tests.pages.small import add_fields
from tests.program import Toolkit
from toolkit.content.reader import Content, read_content

GUIDE = "prevention/resources/guide"


def test_what_is_due_says_what_and_of_whom(docs: Path, toolkit: Toolkit) -> None:
    add_fields(docs, GUIDE, "unverified: [year]\nreview_by: 2026-06")
    add_fields(docs, "prevention/resources/manual", "status: withdrawn\nreview_by: 2026-06")
    (docs / "registers/links.yml").write_text(
        '"https://www.unodc.org/guide":\n  state: suspect\n  checked: 2026-11-20\n'
        "  since: 2026-11-20\n  seen: [2026-11-20]\n",
        encoding="utf-8",
    )
    outcome = toolkit("review", "--due", "--as-of", "2026-11-25", "--format", "json")
    rows = json.loads(outcome.out)
    assert {row["entry"] for row in rows} == {"guide"}
    assert [row["field"] for row in rows] == ["review_by", "unverified", "url"]
    assert {tuple(row["organisations"]) for row in rows} == {("unodc",)}
    said = toolkit("review", "--due", "--as-of", "2026-11-25")
    assert "  ask: United Nations Office on Drugs and Crime\n" in said.out
    assert "  url: Look for a new address: https://www.unodc.org/guide\n" in said.out


def test_a_promise_does_not_last_for_ever(docs: Path, toolkit: Toolkit) -> None:
    file = docs / "protection/practices/shelter.md"
    text = file.read_text(encoding="utf-8")
    since = next(line for line in text.splitlines() if line.startswith("since: "))
    evidence = next(line for line in text.splitlines() if line.startswith("evidence: "))
    text = text.replace(since, "since: 2010").replace(evidence, "evidence: promising")
    file.write_text(text, encoding="utf-8")
    due = toolkit("review", "--due", "--as-of", "2020-12-31", "--format", "json").out
    assert "evidence" not in [row["field"] for row in json.loads(due)]
    due = toolkit("review", "--due", "--as-of", "2021-01-01", "--format", "json").out
    assert "evidence" in [row["field"] for row in json.loads(due)]


@pytest.mark.parametrize(("day", "is_due"), [("2029-02-28", False), ("2029-03-02", True)])
def test_a_helpline_is_called_again_after_a_year(
    docs: Path, toolkit: Toolkit, day: str, is_due: bool
) -> None:
    helpline = "{on: 2028-02-29, number: 145, country: AR, body: A Ministry}"
    add_fields(docs, GUIDE, f"helplines: [{helpline}]")
    due = toolkit("review", "--due", "--as-of", day).out
    assert ("  helplines: Check again that the helpline is valid: 145.\n" in due) is is_due


def test_a_review_is_written_where_the_fields_belong(docs: Path, toolkit: Toolkit) -> None:
    before = (docs / f"{GUIDE}.md").read_text(encoding="utf-8")
    outcome = toolkit("review", "guide", "--by", "unodc", "--on", "2026-01-05")
    assert (outcome.code, outcome.err) == (0, "")
    after = (docs / f"{GUIDE}.md").read_text(encoding="utf-8")
    added = "verified: {by: unodc, on: 2026-01-05}\nreview_by: 2027-01\n"
    assert after.replace(added, "") == before
    assert toolkit("check", "--strict", "--as-of", "2026-11-25").code == 0
    toolkit("review", "guide", "--by", "iom", "--on", "2026-02-05", "--next", "2028-01")
    again = (docs / f"{GUIDE}.md").read_text(encoding="utf-8")
    assert again == after.replace("unodc, on: 2026-01-05", "iom, on: 2026-02-05").replace(
        "2027-01", "2028-01"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "verified:\n  # In the office.\n  on: '2025-02-05'  # by telephone\n  by: iom # Ana",
            "verified:\n  # In the office.\n  on: '2026-01-05'  # by telephone\n  by: unodc # Ana",
        ),
        ("verified:\n  by:\n  on: 2025-02-05", "verified: {by: unodc, on: 2026-01-05}"),
        ("verified:\n  by: iom", "verified: {by: unodc, on: 2026-01-05}"),
        ("verified:\n  by: iom\n  at: x", "verified: {by: unodc, on: 2026-01-05, at: x}"),
        (
            "verified: {by: iom, on: 2025-02-05, at: {place: x}}",
            "verified: {by: unodc, on: 2026-01-05, at: {place: x}}",
        ),
    ],
)
def test_a_review_keeps_remarks_beside_its_parts(
    docs: Path, toolkit: Toolkit, written: str, expected: str
) -> None:
    add_fields(docs, GUIDE, f"{written}\nadded: 2025-01-01")
    before = (docs / f"{GUIDE}.md").read_text(encoding="utf-8")
    assert toolkit("review", "guide", *REVIEWED).code == 0
    after = (docs / f"{GUIDE}.md").read_text(encoding="utf-8")
    reviewed = before.replace(written, expected)
    assert after.replace("review_by: 2027-01\n", "") == reviewed


def test_a_review_does_not_remove_what_it_can_not_write(docs: Path, toolkit: Toolkit) -> None:
    add_fields(docs, GUIDE, "verified:\n  by: iom\n  at:\n    place: x")
    before = (docs / f"{GUIDE}.md").read_bytes()
    outcome = toolkit("review", "guide", *REVIEWED)
    assert outcome.code == 2
    assert 'guide.md:17: "at" has parts, so the review can\'t be recorded.' in outcome.err
    assert (docs / f"{GUIDE}.md").read_bytes() == before


def test_the_month_after_a_review_has_four_digits_for_its_year(
    docs: Path, toolkit: Toolkit
) -> None:
    assert toolkit("review", "guide", "--by", "unodc", "--on", "0026-01-05").code == 0
    assert "review_by: 0027-01\n" in (docs / f"{GUIDE}.md").read_text(encoding="utf-8")
    assert toolkit("check").code == 0


def test_an_older_review_does_not_replace_a_newer_one(docs: Path, toolkit: Toolkit) -> None:
    assert toolkit("review", "guide", "--by", "unodc", "--on", "2026-02-05").code == 0
    newer = (docs / f"{GUIDE}.md").read_bytes()
    outcome = toolkit("review", "guide", "--by", "iom", "--on", "2025-02-05")
    assert outcome.code == 2
    assert "was reviewed since, on 2026-02-05." in outcome.err
    assert (docs / f"{GUIDE}.md").read_bytes() == newer


@pytest.mark.parametrize("day", ["5 February 2026", "2026/02/05", "last year"])
def test_a_review_replaces_what_is_no_day(docs: Path, toolkit: Toolkit, day: str) -> None:
    add_fields(docs, GUIDE, f"verified: {{by: unodc, on: {day}}}")
    assert toolkit("review", "guide", "--by", "unodc", "--on", "2026-01-05").code == 0
    text = (docs / f"{GUIDE}.md").read_text(encoding="utf-8")
    assert "verified: {by: unodc, on: 2026-01-05}\n" in text


def test_a_changed_file_counts_as_described_after_a_review(docs: Path, toolkit: Toolkit) -> None:
    register = docs / "registers/links.yml"
    register.write_text(
        '"https://www.unodc.org/guide":\n  state: ok\n  checked: 2026-01-02\n'
        f"  since: 2026-01-02\n  sha256: {'a' * 64}\n  changed: 2026-01-02\n",
        encoding="utf-8",
    )
    # Whoever read the entry before has compared it with the file as it was.
    for day, is_due in (("2026-01-01", True), ("2026-01-05", False)):
        assert toolkit("review", "guide", "--by", "unodc", "--on", day).code == 0
        said = toolkit("review", "--due").out
        assert ("Compare with the work, which changed" in said) is is_due


CHANGED = (
    '"https://www.unodc.org/guide":\n  state: ok\n  checked: 2026-01-02\n'
    f"  since: 2026-01-02\n  sha256: {'a' * 64}\n  changed: 2026-01-02\n"
)
OTHER = '"https://www.unodc.org/x":\n  state: ok\n  checked: 2026-01-02\n  since: 2026-01-02\n'


def test_what_is_written_to_the_register_of_links_meanwhile_is_kept(
    docs: Path, toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = docs / "registers/links.yml"
    register.write_text(CHANGED, encoding="utf-8")

    def read(folder: Path) -> Content:
        content = read_content(folder)
        register.write_text(CHANGED + OTHER, encoding="utf-8")
        return content

    monkeypatch.setattr("toolkit.cli.review.content_of", read)
    assert toolkit("review", "guide", *REVIEWED).code == 0
    text = register.read_text(encoding="utf-8")
    assert "\n  changed: " not in text
    assert text.endswith(OTHER)


def test_a_register_of_links_with_errors_loses_nothing(docs: Path, toolkit: Toolkit) -> None:
    register, entry = docs / "registers/links.yml", docs / f"{GUIDE}.md"
    register.write_text(broken := f"{CHANGED}{OTHER}  sen: [2026-01-02]\n", encoding="utf-8")
    before = entry.read_bytes()
    outcome = toolkit("review", "guide", *REVIEWED)
    assert (outcome.code, outcome.out) == (2, "")
    assert "docs/registers/links.yml has errors." in outcome.err
    assert (register.read_text(encoding="utf-8"), entry.read_bytes()) == (broken, before)


REVIEWED = ("--by", "unodc", "--on", "2026-01-05")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Nothing to do."),
        (("guide", "--due"), "can't be combined"),
        (("guide",), "needs an organization and a date"),
        (("guid", "--by", "unodc", "--on", "2026-01-05"), 'did you mean "guide"?'),
        (("guide", "--by", "undoc", "--on", "2026-01-05"), 'did you mean "unodc"?'),
        (("guide", "--by", "unodc", "--on", "5 January"), "is not a date"),
        (("guide", "--by", "unodc", "--on", "2999-01-05"), "is in the future"),
        (("guide", *REVIEWED, "--next", "June 2027"), "as in 2027-01."),
        (("guide", *REVIEWED, "--next", "2027-13"), '"2027-13" is not a month after'),
        (("guide", *REVIEWED, "--next", "2025-06"), "is not a month after the review"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(
    docs: Path, toolkit: Toolkit, arguments: tuple[str, ...], said: str
) -> None:
    before = (docs / f"{GUIDE}.md").read_bytes()
    outcome = toolkit("review", *arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert (docs / f"{GUIDE}.md").read_bytes() == before


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (
            "title: Guide\nverified: {by: iom, on: 2025-01-01}\ntitle: Another\nyear: 2019",
            "a field appears twice",
        ),
        (
            "{title: Guide,\n verified: {by: iom, on: 2025-01-01}, year: 2019}",
            "its fields are in braces",
        ),
    ],
)
def test_fields_that_share_lines_are_kept(
    docs: Path, toolkit: Toolkit, fields: str, reason: str
) -> None:
    path = docs / f"{GUIDE}.md"
    path.write_text(before := f"---\n{fields}\n---\n", encoding="utf-8")
    outcome = toolkit("review", "guide", *REVIEWED)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"guide.md can't be changed, because {reason}." in outcome.err
    assert path.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("module", "command", "name"),
    [
        ("review", ("review", "guide", *REVIEWED), f"{GUIDE}.md"),
        ("tasks", ("tasks", "stamp", "guide"), "tasks/guide.md"),
        ("translation", ("translation", "stamp", "docs/tasks/guide.fr.md"), "tasks/guide.fr.md"),
    ],
)
def test_what_somebody_changed_meanwhile_is_kept(
    docs: Path,
    toolkit: Toolkit,
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    command: tuple[str, ...],
    name: str,
) -> None:
    (docs / "tasks").mkdir()
    choice = "choices: [{entry: manual, use: Plan., caution: It is long.}]"
    (docs / "tasks/guide.md").write_text(f"---\n{choice}\n---\n", encoding="utf-8")
    (docs / "tasks/guide.fr.md").write_text("---\ntitle: Un guide\n---\n", encoding="utf-8")
    path = docs / name

    def read(folder: Path) -> Content:
        content = read_content(folder)
        path.write_text("Typed meanwhile.", encoding="utf-8")
        return content

    monkeypatch.setattr(f"toolkit.cli.{module}.content_of", read)
    outcome = toolkit(*command)
    assert (outcome.code, outcome.out) == (2, "")
    assert "was changed while" in outcome.err
    assert path.read_text(encoding="utf-8") == "Typed meanwhile."


def test_pairs_that_look_alike_are_one_list(docs: Path, toolkit: Toolkit) -> None:
    add_fields(docs, GUIDE, "distinct_from: {manual: It is for beginners.}\nadded: 2026-01-01")
    again = (docs / f"{GUIDE}.md").read_text(encoding="utf-8")
    again = again.replace("added: 2026-01-01", "added: 2026-02-02")
    (docs / "prevention/resources/second.md").write_text(again, encoding="utf-8")
    rows = json.loads(toolkit("review", "--look-alikes", "--format", "json").out)
    assert [(row["entry"], row["other"], row["state"]) for row in rows] == [
        ("second", "guide", "open"),
        ("guide", "manual", "different"),
        ("second", "manual", "different"),
    ]
    assert "the same title" in rows[0]["reason"]
    said = toolkit("review", "--look-alikes")
    assert "guide and manual (different)\n  It is for beginners.\n" in said.out
    assert "Pairs: 1 open, 2 answered." in said.err
    assert toolkit("review", "--look-alikes", "--due").code == 2


@pytest.mark.parametrize("year", ["unverified: [year]", "year: around 2019"])
def test_pairs_of_a_work_without_a_year(docs: Path, toolkit: Toolkit, year: str) -> None:
    add_fields(docs, GUIDE, "distinct_from: {manual: It is for beginners.}")
    text = (docs / f"{GUIDE}.md").read_text(encoding="utf-8")
    (docs / f"{GUIDE}.md").write_text(re.sub("(?m)^year: .*$", year, text), encoding="utf-8")
    said = toolkit("review", "--look-alikes")
    assert said.code == 0
    assert "guide and manual (different)\n  It is for beginners.\n" in said.out


@pytest.mark.parametrize("wanted", ["--due", "--look-alikes"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_can_not_be_read_is_named_beside_the_list(
    docs: Path, toolkit: Toolkit, wanted: str, form: str
) -> None:
    add_fields(docs, GUIDE, "<<<<<<< HEAD\nreview_by: 2026-06")
    (docs / "registers/links.yml").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    done = toolkit("review", wanted, "--as-of", "2026-11-25", "--format", form)
    unread = f"docs/{GUIDE}.md can't be read, so it is not in this list.\n"
    unsound = "docs/registers/links.yml has errors, so addresses may be missing here.\n"
    assert (done.code, unread in done.err) == (0, True)
    assert (unsound in done.err) is (wanted == "--due")
    (docs / f"{GUIDE}.md").unlink()
    (docs / "registers/links.yml").unlink()
    done = toolkit("review", wanted, "--as-of", "2026-11-25", "--format", form)
    assert "in this list" not in done.err
    assert "missing here" not in done.err
