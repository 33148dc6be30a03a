"""What translators take away comes back, and changes only what they changed."""

import json
import re
import tempfile
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from time import process_time

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po, write_po
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checkouts import SAMPLE
from tests.content_case import edit
from tests.files import files_of, write_files
from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.main import toolkit
from toolkit.content.reader import read_content
from toolkit.problems import ToolkitError
from toolkit.recognition.canonical import fold_spaces
from toolkit.translations.packets import read_packet
from toolkit.translations.source import source_text
from toolkit.translations.status import TranslationStatuses
from toolkit.translations.units import units
from toolkit.validation.runner import run_checks

pytestmark = pytest.mark.usefixtures("files_read_once")

ENTRY, TASK, OLD = "unodc-glotip-2024", "tasks/interview-a-child", "about/evidence"
FILE = "prevention/resources/unodc-glotip-2024"
WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), blacklist_characters="\\`"),
    min_size=1,
    max_size=60,
).map(fold_spaces)


# The texts of the sample that are translated here, and a few others.
TEXTS = re.compile(r"about/evidence|tasks|index|unodc-glotip|iom-iris|mekong|child-victims")


@cache
def few() -> dict[str, bytes]:
    files = files_of(SAMPLE).items()
    return {path: data for path, data in files if path[-3:] != ".md" or TEXTS.search(path)}


def lay(folder: Path) -> Path:
    return write_files(folder / "docs", few())


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return lay(tmp_path)


def run(docs: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        toolkit,
        ["translation", *arguments, "--docs", str(docs)],
        env={"SOURCE_DATE_EPOCH": "1795564800"},
        standalone_mode=False,
    )


def packet(docs: Path, *ids: str, tag: str = "zh") -> Path:
    file = docs.parent / "packet.po"
    made = run(docs, "export", *ids, "--language", tag, "--output", str(file))
    assert made.exit_code == 0, made.output
    return file


@contextmanager
def edited(file: Path) -> Iterator[list[Message]]:
    """The texts of a packet, to be changed; it is written again at the end of the block."""
    with file.open("rb") as read:
        catalog = read_po(read)
    yield [one for one in catalog if one.id]
    with file.open("wb") as write:
        write_po(write, catalog)


def kept_text(docs: Path, tag: str) -> Path:
    """The file of the text that a translation of OLD says it was made from."""
    digest = read_content(docs).by_translation[OLD, tag].text("source_digest")
    return docs / f"originals/{digest.removeprefix('sha256:')}.json"


def words_of(docs: Path, path: str, tag: str) -> dict[str, str]:
    translation = read_content(docs).by_translation[path, tag]
    return units(source_text(translation), whole_body=False)


def test_a_packet_that_nobody_changed_changes_nothing(docs: Path) -> None:
    before = files_of(docs)
    assert run(docs, "import", str(packet(docs, ENTRY, TASK)), "--language", "zh").exit_code == 0
    assert files_of(docs) == before


def test_an_export_replaces_no_file_that_somebody_filled_in(docs: Path) -> None:
    file = packet(docs, TASK)
    before = packet(docs, TASK).read_bytes()
    with edited(file) as messages:
        messages[0].string = "中文"
    filled_in = file.read_bytes()
    again = ("export", TASK, "--language", "zh", "--output", str(file))
    assert "somebody may have filled it in" in str(run(docs, *again).exception)
    assert file.read_bytes() == filled_in
    assert "the texts of 1 document.\n" in run(docs, *again, "--overwrite").output
    assert file.read_bytes() == before
    # Nothing was outdated: nobody can have filled that in.
    file.unlink()
    target = ("--language", "ru", "--output", str(file))
    assert "the texts of 0 documents" in run(docs, "export", "--outdated", *target).output
    assert "the texts of 1 document.\n" in run(docs, "export", TASK, *target).output


def test_a_task_is_named_by_path_or_id(docs: Path) -> None:
    said = [run(docs, "diff", name, "--language", "zh") for name in (TASK, TASK.rpartition("/")[2])]
    assert [one.exit_code for one in said] == [0, 0]
    assert said[0].output == said[1].output


def test_formats_that_can_not_be_read_are_no_choice(docs: Path) -> None:
    found = run(docs, "export", TASK, "--language", "zh", "--format", "xliff")
    assert "'xliff' is not 'po'" in str(found.exception)


@settings(max_examples=8)
@given(data=st.data())
def test_only_what_was_changed_is_changed(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        docs = lay(Path(folder))
        before = words_of(docs, TASK, "zh")
        file = packet(docs, TASK)
        new = {}
        with edited(file) as messages:
            numbers = st.sampled_from(range(len(messages)))
            for index in data.draw(st.lists(numbers, unique=True, max_size=4)):
                message = messages[index]
                name = str(message.context).rpartition("|")[2]
                words = data.draw(WORDS.filter(bool))
                message.string = new[name] = f"中{words}文"
        assert run(docs, "import", str(file), "--language", "zh").exit_code == 0
        assert words_of(docs, TASK, "zh") == before | new


@pytest.mark.parametrize(
    ("written", "end"),
    [
        ("asked:\n  - '问一'\n  - 问二\n", "\n"),
        ("asked:\n  - '问一'\n  - 问二\n", "\r\n"),
        ("asked: [问一, '问二']\n", "\n"),
        ("", "\r\n"),
    ],
    ids=["list", "list-windows", "line", "none-windows"],
)
def test_each_language_has_as_many_phrases_as_it_likes(docs: Path, written: str, end: str) -> None:
    path = docs / f"{TASK}.zh.md"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"asked:.*\n(?:  - .*\n)*", "", text)
    text = text.replace("translator:", f"{written}translator:", 1)
    path.write_text(text, encoding="utf-8", newline=end)
    before = files_of(docs)
    file = packet(docs, TASK)
    assert "a phrase a line" in file.read_text(encoding="utf-8")
    same = run(docs, "import", str(file), "--language", "zh")
    assert (same.return_value or ExitCode.OK) is (ExitCode.OK if written else ExitCode.PROBLEMS)
    assert files_of(docs) == before
    with edited(file) as messages:
        for message in messages:
            if str(message.context).endswith("|asked"):
                message.string = "第一：问\n  'two'\n\n第三\n"
    assert run(docs, "import", str(file), "--language", "zh").exit_code == 0
    made = read_content(docs).by_translation[TASK, "zh"]
    assert source_text(made)["asked"] == ["第一：问", "'two'", "第三"]
    assert not [
        one
        for one in run_checks(read_content(docs), date(2026, 11, 25))
        if one.finding.location.source is made.source
    ]
    changed = {path for path, data in files_of(docs).items() if before.get(path) != data}
    assert changed == {f"{TASK}.zh.md"}


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_lines_end_as_in_the_file_whatever_tool_wrote_the_packet(docs: Path, end: bytes) -> None:
    path = docs / f"{OLD}.zh.md"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8", newline=end.decode())
    file = packet(docs, OLD)
    with edited(file) as messages:
        [body] = [one for one in messages if str(one.context).endswith("|body")]
        body.string = "第一\r\n\r\n第二"
    run(docs, "import", str(file), "--language", "zh")
    data = path.read_bytes()
    assert end.join(("第一".encode(), b"", "第二".encode(), b"")) in data
    assert not {*b"\r\n"} & {*data.replace(end, b"")}


def test_values_on_several_lines_are_replaced_whole(docs: Path) -> None:
    path = docs / f"{FILE}.zh.md"
    text = path.read_text(encoding="utf-8").replace(
        "translator: machine\n", "translator: >-\n  machine\n"
    )
    for name in ("title", "summary"):
        text = re.sub(
            rf"^{name}: .*\n(?:  .*\n)*", f"{name}: >-\n  一\n  二\n", text, count=1, flags=re.M
        )
    text = text.replace("reviewed: false\n", "reviewed:\n  by: A. Reader\n  on: 2026-05-01\n")
    path.write_text(text, encoding="utf-8")
    file = packet(docs, ENTRY)
    with edited(file) as messages:
        for message in messages:
            if str(message.context).rpartition("|")[2] in ("title", "summary"):
                message.string = "新: 'two' # three\nfour"
    # A name of nothing would be written, and then be an error of the file.
    refused = run(docs, "import", str(file), "--language", "zh", "--translator", " ")
    assert "no name" in str(refused.exception)
    refused = run(docs, "new", ENTRY, "--language", "fr", "--translator", "")
    assert "no name" in str(refused.exception)
    done = run(docs, "import", str(file), "--language", "zh", "--translator", "B. \n Writer")
    assert done.exit_code == 0, done.output
    made = read_content(docs).by_translation[FILE, "zh"]
    assert not made.faults
    assert made.text("title") == made.text("summary") == "新: 'two' # three four"
    assert (made.text("translator"), made.text("reviewed")) == ("B. Writer", "false")


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("## 一\n\n- 二\n\n三\n", True),
        ("## 一\n\n二\n\n- 三\n", False),
        ("## 一\n\n2019 年\n\n- **三**\n", False),
        ("一\n\n二\n\n- 三\n", True),
    ],
)
def test_blocks_in_another_order_are_one_piece(docs: Path, body: str, whole: bool) -> None:
    for path, text in ((f"{TASK}.md", "## One\n\n**Two**\n\n- Three\n"), (f"{TASK}.zh.md", body)):
        front = (docs / path).read_text(encoding="utf-8").split("---\n")[1]
        (docs / path).write_text(f"---\n{front}---\n\n{text}", encoding="utf-8")
    written = packet(docs, TASK).read_text(encoding="utf-8")
    assert ('|body"' in written, '|body[2]"' in written) == (whole, not whole)


def test_a_body_of_blank_lines_gets_them_once(docs: Path) -> None:
    path = docs / f"{TASK}.zh.md"
    front = path.read_text(encoding="utf-8").split("---\n")[1]
    path.write_text(f"---\n{front}---\n\n\n\n", encoding="utf-8")
    file = packet(docs, TASK)
    with edited(file) as messages:
        for message in messages:
            if str(message.context).endswith("|body"):
                message.string = "新的"
    assert run(docs, "import", str(file), "--language", "zh").exit_code == 0
    assert path.read_text(encoding="utf-8").endswith("\n---\n\n\n\n新的")


def test_originals_that_moved_are_refused_by_name(docs: Path) -> None:
    file = packet(docs, ENTRY, TASK)
    edit(docs / f"{FILE}.md", "summary: >-\n  ", "summary: >-\n  New ")
    edit(docs / f"{TASK}.md", "title: ", "title: New ")
    before = files_of(docs)
    refused = run(docs, "import", str(file), "--language", "zh").exception
    for path in (FILE, TASK):
        assert f"The original docs/{path}.md has changed since" in str(refused)
    assert files_of(docs) == before


def test_what_else_is_in_a_packet_is_imported_also_under_a_new_name(docs: Path) -> None:
    file = packet(docs, ENTRY, TASK)
    with edited(file) as messages:
        for message in messages:
            if str(message.context).endswith("|title"):
                message.string = "新题目"
    edit(docs / f"{FILE}.md", "summary: >-\n  ", "summary: >-\n  New ")
    for end in (".md", ".zh.md"):
        (docs / f"{TASK}{end}").rename(docs / f"tasks/renamed{end}")
    edit(docs / "tasks/renamed.md", "title:", f"aliases: [{TASK}]\ntitle:")
    found = run(docs, "import", str(file), "--language", "zh")
    assert found.return_value is ExitCode.PROBLEMS
    assert "Documents imported: 1." in found.output
    assert f"not imported: The original docs/{FILE}.md has changed since" in found.output
    assert words_of(docs, "tasks/renamed", "zh")["title"] == "新题目"
    assert words_of(docs, FILE, "zh")["title"] != "新题目"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('msgctxt "x"\nmsgid "a"\nmsgstr "b"\n', "is not a text of a document"),
        ('msgctxt "a|b|c"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "b"\n', "no plural forms"),
        ('msgctxt "gone|0000|title"\nmsgid "a"\nmsgstr "b"\n', 'there is no document "gone"'),
        (
            "".join(f'msgctxt "gone-{n}|0|title"\nmsgid "a"\nmsgstr "b"\n' for n in range(5)),
            'bad.po:2: there are no documents "gone-0", "gone-1", "gone-2" and 2 more.',
        ),
        ("nonsense\n", "can't be read as a PO file"),
        ("\ufeffnonsense\n", "bad.po:1: it can't be read"),
        ('msgctxt "a"\nmsgid "a"\nmsgstr "b\n', "bad.po:3: the text does not begin and end"),
        ('msgctxt "a"\nmsgid "a"\nmsgstr "b\\"\n', 'like this: msgstr "text"'),
        ('msgctxt "a"\nmsgid "a"\nmsgstr «b»\n', "a straight quotation mark"),
        ('msgctxt "a"\nmsgid ""\n"a\nmsgstr "b"\n', "bad.po:3: the text does not begin and end"),
        ('\ufeffmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n', "is not a text of a document"),
        ("", "contains no texts"),
        ('msgctxt "a"\nmsgid "a"\nmsgstr "b"\nmsgstr "c"\n', "bad.po:4: this is a second transl"),
        ('<?xml version="1.0"?>\n<xliff/>\n', "name the file that ends with .po"),
        (b"\xde\x12\x04\x95\0\0\0\0", "name the file that ends with .po"),
        ('msgid "é"\n'.encode("latin-1"), "save it as UTF-8"),
    ],
)
def test_packets_that_can_not_be_read(docs: Path, text: str | bytes, said: str) -> None:
    file = docs.parent / "bad.po"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = files_of(docs)
    error = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(error, ToolkitError)
    assert said in f"{error.message} {error.hint}"
    assert files_of(docs) == before


def test_a_packet_that_is_too_large(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.cli.translation_packets._LARGEST", 10)
    file = docs.parent / "large.po"
    file.write_text("é" * 10, encoding="utf-8")  # cut within a letter
    error = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(error, ToolkitError)
    assert "is larger than" in error.message


def test_a_long_line_of_a_packet_takes_no_memory_for_each_character(docs: Path) -> None:
    """The pattern for it kept 73 bytes for each: a line of 50 MB took 3.6 GB."""
    content = read_content(docs)
    statuses = TranslationStatuses(content)
    text = f'msgctxt "a"\nmsgid "{"a" * 500_000}'
    tracemalloc.start()
    with pytest.raises(ToolkitError, match="does not begin and end"):
        read_packet(text, "a.po", content, statuses, "zh")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * len(text)


def test_a_missing_translation_comes_back_whole(docs: Path) -> None:
    # Another language has kept the text of the original, with the day.
    assert run(docs, "new", "iom-iris", "--language", "fr", "--as-of", "2026-11-01").exit_code == 0
    kept = files_of(docs / "originals")
    file = packet(docs, "iom-iris", tag="ru")
    unfinished = run(docs, "import", str(file), "--language", "ru")
    assert unfinished.return_value is ExitCode.PROBLEMS
    assert not (docs / "prevention/resources/iom-iris.ru.md").exists()
    with edited(file) as messages:
        for message in messages:
            # No sentence stays as it is in the original, and enough letters are Russian.
            message.string = re.sub(r"(?<=[a-z]) (?=[a-z])", " перевода ", str(message.id))
    done = run(docs, "import", str(file), "--language", "ru", "--translator", "A. Reader")
    assert done.exit_code == 0, done.output
    assert files_of(docs / "originals") == kept
    content = read_content(docs)
    made = content.by_translation["prevention/resources/iom-iris", "ru"]
    assert made.text("translator") == "A. Reader"
    assert not [
        one
        for one in run_checks(content, date(2026, 11, 25))
        if one.finding.location.source.path == made.source.path
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Language: zh_Hans",
        "Language: zh-CN",
        "Language: ",
        "PO-Revision-Date: 2026-11-30 10:20:30+0000",
        "PO-Revision-Date: 2026-11-30T10:20:30Z",
        "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;",
        "Content-Type: text/plain; charset=CHARSET",
        "Content-Type: text/plain; charset=ISO-8859-1",
    ],
)
def test_tools_write_what_they_like_into_a_packet_but_texts(docs: Path, header: str) -> None:
    file = packet(docs, TASK)
    text = file.read_text(encoding="utf-8").replace("询问可能曾遭贩运的儿童", "新题目")
    field = header.partition(":")[0]
    text = re.sub(rf'"{field}: .*\n|\n\n', f'"{header}\\\\n"\n\n', text, count=1)
    obsolete = '\n#, fuzzy\n#~| msgid "Older"\n#~ msgid "Old"\n#~ msgstr "旧"'
    file.write_text(text + obsolete, encoding="utf-8")
    before = words_of(docs, TASK, "zh")
    assert run(docs, "import", str(file), "--language", "zh").exception is None
    assert words_of(docs, TASK, "zh") == before | {"title": "新题目"}


@pytest.mark.parametrize("spaces", [" ", "\n", "\r\n"])
@pytest.mark.parametrize("piece", ["title", "asked", "body[0]", "body[3]"])
def test_spaces_that_a_tool_adds_are_no_change(docs: Path, piece: str, spaces: str) -> None:
    path = docs / f"{TASK}.zh.md"
    edit(path, "reviewed: false", "reviewed: {by: A. Reader, on: 2026-05-01}", 1)
    file, before = packet(docs, TASK), files_of(docs)
    with edited(file) as messages:
        for message in messages:
            if str(message.context).endswith(f"|{piece}"):
                message.string = str(message.string).replace("\n", spaces.strip(" ") or "\n")
                message.string = f"\n{message.string}{spaces}"
    assert run(docs, "import", str(file), "--language", "zh").exit_code == 0
    assert files_of(docs) == before


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("piece", "present", "left"),
    [
        ("title", "title: .*", "title:"),
        ("title", "title: .*", "title: TODO"),
        ("title", "title: .*", "title:  # later"),
        ("summary", "summary: .*\n", ""),
        ("asked", "asked:\n(?:  - .*\n)*", "asked:\n"),
        ("asked", "asked:\n(?:  - .*\n)*", "asked: []\n"),
        ("asked", "asked:\n(?:  - .*\n)*", ""),
        ("choices[0].use", "    use: .*", "    use:"),
        ("choices[1].caution", "    caution: .*", "    caution: ''"),
        ("body", r"(?s)\n---\n.*", "\n---\n"),
        ("body", r"(?s)\n---\n.*", "\n---"),
    ],
)
def test_what_a_translation_left_empty_is_filled(
    docs: Path, piece: str, present: str, left: str, end: str
) -> None:
    path = docs / f"{TASK}.zh.md"
    text = re.sub(present, left, path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8", newline=end)
    file = packet(docs, TASK)
    with edited(file) as messages:
        for message in messages:
            message.string = str(message.string) or "填写的词"
            if str(message.context).endswith(f"|{piece}"):
                message.string = "新的词"
    done = run(docs, "import", str(file), "--language", "zh")
    assert done.exit_code == 0, done.output
    made = read_content(docs).by_translation[TASK, "zh"]
    assert not made.faults
    assert units(source_text(made), whole_body=piece == "body")[piece] == "新的词"


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        (r"  - entry: .*\n    use.*\n    caution.*\n(?=translator)", "", "choices[2].use"),
        ("    use: .*\n", "", "choices[0].use"),
        ("asked:\n(?:  - .*\n)*", "asked: {a: b}\n", "asked"),
        ("summary: .*", "summary: [a, b]", "summary"),
        (
            r"(?s)\n.*?\n---\n",
            "\n{summary: a, asked: [b], translator: c, reviewed: false}\n---\n",
            "title",
        ),
    ],
)
def test_words_without_a_place_are_refused(docs: Path, old: str, new: str, lost: str) -> None:
    path = docs / f"{TASK}.zh.md"
    path.write_text(re.sub(old, new, path.read_text(encoding="utf-8")), encoding="utf-8")
    file, before = packet(docs, TASK), files_of(docs)
    with edited(file) as messages:
        for message in messages:
            message.string = str(message.string) or "填写的词"
    refused = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(refused, ToolkitError)
    assert f"docs/{TASK}.zh.md has no place for {lost}" in refused.message
    assert "as it is in the original, and import again" in refused.hint
    assert files_of(docs) == before


def test_phrases_of_a_draft_are_filled(docs: Path) -> None:
    assert run(docs, "new", TASK, "--language", "ru").exit_code == 0
    file = packet(docs, TASK, tag="ru")
    with edited(file) as messages:
        for message in messages:
            message.string = "Перевод.\nЕщё один." if message.auto_comments else "Перевод."
    done = run(docs, "import", str(file), "--language", "ru")
    assert done.exit_code == 0, done.output
    made = read_content(docs).by_translation[TASK, "ru"]
    assert not made.faults
    assert source_text(made)["asked"] == ["Перевод.", "Ещё один."]


def test_a_refused_import_writes_no_new_translations_either(docs: Path) -> None:
    original = docs / f"{OLD}.md"
    text = original.read_text(encoding="utf-8")
    original.write_text(f"{text}\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main\n")
    (docs / f"{TASK}.zh.md").unlink()
    file, before = packet(docs, TASK, OLD), files_of(docs)
    with edited(file) as messages:
        for message in messages:
            message.string, message.flags = str(message.string) or "译文", set()
    refused = run(docs, "import", str(file), "--language", "zh").exception
    assert f"docs/{OLD}.md holds both versions" in str(refused)
    assert files_of(docs) == before


def test_an_original_that_can_not_be_read_is_not_called_missing(docs: Path) -> None:
    file = packet(docs, TASK)
    edit(docs / f"{TASK}.md", "title: ", "title: [")
    refused = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(refused, ToolkitError)
    assert refused.message == f"docs/{TASK}.md can't be read."


@pytest.mark.parametrize("tag", ["zh", "ru"])
@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x9f", "\ufffe"])
def test_control_characters_do_not_get_into_files(docs: Path, tag: str, character: str) -> None:
    file, before = packet(docs, TASK, tag=tag), files_of(docs)
    text = file.read_text(encoding="utf-8").replace('msgstr ""\n\n', 'msgstr "Слова"\n\n')
    text = re.sub('(title"\n.*\nmsgstr ").*"', rf'\1新{character}题"', text)
    file.write_text(text, encoding="utf-8")
    refused = run(docs, "import", str(file), "--language", tag).exception
    assert isinstance(refused, ToolkitError)
    assert f"packet.po:8: the text contains U+{ord(character):04X}" in refused.message
    assert files_of(docs) == before


@pytest.mark.parametrize("new", ["甲", "甲\n乙", "甲\n乙\n丙", "甲\n乙\n丙\n丁"])
@pytest.mark.parametrize("last", ["问三", "'问三'  # four", ">-\n    问\n    三", ""])
def test_remarks_between_phrases_stay(docs: Path, new: str, last: str) -> None:
    path = docs / f"{TASK}.zh.md"
    text = path.read_text(encoding="utf-8")
    listed = f"asked:\n  # one\n  - 问一 # two\n  - 问二\n  # three\n  - {last}".rstrip()
    text = re.sub("asked:\n(?:  - .*\n)*", f"{listed}\n  # five\n", text)
    path.write_text(text, encoding="utf-8")
    file = packet(docs, TASK)
    with edited(file) as messages:
        for message in messages:
            if str(message.context).endswith("|asked"):
                message.string = new
    done = run(docs, "import", str(file), "--language", "zh")
    assert done.exit_code == 0, done.output
    made = read_content(docs).by_translation[TASK, "zh"]
    assert not made.faults
    assert source_text(made)["asked"] == new.split("\n")
    after = path.read_text(encoding="utf-8")
    for remark in ("# one\n", "# five\n", *(["# two\n", "# three\n"] if len(new) > 4 else [])):
        assert remark in after


@pytest.mark.parametrize(
    ("tag", "advice"),
    [("zh_TW", "does not have"), ("zh-Hant", "does not have"), ("fr", "use --language fr.")],
)
def test_a_packet_in_another_language_is_refused(docs: Path, tag: str, advice: str) -> None:
    file = packet(docs, TASK)
    edit(file, "Language: zh", f"Language: {tag}")
    refused = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(refused, ToolkitError)
    assert f'is in the language "{tag}"' in str(refused)
    assert advice in refused.hint


@pytest.mark.parametrize(
    ("words", "flags"), [("猜的", {"fuzzy"}), (" ", set()), ("\n", set()), ("\u200b", set())]
)
def test_a_suggestion_or_a_blank_is_not_taken_for_translated(
    docs: Path, words: str, flags: set[str]
) -> None:
    before = files_of(docs)
    file = packet(docs, TASK)
    with edited(file) as messages:
        messages[0].string = words
        messages[0].flags |= flags
    done = run(docs, "import", str(file), "--language", "zh", "--translator", "A. Reader")
    assert done.return_value is ExitCode.PROBLEMS
    assert f"{TASK}.zh.md: texts to translate: 1\n  title: " in done.output
    assert ("marked as fuzzy" if flags else "empty") in done.output
    assert files_of(docs) == before


def test_what_nobody_changed_in_a_packet_stays_as_it_is_now(docs: Path) -> None:
    file, path = packet(docs, TASK), docs / f"{TASK}.zh.md"
    edit(path, "询问可能曾遭贩运的儿童", "新题目")
    edit(path, "帮助儿童", "协助儿童")
    before = files_of(docs)
    assert run(docs, "import", str(file), "--language", "zh").exit_code == 0
    assert files_of(docs) == before
    edit(file, "帮助儿童", "支持儿童")
    done = run(docs, "import", str(file), "--language", "zh")
    assert f"{TASK}.zh.md: replaced, though changed since the export: summary.\n" in done.output
    words = words_of(docs, TASK, "zh")
    assert (words["title"], words["summary"][:4]) == ("新题目", "支持儿童")


def test_two_packets_in_one_file_complete_each_other(docs: Path) -> None:
    file = packet(docs, TASK)
    one = file.read_text(encoding="utf-8")
    first, second = re.split('(?=msgctxt .*summary"\n)', one)
    blank = re.sub(r'(?s)msgstr ".*', 'msgstr ""\n\n', second, count=1)
    both = first.replace("询问可能曾遭贩运的儿童", "新题目") + blank + second
    file.write_text(both, encoding="utf-16")  # as PowerShell saves it
    assert run(docs, "import", str(file), "--language", "zh").exit_code == 0
    assert words_of(docs, TASK, "zh")["title"] == "新题目"
    file.write_text(both + one, encoding="utf-8")
    refused = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(refused, ToolkitError)
    assert re.search(r"packet.po:\d+: this text has another translation in line 8\.", str(refused))


@pytest.mark.parametrize("tag", ["zh", "ru"])
def test_a_translation_in_the_place_of_its_original_is_refused(docs: Path, tag: str) -> None:
    file, title = packet(docs, TASK, tag=tag), "Interview a child who may have been trafficked"
    edit(file, title, "新题目")
    refused = run(docs, "import", str(file), "--language", tag).exception
    assert isinstance(refused, ToolkitError)
    assert "packet.po:8: the text after msgid was changed" in refused.message
    assert "write the translation after msgstr" in refused.hint
    file.unlink()
    edit(packet(docs, TASK, ENTRY, tag=tag), title, "新题目")
    done = run(docs, "import", str(file), "--language", tag)
    assert done.return_value is ExitCode.PROBLEMS
    assert "not imported: " in done.output
    assert f"Documents imported: {int(tag == 'zh')}.\n" in done.output  # into ru, it is missing


def test_a_translation_whose_original_was_emptied_is_not_lost(docs: Path) -> None:
    file = packet(docs, TASK)
    edit(file, 'msgid "Interview a child who may have been trafficked"', 'msgid ""')
    edit(file, "询问可能曾遭贩运的儿童", "新题目")
    done = run(docs, "import", str(file), "--language", "zh")
    assert done.exit_code == 0, done.output
    assert words_of(docs, TASK, "zh")["title"] == "新题目"


def without(file: Path, piece: str) -> None:
    """Remove a text from a packet, as a tool or a cut file loses it."""
    blocks = file.read_text(encoding="utf-8").split("\n\n")
    left = [one for one in blocks if f'|{piece}"' not in one]
    assert len(left) == len(blocks) - 1
    file.write_text("\n\n".join(left), encoding="utf-8")


def test_a_new_translation_lacks_what_its_packet_lost(docs: Path) -> None:
    file = packet(docs, "iom-iris", tag="ru")
    with edited(file) as messages:
        for message in messages:
            message.string = "Перевод."
    without(file, "summary")
    done = run(docs, "import", str(file), "--language", "ru")
    assert done.return_value is ExitCode.PROBLEMS
    assert "iom-iris.md: texts to translate: 1\n" in done.output
    assert not (docs / "prevention/resources/iom-iris.ru.md").exists()


def test_a_changed_text_that_a_packet_lost_is_still_to_be_translated(docs: Path) -> None:
    file = packet(docs, OLD)
    with edited(file) as messages:
        for message in messages:
            message.flags.discard("fuzzy")
            if str(message.context).endswith("|title"):
                message.string = "证据的等级"
    without(file, "summary")
    done = run(docs, "import", str(file), "--language", "zh")
    assert done.return_value is ExitCode.PROBLEMS
    assert f"{OLD}.zh.md: texts to translate: 1\n  summary: not in the file\n" in done.output
    assert words_of(docs, OLD, "zh")["title"] == "证据的等级"
    assert "summary" in run(docs, "diff", OLD, "--language", "zh").output


def test_stamp_brings_an_outdated_translation_up_to_date(docs: Path) -> None:
    assert "summary" in run(docs, "diff", OLD, "--language", "zh").output
    file, other = docs / f"{OLD}.zh.md", docs / f"{OLD}.es.md"
    for one in {*docs.glob(f"{OLD}.??.md")} - {file}:
        one.unlink()
    other.write_bytes(file.read_bytes())
    outdated = kept_text(docs, "zh")
    edit(file, "reviewed: false", "reviewed: {by: A. Reader, on: 2026-05-01}", 1)
    stamped = run(docs, "stamp", str(file))
    assert stamped.exit_code == 0, stamped.output
    assert "still says that A. Reader reviewed it on 2026-05-01. If you" in stamped.output
    assert outdated.exists(), "the other translation was made from it"
    assert "still says" not in run(docs, "stamp", str(file), str(other)).output
    assert "Nothing has changed" in run(docs, "diff", OLD, "--language", "zh").output
    assert not outdated.exists()
    assert kept_text(docs, "zh").exists()


def test_nothing_follows_an_original_with_a_merge_conflict(docs: Path) -> None:
    original = docs / f"{OLD}.md"
    text = original.read_text(encoding="utf-8")
    original.write_text(f"{text}\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main\n")
    before = files_of(docs)
    for command in (("stamp", f"{OLD}.zh.md"), ("new", OLD, "--language", "ru")):
        refused = run(docs, *command).exception
        assert isinstance(refused, ToolkitError)
        assert f"docs/{OLD}.md holds both versions" in refused.message
    assert files_of(docs) == before


def test_stamp_takes_paths_in_the_folder_and_says_which_files_an_id_has(docs: Path) -> None:
    assert run(docs, "stamp", f"{OLD}.zh.md").exit_code == 0
    assert run(docs, "stamp", f"{OLD}.zh.md".replace("/", "\\")).exit_code == 0
    for name in (OLD, f"{OLD.rpartition('/')[2]}.zh"):
        refused = run(docs, "stamp", name).exception
        assert isinstance(refused, ToolkitError)
        assert f"docs/{OLD}.zh.md" in refused.hint
    assert "such as docs/about" in str(getattr(run(docs, "stamp", "nowhere").exception, "hint", ""))


def test_stamp_leaves_a_file_in_another_encoding(docs: Path) -> None:
    file = docs / f"{OLD}.zh.md"
    file.write_bytes(data := file.read_bytes() + b"\nd\xe9j\xe0\n")
    stamped = run(docs, "stamp", str(file))
    assert "is not saved as UTF-8" in str(stamped.exception)
    assert file.read_bytes() == data


def test_no_stamp_without_an_original_that_can_be_read(docs: Path) -> None:
    edit(docs / f"{OLD}.md", "title: ", "title: [")
    before = files_of(docs)
    refused = run(docs, "stamp", f"{OLD}.zh.md").exception
    assert isinstance(refused, ToolkitError)
    assert f"docs/{OLD}.md can't be read" in refused.message
    assert files_of(docs) == before


def test_a_translation_that_can_not_be_read_is_not_exported_as_missing(docs: Path) -> None:
    edit(docs / f"{TASK}.zh.md", "summary: ", "summary: [", 1)
    refused = run(docs, "export", TASK, "--language", "zh").exception
    assert isinstance(refused, ToolkitError)
    assert f"docs/{TASK}.zh.md can't be read" in refused.message


@pytest.mark.parametrize("command", ["import", "stamp"])
@pytest.mark.parametrize(
    ("old", "new"), [("\n---\n", "\n"), ("summary: ", "summary: ["), ("", None)]
)
def test_a_translation_that_can_not_be_read_is_left_alone(
    docs: Path, command: str, old: str, new: str | None
) -> None:
    file, path = packet(docs, TASK), docs / f"{TASK}.zh.md"
    text = path.read_text(encoding="utf-8")
    path.write_text("" if new is None else text.replace(old, new, 1), encoding="utf-8")
    before = files_of(docs)
    more = (str(file), "--language", "zh") if command == "import" else (str(path),)
    refused = run(docs, command, *more).exception
    assert isinstance(refused, ToolkitError)
    assert f"docs/{TASK}.zh.md can't be read" in refused.message
    assert files_of(docs) == before


def test_a_translation_with_other_paragraphs_than_its_packet_is_left_alone(docs: Path) -> None:
    file, path = packet(docs, TASK), docs / f"{TASK}.zh.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    before = files_of(docs)
    refused = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(refused, ToolkitError)
    assert f"The paragraphs of docs/{TASK}.zh.md are not those" in refused.message
    assert "export it again" in refused.hint
    assert files_of(docs) == before


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("value", [None, "", " ~", " ''", " TODO", " # later"])
def test_stamp_writes_a_stamp_that_was_left_out(value: str | None, end: str, docs: Path) -> None:
    file = docs / f"{OLD}.zh.md"
    before = file.read_text(encoding="utf-8")
    line = "" if value is None else f"source_digest:{value}\n"
    left_out = re.sub(r"source_digest: .*\n", line, before)
    assert left_out != before
    file.write_text(left_out, encoding="utf-8", newline=end)
    assert run(docs, "stamp", str(file)).exit_code == 0
    assert "Nothing has changed" in run(docs, "diff", OLD, "--language", "zh").output
    after = file.read_bytes().decode()
    assert after.count(end) == after.count("\n") == before.count("\n")
    assert after.count("source_digest:") == 1


def test_a_new_translation_asks_for_its_words(docs: Path) -> None:
    by = ("--translator", "UNODC: language services")
    assert run(docs, "new", "mekong-commit", "--language", "es", *by).exit_code == 0
    made = docs / "prevention/practices/mekong-commit.es.md"
    assert "## Resultados" in made.read_text(encoding="utf-8")
    edit(made, "title:", "title: Compromiso", 1)
    text = made.read_bytes()
    again = run(docs, "new", "mekong-commit", "--language", "es")
    assert "already exists; nothing was written" in str(again.exception)
    assert made.read_bytes() == text
    edit(made, "title: Compromiso", "title:", 1)
    problems = run_checks(read_content(docs), date(2026, 11, 25))
    found = {one.id for one in problems if one.finding.location.source.path.endswith(".es.md")}
    assert found == {"empty-value", "wrong-sections"}


def test_status_counts_and_names(docs: Path) -> None:
    rows = json.loads(run(docs, "status", "--format", "json").output)
    assert [row["language"] for row in rows] == ["fr", "es", "ar", "ru", "zh"]
    chinese = rows[-1]
    assert chinese["pages"]["outdated"] == [OLD]
    assert chinese["tasks"]["translated"] == 1
    assert chinese["strings"]["all"] == chinese["strings"]["translated"]
    assert f"outdated: {OLD}" in run(docs, "status", "--language", "zh").output


def test_a_text_of_blank_lines_is_divided_at_once() -> None:
    """A pattern that restarts at each of them would take minutes."""
    started = process_time()
    body = "One" + "\n " * 90_000 + "\n\nTwo\nlines \n\nThree\n "
    found = units({"body": body}, whole_body=False)
    assert [text for text in found.values() if text] == ["One", "Two\nlines", "Three"]
    assert process_time() - started < 5
