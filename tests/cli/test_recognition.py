"""The recognition commands: what they write, print and refuse."""

import csv
import hashlib
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.ledger import edit, found_ledger
from tests.program import Toolkit

ORGANISATIONS = """\
- id: unodc
  name: United Nations Office on Drugs and Crime
  abbreviation: UNODC
  kind: un-entity
  membership: {status: member, verified: true, joined: 2007}
  maintainers: ["@unodc"]
- id: iom
  name: International Organization for Migration
  abbreviation: IOM
  kind: un-entity
  membership: {status: member, verified: true, joined: 2016-05}
  maintainers: ["@iom/recognition", "@iom/focal-point"]
- id: who
  name: World Health Organization
  abbreviation: WHO
  kind: un-entity
"""


@pytest.fixture
def ledger(docs: Path) -> Path:
    """The folder of the ledger, with a policy and nothing said."""
    found_ledger(docs)
    (docs / "registers/organisations.yml").write_text(ORGANISATIONS)
    return docs / "recognition"


def test_no_name_is_that_of_no_organisation(toolkit: Toolkit, ledger: Path) -> None:
    register = ledger.parent / "registers/organisations.yml"
    register.write_text(ORGANISATIONS.replace("  abbreviation: IOM\n", ""))
    assert "did you mean" not in toolkit("export", "csv", "--organisation", "").err


def digest_of(toolkit: Toolkit, entry: str) -> str:
    return toolkit("digest", entry).out.strip()


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


def test_an_entry_can_be_named_by_its_file(toolkit: Toolkit, ledger: Path) -> None:
    path = "docs/prevention/resources/manual.md"
    assert toolkit("digest", path).out == toolkit("digest", "manual").out
    assert toolkit("digest", "manual/").out == toolkit("digest", "manual").out
    found = toolkit("recognise", "iom", path, "--on", "2026-01-05")
    assert "{entry: manual, digest: sha256:" in found.out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("recognise", "IOM", "manual", "--on", "2026-01-05"), 'did you mean "iom"?'),
        (
            (
                "recognise",
                "International organization for Migration",
                "manual",
                "--on",
                "2026-01-05",
            ),
            'did you mean "iom"?',
        ),
        (("recognise", "iom", "manul", "--on", "2026-01-05"), 'did you mean "manual"?'),
        (("digest", "manul"), 'did you mean "manual"?'),
        (("digest", "Manual for labour  inspectors"), 'did you mean "manual"?'),
        (
            ("recognise", "manual", "iom", "--on", "2026-01-05"),
            "it is an entry: write the organization first, then entries.",
        ),
        (
            ("export", "csv", "--organisation", "International Organization for Migration"),
            'did you mean "iom"?',
        ),
    ],
)
def test_what_was_meant(
    toolkit: Toolkit, ledger: Path, arguments: tuple[str, ...], hint: str
) -> None:
    found = toolkit(*arguments)
    assert (found.code, found.err.splitlines()[1]) == (2, f"hint: {hint}")


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


def test_what_is_said_already_is_not_said_again(toolkit: Toolkit, ledger: Path) -> None:
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05")
    before = (ledger / "unodc.yml").read_bytes()
    again = toolkit("recognise", "unodc", "manual", "--on", "2026-02-05")
    assert again.code == 0
    assert "has already said so" in again.err
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


def test_an_entry_is_named_by_the_path_to_its_file(toolkit: Toolkit, ledger: Path) -> None:
    path = "docs/prevention/resources/manual.md"
    assert toolkit("recognise", "unodc", path, "--on", "2026-01-05").code == 0
    for command in (("status",), ("digest",)):
        assert toolkit(*command, path).out == toolkit(*command, "manual").out
    kept = toolkit("digest", "manual").out.strip()
    assert "Nothing of substance changed." in toolkit("diff", path, "--since", kept).out
    assert toolkit("withdraw", "unodc", path, "--on", "2026-01-06").code == 0


@pytest.mark.parametrize("reason", [" ", "", "TBD"])
def test_a_reason_that_says_nothing(toolkit: Toolkit, ledger: Path, reason: str) -> None:
    refused = toolkit("object", "unodc", "manual", "--on", "2026-01-05", "--reason", reason)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "error: The reason says nothing.\nhint: say it in words after --reason: readers see it.\n"
    )


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


def test_status_of_an_organization(toolkit: Toolkit, ledger: Path, docs: Path) -> None:
    toolkit("recognise", "unodc", "manual", "guide", "--on", "2026-01-05")
    toolkit("recognise", "iom", "guide", "--on", "2026-01-05")
    edit(docs, "is planned", "is planned well")
    said = toolkit("status", "--organisation", "iom", "--as-of", "2026-11-25").out
    assert "Recognized by iom (1)\n  guide\n" in said
    said = toolkit("status", "--organisation", "unodc", "--as-of", "2026-11-25").out
    assert "Changed since unodc recognized it (1)\n  manual\n" in said
    assert toolkit("status", "--organisation", "undoc").code == 2
    assert toolkit("status", "manul").code == 2


def test_status_names_what_closes_this_month(toolkit: Toolkit, ledger: Path) -> None:
    digest = digest_of(toolkit, "manual")
    (ledger / "circulations.yml").write_text(
        f"- {{entry: manual, digest: {digest}, opens: 2026-10-01, closes: 2026-11-30}}\n"
    )
    assert "Closes this month (1)" in toolkit("status", "--as-of", "2026-11-30").out
    assert "Closes this month (1)" not in toolkit("status", "--as-of", "2026-10-31").out
    assert "Closes this month (1)" not in toolkit("status", "--as-of", "2026-12-01").out


def test_status_as_json_and_csv(toolkit: Toolkit, ledger: Path) -> None:
    toolkit("recognise", "unodc", "manual", "--on", "2026-01-05", "--note", "Decision 12")
    day = ("--as-of", "2026-11-25")
    data = json.loads(toolkit("status", "--format", "json", *day).out)
    assert (data["version"], data["as_of"], data["members"]) == (1, "2026-11-25", ["iom", "unodc"])
    entry = next(entry for entry in data["entries"] if entry["entry"] == "manual")
    assert entry["state"] == "partly"
    assert entry["missing"] == ["iom"]
    assert entry["recognized_by"] == [
        {
            "kind": "recognises",
            "organisation": "unodc",
            "digest": entry["digest"],
            "on": "2026-01-05",
            "words": "Decision 12",
        }
    ]
    rows = list(csv.DictReader(io.StringIO(toolkit("status", "--format", "csv", *day).out)))
    manual = next(row for row in rows if row["entry"] == "manual")
    assert (manual["state"], manual["recognized"], manual["members"]) == ("partly", "1", "2")
    assert len(rows) == len(data["entries"])


def test_status_with_faults_says_so(toolkit: Toolkit, ledger: Path) -> None:
    (ledger / "iom.yml").write_text("recognises: [\n")
    outcome = toolkit("status", "manual", "--as-of", "2026-11-25")
    assert outcome.code == 1
    assert "This cannot be determined" in outcome.out
    assert "toolkit check" in outcome.err


def test_codeowners(toolkit: Toolkit, ledger: Path) -> None:
    (ledger / "who.yml").write_text("recognises: []\n")
    assert toolkit("codeowners").out.splitlines()[1:] == [
        "/docs/recognition/iom.yml @iom/recognition @iom/focal-point",
        "/docs/recognition/unodc.yml @unodc",
        "# /docs/recognition/who.yml: nobody is named",
        "/docs/recognition/policy.yml @unodc",
        "/docs/recognition/circulations.yml @unodc",
        "/docs/recognition/editorial.yml @unodc",
        "/docs/registers/organisations.yml @unodc",
        "CODEOWNERS @unodc",
    ]


def test_codeowners_refuses_what_is_no_handle(toolkit: Toolkit, ledger: Path, docs: Path) -> None:
    text = ORGANISATIONS.replace('"@unodc"', '"@unodc\\n* @eve"')
    (docs / "registers/organisations.yml").write_text(text)
    assert toolkit("codeowners").code == 2
