"""`toolkit export` and `toolkit cite`."""

from pathlib import Path

from tests.content_case import edit
from tests.exports.readers import read_csl, read_csv, read_mods, read_ris
from tests.program import Toolkit
from toolkit.content.schema import EXPORTS
from toolkit.exports.formats import FORMATS

IDS = {"guide", "manual", "shelter"}


def test_a_format_is_written_to_the_screen_and_to_a_file(toolkit: Toolkit, docs: Path) -> None:
    shown = toolkit("export", "ris", "--as-of", "2026-11-25")
    assert (shown.code, shown.err) == (0, "3 entries written.\n")
    assert toolkit("export", "ris", "--as-of", "2026-11-25", "--output", "out/list").code == 0
    text = (docs.parent / "out/list").read_bytes().decode()
    # Terminals get their own line ends.
    assert text.replace("\r\n", "\n") == shown.out.replace("\r\n", "\n")
    assert tuple(FORMATS) == EXPORTS
    for form in FORMATS:
        assert form in toolkit("export", "--help").out


def test_a_file_without_a_format_has_that_of_its_name(toolkit: Toolkit, docs: Path) -> None:
    for name, begins in (
        ("list.RIS", b"TY  - "),
        ("a.mods.xml", b"<?xml"),
        ("a.json", b'[\n{"id":"guide","kind"'),
        ("a.csl.json", b'[\n{"id":"guide","type"'),
        ("list", b"\xef\xbb"),
    ):
        assert toolkit("export", "--output", name).code == 0
        assert (docs.parent / name).read_bytes().startswith(begins)
    assert toolkit("export", "csv", "--output", "list.ris").code == 0
    assert (docs.parent / "list.ris").read_bytes().startswith(b"\xef\xbb")


def test_a_choice_narrows_what_is_written(toolkit: Toolkit, docs: Path) -> None:
    def chosen(*options: str) -> set[str]:
        assert toolkit("export", "ris", *options, "--output", "list.ris").code == 0
        return set(read_ris((docs.parent / "list.ris").read_bytes().decode()))

    assert chosen() == IDS
    assert chosen("--pillar", "prevention") == {"guide", "manual"}
    assert chosen("--pillar", "prevention", "--pillar", "protection") == IDS
    refused = toolkit("export", "ris", "--pillar", "preventio")
    assert refused.code == 2
    assert "prevention" in refused.err


def test_the_address_of_the_site_and_its_publisher_are_those_of_its_settings(
    toolkit: Toolkit, docs: Path
) -> None:
    settings = "site_url: https://www.example.org/t\nextra:\n  publisher: A secretariat\n"
    (docs.parent / "mkdocs.yml").write_text(settings, encoding="utf-8")
    toolkit("export", "csl.json", "--output", "list.json")
    read = read_csl((docs.parent / "list.json").read_text(encoding="utf-8"))
    assert read["shelter"][2] == ("A secretariat",)
    toolkit("export", "csv", "--output", "list.csv")
    rows = {row["id"]: row for row in read_csv((docs.parent / "list.csv").read_bytes())}
    address = "https://www.example.org/t/protection/practices/shelter.html"
    assert rows["shelter"]["identifier"] == address


def test_names_and_notes_are_in_the_language_asked_for(toolkit: Toolkit, docs: Path) -> None:
    toolkit("export", "mods.xml", "--language", "fr", "--output", "list.xml")
    text = (docs.parent / "list.xml").read_text(encoding="utf-8")
    assert read_mods(text).keys() == IDS
    assert "Décrit dans" in text
    assert toolkit("export", "csv", "--language", "xx").code == 2


def test_content_with_errors_is_not_exported(toolkit: Toolkit, docs: Path) -> None:
    edit(docs / "prevention/resources/guide.md", "type: ", "typ: ")
    for command in (("export", "csv"), ("cite", "manual")):
        refused = toolkit(*command)
        assert (refused.code, refused.out) == (2, "")
        assert "toolkit check" in refused.err


def test_an_entry_is_cited(toolkit: Toolkit, docs: Path) -> None:
    numbers = "identifiers: {isbn: 978-92-2-121321-5, symbol: A/1}\nurl: "
    edit(docs / "prevention/resources/guide.md", "url: ", numbers)
    shown = toolkit("cite", "guide", "shelter", "--as-of", "2026-11-25")
    work, practice = shown.out.splitlines()
    place = "ISBN 978-92-2-121321-5, Symbol A/1, https://www.unodc.org/guide"
    assert f"Guide for labour inspectors. {place} " in work
    assert ", sha256:" in work
    assert practice.startswith("Technical assistance toolkit")
    path = toolkit("cite", "docs/prevention/resources/guide.md", "--as-of", "2026-11-25")
    assert path.out == f"{work}\n"
    unknown = toolkit("cite", "guid")
    assert unknown.code == 2
    assert 'did you mean "guide"?' in unknown.err


def test_no_sentence_of_a_reference_ends_twice(toolkit: Toolkit, docs: Path) -> None:
    edit(docs / "prevention/resources/guide.md", "Guide for labour inspectors", "Who inspects?")
    edit(
        docs / "prevention/resources/guide.md",
        "organisations: [unodc]",
        "partners: ['A, Inc.']\nunverified: [year]",
    )
    edit(docs / "prevention/resources/guide.md", "year: 2019\n", "")
    edit(docs / "protection/practices/shelter.md", "[iom]", "[iom]\npartners: ['A, Inc.']")
    work, practice = toolkit("cite", "guide", "shelter", "--as-of", "2026-11-25").out.splitlines()
    assert work.startswith("A, Inc. Who inspects? https://www.unodc.org/guide ")
    assert "International Organization for Migration and A, Inc. Described in" in practice


def test_names_in_lists_that_take_several_lines_are_written_on_one(
    toolkit: Toolkit, docs: Path
) -> None:
    name = "United Nations Office on Drugs and Crime"
    edit(docs / "registers/organisations.yml", name, "|\n    United Nations Office\n    on Drugs")
    edit(docs / "vocabularies/themes.yml", "{en: Investigation}", '{en: "In\\n\\tdepth"}')
    cited = toolkit("cite", "guide", "--as-of", "2026-11-25")
    (reference,) = cited.out.splitlines()
    assert reference.startswith("United Nations Office on Drugs (2019). ")
    toolkit("export", "csv", "--output", "list.csv")
    (guide, *_) = read_csv((docs.parent / "list.csv").read_bytes())
    assert (guide["organisations"], guide["themes"]) == (
        "United Nations Office on Drugs",
        "In depth",
    )
    # A list in a spreadsheet may have its parts on lines of their own.
    assert toolkit("sheet", "export", "all.csv", "--kind", "resource").code == 0
    edit("all.csv", "Guide for labour", "Guide for all labour")
    done = toolkit("sheet", "import", "all.csv")
    assert (done.code, "1 changed" in done.err) == (0, True), done.out


def test_an_entry_is_cited_in_a_style(toolkit: Toolkit) -> None:
    style = str(Path(__file__).with_name("plain.csl"))
    shown = toolkit("cite", "guide", "--style", style)
    assert shown.code == 0, shown.err
    assert "Guide for labour inspectors" in shown.out
    assert "sha256" not in shown.out
    for unknown in ("no-such-style", "missing.csl"):
        refused = toolkit("cite", "guide", "--style", unknown)
        assert (refused.code, refused.out) == (2, "")
        assert f'There is no style "{unknown}".' in refused.err
