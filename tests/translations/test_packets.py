"""What translators take away comes back, and changes only what they changed."""

import re
import tempfile
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content_case import edit
from tests.files import files_of
from tests.translations.packets import ENTRY, FILE, OLD, TASK, edited, lay, packet, run, words_of
from toolkit.cli.exit_codes import ExitCode
from toolkit.content.reader import read_content
from toolkit.problems import ToolkitError
from toolkit.recognition.canonical import fold_spaces
from toolkit.translations.packets import read_packet
from toolkit.translations.source import source_text
from toolkit.translations.units import units
from toolkit.validation.runner import run_checks

pytestmark = pytest.mark.usefixtures("files_read_once")

WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), blacklist_characters="\\`"),
    min_size=1,
    max_size=60,
).map(fold_spaces)


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


def test_a_translation_that_somebody_begins_during_an_import_is_kept(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, begun = packet(docs, ENTRY), docs / f"{FILE}.zh.md"
    begun.unlink()

    def read(*given: Any) -> object:
        begun.write_text("Typed meanwhile.", encoding="utf-8")
        return read_packet(*given)

    monkeypatch.setattr("toolkit.cli.translation_packets.read_packet", read)
    refused = run(docs, "import", str(file), "--language", "zh")
    assert "already exists; nothing was written" in str(refused.exception)
    assert begun.read_text(encoding="utf-8") == "Typed meanwhile."


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
    for name in ("A.\x07", "A.\udcff"):
        refused = run(docs, "new", ENTRY, "--language", "fr", "--translator", name)
        assert "characters that are not text" in str(refused.exception)
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


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"新" "题 " "目"', "新题 目"),
        ('"新\\" \\"题" \t"目" \r', '新" "题目'),
        ('"" "新题目"', "新题目"),
        ('"新 "题" 目"', '新 "题" 目'),
        ('"新""题""目"', '新""题""目'),
    ],
)
def test_several_texts_on_one_line_are_one(docs: Path, written: str, title: str) -> None:
    file = packet(docs, TASK)
    edit(file, '"询问可能曾遭贩运的儿童"', written)
    assert run(docs, "import", str(file), "--language", "zh").exit_code == 0
    assert words_of(docs, TASK, "zh")["title"] == title


def test_spaces_that_do_not_break_stay_also_if_a_tool_loses_them(docs: Path) -> None:
    path, pieces = docs / f"{TASK}.zh.md", ("title", "asked", "choices[0].use", "body[0]")
    new = dict.fromkeys(pieces, "« Où\u00a0? »\u202f: à 1\u202f000 km")
    file = packet(docs, TASK)
    with edited(file) as messages:
        for message in messages:
            message.string = new.get(str(message.context).rpartition("|")[2], message.string)
    assert run(docs, "import", str(file), "--language", "zh").exit_code == 0
    words = words_of(docs, TASK, "zh")
    assert {piece: words[piece] for piece in pieces} == new
    assert path.read_text(encoding="utf-8").count("1\u202f000") == len(pieces)
    before = path.read_bytes()
    file.unlink()
    original = (docs / f"{TASK}.md").read_text(encoding="utf-8")
    edit(docs / f"{TASK}.md", original, re.sub("(?<=[a-z]) (?=[a-z])", "\u00a0", original))
    text = packet(docs, TASK).read_text(encoding="utf-8")
    assert "fuzzy" not in text
    assert text.count("1\u202f000") == len(pieces)
    file.write_text(text.replace("\u202f", " ").replace("\u00a0", " "), encoding="utf-8")
    assert run(docs, "import", str(file), "--language", "zh").exit_code == 0
    assert path.read_bytes() == before
    edit(path, "1\u202f000", "1 000")  # a translator puts back what is missing, and nothing else
    file.unlink()
    edit(packet(docs, TASK), "1 000", "1\u202f000")
    assert run(docs, "import", str(file), "--language", "zh").exit_code == 0
    assert path.read_bytes() == before


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


def test_a_translation_whose_original_was_emptied_is_not_lost(docs: Path) -> None:
    file = packet(docs, TASK)
    edit(file, 'msgid "Interview a child who may have been trafficked"', 'msgid ""')
    edit(file, "询问可能曾遭贩运的儿童", "新题目")
    done = run(docs, "import", str(file), "--language", "zh")
    assert done.exit_code == 0, done.output
    assert words_of(docs, TASK, "zh")["title"] == "新题目"


def test_a_text_of_blank_lines_is_divided_at_once() -> None:
    """A pattern that restarts at each of them would take minutes."""
    started = process_time()
    body = "One" + "\n " * 90_000 + "\n\nTwo\nlines \n\nThree\n "
    found = units({"body": body}, whole_body=False)
    assert [text for text in found.values() if text] == ["One", "Two\nlines", "Three"]
    assert process_time() - started < 5
